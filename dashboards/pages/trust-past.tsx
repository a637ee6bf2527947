/** The last forecasts of one distance beside what came, and one past forecast as it was. */
import type { Frame } from "../../src/contract/screen.ts";
import { TRUST_LEADS, type Trust } from "../../src/contract/trust.ts";
import { Chart } from "../components/chart.tsx";
import { ReadingKey, type Swatch } from "../components/key.tsx";
import type { Words } from "../i18n/catalog.ts";
import { judgedColumn, PromisesChart, vintageColumn } from "./trust-charts.tsx";
import { originAsked, trustHref } from "./trust-links.ts";
import { OriginForm } from "./trust-origin.tsx";

interface Props {
  readonly frame: Frame;
  readonly reply: Trust;
  readonly words: Words;
}

/** Days that a phone shows. */
const PHONE = 15;

export function LastForecasts({ frame, reply, words }: Props) {
  const { f, t } = words;
  const { last, lead } = reply;
  const [from, to] = [last[0], last.at(-1)];
  if (!from || !to) return null;
  const inside = last.filter((day) => day.inside).length;
  return (
    <section id="last">
      <Chart
        words={words}
        title={t.trust.lastTitle(inside, last.length, t.trust.at(lead))}
        sub={t.trust.lastSub}
        open={null}
      >
        <PromisesChart
          days={last.map(judgedColumn)}
          first={0}
          label={t.trust.lastLabel(f.long(from.day), f.long(to.day), inside, last.length)}
          words={words}
          keep={[Math.max(0, last.length - PHONE), last.length]}
        />
      </Chart>
      <Key
        words={words}
        items={[
          { swatch: "promise", text: t.trust.key.range },
          { swatch: "came", text: t.trust.key.came },
          ...(inside < last.length ? [{ swatch: "miss" as const, text: t.trust.key.miss }] : []),
          ...(last.some(({ visits }) => visits === 0)
            ? [{ swatch: "zero" as const, text: t.trust.key.zero }]
            : []),
          ...(last.some(({ retrospective }) => retrospective)
            ? [{ swatch: "afterwards" as const, text: t.trust.key.retrospective }]
            : []),
        ]}
      />
      <Leads frame={frame} reply={reply} words={words} />
    </section>
  );
}

/** Other distances, as links. */
function Leads({ frame, reply, words }: Props) {
  const { t } = words;
  const known = TRUST_LEADS.map(Number).filter((lead) => reply.leads.some((each) => each.lead === lead));
  return (
    <p class="choose sub">
      {t.trust.choose}{" "}
      {known.map((lead) => (
        <a
          href={trustHref(frame, reply, lead, originAsked(frame), "last")}
          {...(lead === reply.lead ? { "aria-current": "true" as const } : {})}
        >
          {t.trust.before(lead)}
        </a>
      ))}
    </p>
  );
}

export function PastForecast({ frame, reply, words }: Props) {
  const { f, t } = words;
  const { vintage } = reply;
  const [from, to] = [vintage?.days[0], vintage?.days.at(-1)];
  if (!vintage || !from || !to) return null;
  const has = (state: string) => vintage.days.some((day) => day.state === state);
  const when = `${f.weekday(vintage.day)} ${f.long(vintage.day)}`;
  return (
    <section id="past">
      <Chart
        words={words}
        title={t.trust.vintageTitle(when, vintage.inside, vintage.measured)}
        sub={t.trust.vintageSub(vintage.retrospective)}
        open={null}
      >
        <PromisesChart
          days={vintage.days.map(vintageColumn)}
          first={reply.last.length}
          label={t.trust.vintageLabel(f.long(from.day), f.long(to.day))}
          words={words}
          keep={[0, PHONE]}
        />
      </Chart>
      <Key
        words={words}
        items={[
          { swatch: "forecast", text: t.trust.key.quartiles },
          ...(vintage.measured > 0 ? [{ swatch: "came" as const, text: t.trust.key.came }] : []),
          ...(has("estimated") ? [{ swatch: "estimated" as const, text: t.trust.key.estimated }] : []),
          ...(has("missing") ? [{ swatch: "missing" as const, text: t.trust.key.missing }] : []),
          ...(vintage.days.some(({ opening }) => opening.kind === "closed")
            ? [{ swatch: "closed" as const, text: t.trust.key.closed }]
            : []),
        ]}
      />
      <OriginForm frame={frame} reply={reply} words={words} />
    </section>
  );
}

function Key({ words, items }: { words: Words; items: readonly { swatch: Swatch; text: string }[] }) {
  return <ReadingKey label={words.t.shell.readingKey} items={items} />;
}
