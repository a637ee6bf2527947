/** The screen "Et si ?": what a change would do, as a range, or why nothing can be said. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Suppose } from "../../src/contract/suppose.ts";
import { DifferenceBar } from "../charts/difference-bar.tsx";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { type Figure, Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref } from "../components/links.ts";
import { OtherSites } from "../components/other-sites.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { SupposeChart } from "./suppose-chart.tsx";
import { SupposeForm } from "./suppose-form.tsx";
import { KeepForm, Scenarios } from "./suppose-scenarios.tsx";
import { differenceText, supposeTwin } from "./suppose-twin.ts";
import { type Ground, grounds, refusals, supposeAnswer, supposeTitle, toldOf } from "./suppose-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Suppose;
}

export function SupposePage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = supposeAnswer(reply, words);
  const name = named(reply.name, lang);
  const told = toldOf(reply);
  const drawn = reply.refused === null;
  const today = reply.reach.from;
  return (
    <Document frame={frame} words={words} place="suppose" title={`${t.suppose.title} ${name}`}>
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={[t.suppose.situation(f.full(today), f.time(reply.now))]}
        first={first}
        second={second}
      >
        <OtherSites frame={frame} words={words} place="suppose" site={reply.site} />
      </Answer>
      {drawn && (
        <>
          <SupposeForm frame={frame} reply={reply} words={words} />
          <div class="supposed">
            <Chart words={words} title={supposeTitle(reply, words)} sub={t.suppose.sub} open={null}>
              <SupposeChart reply={reply} words={words} />
            </Chart>
            <Key reply={reply} words={words} />
          </div>
          {told?.total && <Figures figures={figuresOf(told.total, words)} />}
          {told && <Reasons reply={reply} words={words} />}
          <KeepForm frame={frame} reply={reply} words={words} />
        </>
      )}
      {drawn && <Scenarios frame={frame} reply={reply} words={words} />}
      {drawn && (
        <Twin
          title={t.suppose.twin}
          files={[{ name: "JSON", href: `${apiHref("/what-if")}?${askedText(frame, reply.site)}` }]}
          tables={[supposeTwin(reply, words)]}
        />
      )}
      <How
        words={words}
        sentences={[
          t.suppose.how,
          told && addsUp(told) ? t.suppose.howSum : "",
          told ? t.suppose.howOrigin(f.long(f.dayOf(told.origin)), f.time(told.origin), told.model) : "",
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${name}. ${first} ${named(frame.office, lang)}.`}
      />
    </Document>
  );
}

/** True where several days change that are open with the change and without. */
function addsUp({ days }: Told): boolean {
  const both = days.filter((day) => day.kind === "answered" && day.before.q90 > 0 && day.after.q90 > 0);
  return both.length > 1;
}

/** The question of the page as the API takes it. */
function askedText({ path }: Frame, site: string): string {
  const [, query = ""] = path.split("?");
  const asked = new URLSearchParams(query);
  asked.set("site", site);
  return asked.toString();
}

type Told = NonNullable<ReturnType<typeof toldOf>>;
type Total = NonNullable<Told["total"]>;

function figuresOf({ days, before, after, difference }: Total, words: Words): Figure[] {
  const { f, t } = words;
  const { figures } = t.suppose;
  const clear = difference.low > 0 || difference.high < 0;
  const side = ({ low, high }: Total["before"]) =>
    Math.round(high) === 0
      ? { value: figures.closed, unit: "", text: figures.together(days) }
      : { value: f.range({ low, high }), unit: figures.unit, text: figures.total(days) };
  return [
    {
      name: figures.difference,
      value: differenceText(difference, words),
      unit: figures.unit,
      text: figures.differenceText(clear, days),
      drawing: (
        <DifferenceBar
          difference={difference}
          label={figures.differenceLabel(f.signed(difference.low), f.signed(difference.high))}
        />
      ),
    },
    { name: figures.before, ...side(before) },
    { name: figures.after, ...side(after) },
  ];
}

function Key({ reply, words }: Omit<Props, "frame">) {
  const { key } = words.t.suppose;
  const answered = (toldOf(reply)?.days ?? []).filter((day) => day.kind === "answered");
  return (
    <ReadingKey
      label={words.t.shell.readingKey}
      items={[
        { swatch: "promise", text: key.plain },
        ...(answered.some(({ before }) => before.q90 > 0)
          ? [{ swatch: "asIs" as const, text: key.before }]
          : []),
        ...(answered.some(({ after }) => after.q90 > 0)
          ? [{ swatch: "forecast" as const, text: key.after }]
          : []),
        ...(reply.chosen?.followed.some(({ visits }) => visits !== null)
          ? [{ swatch: "came" as const, text: key.came }]
          : []),
        { swatch: "closed", text: key.closed },
      ]}
    />
  );
}

/** What the range rests upon, and what cannot be said. */
function Reasons({ reply, words }: Omit<Props, "frame">) {
  const { t } = words;
  const told = toldOf(reply);
  if (!told) return null;
  const answered = told.days.filter((day) => day.kind === "answered");
  const refused = refusals(told, reply.events, words);
  const basis = answered.some((day) => day.basis === "model") ? t.suppose.basisModel : t.suppose.basisPast;
  return (
    <div class="grounds">
      {answered.length > 0 && (
        <section>
          <h2>{t.suppose.basisTitle}</h2>
          <ul>
            {grounds(told, reply.events, words).map((ground) => (
              <li>
                <Said ground={ground} />
              </li>
            ))}
            <li>{basis}</li>
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section>
          <h2>{t.suppose.refusedTitle}</h2>
          <ul>
            {refused.map((refusal) => (
              <li>
                <b>{refusal.days}</b> · <Said ground={refusal} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Said({ ground: { text, english } }: { ground: Ground }) {
  return <span {...(english ? { lang: "en" } : {})}>{text}</span>;
}
