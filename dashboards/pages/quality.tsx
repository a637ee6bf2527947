/** The screen "Qualité des données": which sensor is silent or lies, since when, and what to do. */
import type { Quality } from "../../src/contract/quality.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { GlyphSymbols } from "../charts/glyphs.tsx";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, shareOf, stateOf } from "../components/how.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { QualityAside } from "./quality-aside.tsx";
import { QualityChart } from "./quality-chart.tsx";
import { QualityCorrections } from "./quality-corrections.tsx";
import { QualityDay } from "./quality-day.tsx";
import { QualityFault } from "./quality-fault.tsx";
import { qualityFigures } from "./quality-figures.ts";
import { QualityKey } from "./quality-key.tsx";
import { QualityProblems } from "./quality-problems.tsx";
import { QualityRatio } from "./quality-ratio.tsx";
import { qualityTwin } from "./quality-twin.tsx";
import { daysShown, feedName, lastDay, qualityAnswer, qualityTitle } from "./quality-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Quality;
}

export function QualityPage({ frame, words, reply }: Props) {
  const { f, t } = words;
  const { first, second } = qualityAnswer(reply, words);
  const last = lastDay(reply);
  const period = t.quality.period(f.long(reply.from), `${f.long(last)} ${f.year(last)}`);
  const span = { from: reply.from, to: reply.to };
  const files = [
    { name: "CSV", href: apiHref("/quality", { ...span, format: "csv" }) },
    { name: "Arrow", href: apiHref("/quality", { ...span, format: "arrow" }) },
    { name: "JSON", href: apiHref("/quality", span) },
  ];
  const drawn = reply.feeds.length > 0;
  return (
    <Document frame={frame} words={words} place="quality" title={t.shell.places.quality}>
      <GlyphSymbols />
      <Answer
        lead={period}
        facts={[t.quality.scope(reply.feeds.length, daysShown(reply))]}
        first={first}
        second={second}
      >
        {drawn && <PickDay frame={frame} reply={reply} words={words} />}
      </Answer>
      {drawn && (
        <>
          <Chart
            words={words}
            title={qualityTitle(reply, words)}
            sub={
              <>
                <span class="wide">{t.quality.sub(false)}</span>
                <span class="narrow">{t.quality.sub(true)}</span>
              </>
            }
            open={pageHref(frame.lang, "/qualite?day={day}#day")}
          >
            <QualityChart reply={reply} words={words} />
          </Chart>
          <QualityKey reply={reply} words={words} />
          <Figures figures={qualityFigures(reply, words)} />
          <QualityDay frame={frame} words={words} reply={reply} />
          <QualityProblems frame={frame} words={words} reply={reply} />
          <QualityAside frame={frame} words={words} reply={reply} />
          <QualityCorrections reply={reply} words={words} />
          <QualityRatio reply={reply} words={words} />
          <QualityFault frame={frame} words={words} reply={reply} />
          <Twin
            title={t.quality.twin(daysShown(reply))}
            files={files}
            tables={qualityTwin(frame, reply, words)}
          />
        </>
      )}
      <How
        words={words}
        sentences={[
          t.quality.how,
          reply.coverage === null ? "" : t.quality.howCoverage(shareOf(reply.coverage, words)),
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${first} ${period}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

/** Feed and day as a plain form: it asks by address and needs no script. */
function PickDay({ frame, reply, words }: Props) {
  const { pick } = words.t.quality;
  return (
    <details class="filter push">
      <summary>{pick.open}</summary>
      <form action={pageHref(frame.lang, "/qualite")} method="get">
        <label>
          {pick.feed}{" "}
          <select name="feed">
            <option value="">{pick.all}</option>
            {reply.feeds.map((feed) => (
              <option value={feed.feed} selected={feed.feed === reply.feed}>
                {feedName(reply, feed, words)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {pick.day} <input type="date" name="day" value={reply.selected?.day ?? lastDay(reply)} required />
        </label>
        <button type="submit">{pick.show}</button>
      </form>
    </details>
  );
}
