/** The screen "Prévisions du site": tomorrow, the weekend, four weeks; who must be there; whether to trust it. */
import type { Outlook } from "../../src/contract/outlook.ts";
import { placePath } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { How, shareOf, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { OtherSites } from "../components/other-sites.tsx";
import { Rich } from "../components/rich.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { OutlookChart, PHONE_PAST } from "./outlook-chart.tsx";
import { Drivers } from "./outlook-drivers.tsx";
import { outlookTwin } from "./outlook-twin.tsx";
import { SevenRows } from "./outlook-week.tsx";
import {
  dayHref,
  isClosedThroughout,
  outlookAnswer,
  outlookTitle,
  scoreSentences,
  todayOf,
} from "./outlook-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Outlook;
}

export function OutlookPage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = outlookAnswer(reply, words);
  const today = todayOf(reply, words);
  const name = named(reply.name, lang);
  const measured = { sites: reply.site, from: reply.past[0]?.day ?? today, to: addDays(today, 1) };
  const files = [
    { name: "CSV", href: apiHref("/forecasts", { sites: reply.site, format: "csv" }) },
    { name: `CSV, ${t.outlook.key.measured}`, href: apiHref("/visits", { ...measured, format: "csv" }) },
    { name: "Arrow", href: apiHref("/forecasts", { sites: reply.site, format: "arrow" }) },
    { name: "JSON", href: apiHref("/outlook", { site: reply.site, day: reply.selected }) },
  ];
  const forecasts = reply.coming.some((day) => day.forecast);
  const drawn = !isClosedThroughout(reply);
  const hasOpened = reply.past.some(({ opening }) => opening.kind === "open");
  const ahead = Math.max(0, reply.coming.length - 1);
  const sub = (past: number) => (forecasts ? t.outlook.sub(past, ahead) : t.outlook.subPast(past));
  return (
    <Document frame={frame} words={words} place="outlook" title={`${t.shell.groups.outlook}, ${name}`}>
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={[t.outlook.situation(f.full(today), f.time(reply.now))]}
        first={first}
        second={second}
      >
        <OtherSites frame={frame} words={words} place="outlook" site={reply.site} />
      </Answer>
      {drawn && (
        <>
          <Chart
            words={words}
            title={outlookTitle(reply, words)}
            sub={
              <>
                <span class="wide">{sub(reply.past.length)}</span>
                <span class="narrow">{sub(Math.min(PHONE_PAST, reply.past.length))}</span>
              </>
            }
            open={dayHref(frame, reply, "{day}")}
          >
            <OutlookChart reply={reply} words={words} />
          </Chart>
          <Key reply={reply} words={words} />
        </>
      )}
      {forecasts && (
        <div class="two">
          <Drivers reply={reply} words={words} />
          <SevenRows frame={frame} reply={reply} words={words} />
        </div>
      )}
      {reply.refused === null && drawn && <Score reply={reply} words={words} />}
      <Twin
        title={t.outlook.twin(reply.past.length + reply.coming.length)}
        files={files}
        tables={outlookTwin(frame, reply, words)}
      />
      <How
        words={words}
        sentences={[
          reply.issued_at
            ? t.outlook.how(f.long(f.dayOf(reply.issued_at)), f.time(reply.issued_at))
            : t.outlook.howMeasured,
          forecasts && !reply.counts_bookings && reply.coming.some(({ booked }) => booked !== null)
            ? t.outlook.howBookings
            : "",
          reply.coverage === null || !hasOpened ? "" : t.outlook.howCoverage(shareOf(reply.coverage, words)),
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${name}. ${first} ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

function Key({ reply, words }: Omit<Props, "frame">) {
  const { key } = words.t.outlook;
  const past = (state: string) => reply.past.some((day) => day.state === state);
  const coming = reply.coming;
  return (
    <ReadingKey
      label={words.t.shell.readingKey}
      items={[
        { swatch: "bar", text: key.measured },
        ...(past("estimated") ? [{ swatch: "estimatedBar" as const, text: key.estimated }] : []),
        ...(reply.past.some((day) => day.promised)
          ? [{ swatch: "promised" as const, text: key.promised, wideOnly: true }]
          : []),
        ...(coming.some((day) => day.forecast) ? [{ swatch: "forecast" as const, text: key.forecast }] : []),
        ...(coming.some((day) => (day.booked ?? 0) > 0)
          ? [{ swatch: "booked" as const, text: key.booked }]
          : []),
        { swatch: "closed", text: key.closed },
        ...(past("missing") ? [{ swatch: "missing" as const, text: key.missing }] : []),
      ]}
    />
  );
}

function Score({ reply, words }: Omit<Props, "frame">) {
  const { first, second } = scoreSentences(reply, words);
  const more = pageHref(words.lang, placePath("trust", reply.site));
  return (
    <section class="score">
      <h2>
        <a href={more}>{words.t.outlook.trust}</a>
      </h2>
      <div>
        <p>
          <Rich text={first} />
        </p>
        {second && (
          <p>
            <Rich text={second} />
          </p>
        )}
      </div>
    </section>
  );
}
