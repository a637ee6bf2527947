/** The screen "Saisie manuelle": people counted by hand, on the phone, hour by hour. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Tally } from "../../src/contract/tally.ts";
import { BUILT } from "../built.ts";
import { HourBars, type HourInput } from "../charts/hour-bars.tsx";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { TallyHour } from "./tally-hour.tsx";
import { TallyPad } from "./tally-pad.tsx";
import { tallyFigures, tallyTables } from "./tally-tables.ts";
import { dueSlots, runningSlot, tallyAnswer, tallyTitle } from "./tally-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Tally;
}

export function TallyPage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = tallyAnswer(reply, words);
  const name = named(reply.name, lang);
  const known = reply.feed !== null;
  return (
    <Document
      frame={frame}
      words={words}
      place="tally"
      title={`${t.shell.places.tally}, ${name}`}
      script={BUILT.tally}
    >
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={[t.tally.situation(f.full(reply.day), f.time(reply.now))]}
        first={first}
        second={second}
      >
        {known && <OtherSites frame={frame} words={words} reply={reply} />}
      </Answer>
      {known ? (
        <>
          <div class="counting">
            <TallyPad frame={frame} words={words} reply={reply} />
            <TallyHour frame={frame} words={words} reply={reply} />
          </div>
          {reply.slots.length > 0 && <Hours frame={frame} words={words} reply={reply} />}
          <Figures figures={tallyFigures(reply, words)} />
          <Twin
            title={t.tally.twin}
            files={[{ name: "JSON", href: apiHref("/tally", { site: reply.site }) }]}
            tables={tallyTables(reply, words)}
          />
        </>
      ) : (
        <Elsewhere frame={frame} words={words} reply={reply} />
      )}
      <How
        words={words}
        sentences={[t.tally.how, stateOf(reply.as_of, reply.now, words)]}
        figure={reply.figure}
        quote={`${first} ${name}, ${f.full(reply.day)}.`}
      />
    </Document>
  );
}

function Hours({ words, reply }: Props) {
  const { f, t } = words;
  const due = dueSlots(reply);
  const running = runningSlot(reply);
  const hours = reply.slots.map((slot): HourInput => {
    const begun = due.includes(slot);
    const note = slot === running ? t.tally.running : begun ? "" : t.tally.ahead;
    return { people: begun ? slot.people : null, name: f.clock(slot.from), note, due: begun };
  });
  const title = tallyTitle(reply, words);
  const spoken = reply.slots.map(({ from, people }, i) => {
    const value = people === null ? (hours[i]?.due ? t.tally.notCounted : t.tally.ahead) : f.int(people);
    return `${f.clock(from)} ${value}`;
  });
  const counted = (test: (people: number | null) => boolean) => due.some(({ people }) => test(people));
  return (
    <>
      <Chart words={words} title={title} sub={t.tally.sub} open={null}>
        <HourBars
          hours={hours}
          label={t.tally.chartLabel(title, spoken.join(", "))}
          missing={t.tally.notCounted}
          format={f}
        />
      </Chart>
      <ReadingKey
        label={t.shell.readingKey}
        items={[
          { swatch: "bar", text: t.tally.key.counted },
          ...(counted((people) => people === 0) ? [{ swatch: "zero" as const, text: t.tally.key.zero }] : []),
          ...(counted((people) => people === null)
            ? [{ swatch: "missing" as const, text: t.tally.key.missing }]
            : []),
        ]}
      />
    </>
  );
}

function OtherSites({ frame, words, reply }: Props) {
  const others = reply.sites.filter(({ id }) => id !== reply.site);
  if (others.length === 0) return null;
  return (
    <details class="filter push">
      <summary>{words.t.tally.otherSite}</summary>
      <SiteLinks frame={frame} words={words} sites={others} />
    </details>
  );
}

function Elsewhere({ frame, words, reply }: Props) {
  const { t } = words;
  return (
    <section class="whole alone">
      <h2>{reply.sites.length === 0 ? t.tally.nowhere : t.tally.elsewhere}</h2>
      <SiteLinks frame={frame} words={words} sites={reply.sites} />
    </section>
  );
}

function SiteLinks({ frame, words, sites }: Omit<Props, "reply"> & { readonly sites: Tally["sites"] }) {
  return (
    <ul>
      {sites.map((site) => (
        <li>
          <a href={pageHref(frame.lang, `/saisie/${encodeURIComponent(site.id)}`)}>
            {named(site.name, words.lang)}
          </a>
        </li>
      ))}
    </ul>
  );
}
