/** The screen "Fréquentation": how many, and better or worse than the year before. */
import type { Attendance } from "../../src/contract/attendance.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, shareOf, shareOrNone, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { PeriodFilter } from "../components/period-filter.tsx";
import { Rich } from "../components/rich.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { AttendanceChart } from "./attendance-chart.tsx";
import { attendanceFigures } from "./attendance-figures.tsx";
import { attendanceTwin } from "./attendance-twin.ts";
import {
  attendanceAnswer,
  attendanceCaveats,
  attendanceTitle,
  lastDay,
  yearBefore,
  yearsOf,
} from "./attendance-words.ts";
import { chosenOf } from "./chosen.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Attendance;
}

export function AttendancePage({ frame, words, reply }: Props) {
  const { f, t } = words;
  const { first, second } = attendanceAnswer(reply, words);
  const { estimated, provisional } = attendanceCaveats(reply, words);
  const last = lastDay(reply);
  const { chosen, all, only, ids: sites } = chosenOf(reply.sites);
  const sameYear = f.year(reply.from) === f.year(last);
  const period = t.attendance.period(
    reply.from >= last ? null : sameYear ? f.long(reply.from) : `${f.long(reply.from)} ${f.year(reply.from)}`,
    `${f.long(last)} ${f.year(last)}`,
  );
  // Nothing to draw where no day has come or all was closed in both years.
  const drawn = reply.rows.some((row) => row.state !== "closed" || row.compare_visits !== null);
  const span = { sites, from: reply.from, to: reply.to };
  const files = [
    { name: "CSV", href: apiHref("/visits", { ...span, compare: "comparable", format: "csv" }) },
    { name: "Arrow", href: apiHref("/visits", { ...span, compare: "comparable", format: "arrow" }) },
    { name: "JSON", href: apiHref("/attendance", span) },
  ];
  const paired = reply.growth.comparable?.days ?? 0;
  const brush = pageHref(frame.lang, `/frequentation?from={from}&to={to}${sites ? `&sites=${sites}` : ""}`);
  return (
    <Document frame={frame} words={words} place="attendance" title={t.shell.groups.attendance}>
      <Answer
        lead={period}
        facts={[
          only ? named(only.name, words.lang) : t.attendance.scope(chosen.length, all, reply.rows.length),
          ...(drawn && provisional ? [provisional] : []),
          ...(drawn && paired === 0 ? [t.attendance.comparedTo(yearBefore(reply))] : []),
        ]}
        first={first}
        second={[estimated, second].filter(Boolean).join(" ")}
      >
        <PeriodFilter frame={frame} words={words} path="/frequentation" span={reply} sites={reply.sites} />
        {paired > 0 && <a href="#pairs">{t.attendance.pairs(paired, yearBefore(reply))}</a>}
      </Answer>
      {drawn && (
        <>
          <Chart
            words={words}
            title={attendanceTitle(reply, words)}
            sub={
              <>
                <span class="wide">{t.attendance.sub(false)}</span>
                <span class="narrow">{t.attendance.sub(true)}</span>
              </>
            }
            open={null}
            brush={brush}
          >
            <AttendanceChart reply={reply} words={words} />
          </Chart>
          <Key reply={reply} words={words} />
          <Marked frame={frame} reply={reply} words={words} />
          <Figures figures={attendanceFigures(reply, words)} />
        </>
      )}
      {reply.rows.length > 0 && (
        <Twin
          title={t.attendance.twin(reply.rows.length)}
          files={files}
          tables={[attendanceTwin(reply, words)]}
          id="pairs"
        />
      )}
      <How
        words={words}
        sentences={[
          t.attendance.how,
          reply.coverage === null || !drawn
            ? ""
            : t.attendance.howCoverage(
                shareOf(reply.coverage, words),
                shareOrNone(reply.estimated_share, words),
              ),
          stateOf(reply.as_of, reply.now, words),
          reply.rows.length > 0 ? t.attendance.revisions(reply.revisions) : "",
        ]}
        figure={reply.figure}
        quote={`${first} ${period}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

/** What is marked on the chart, each with the page of the logbook that tells of its day. */
function Marked({ frame, reply, words }: Props) {
  const { f, t, lang } = words;
  if (reply.marks.length === 0) return null;
  const { ids } = chosenOf(reply.sites);
  const sites = ids === null ? "" : `&sites=${ids}`;
  return (
    <ul class="key marked" aria-label={t.attendance.marked}>
      {reply.marks.map(({ day, name }) => (
        <li>
          <a href={pageHref(frame.lang, `/journal?from=${day}&last=${day}${sites}`)}>
            <Rich text={`${f.short(day)}, ${named(name, lang)}`} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Key({ reply, words }: { reply: Attendance; words: Words }) {
  const { t } = words;
  const { key } = t.attendance;
  const has = (state: string) => reply.rows.some((row) => row.state === state);
  const [span] = reply.breaks;
  return (
    <ReadingKey
      label={t.shell.readingKey}
      items={[
        { swatch: "line", text: key.measured(yearsOf(reply)) },
        ...(has("estimated") ? [{ swatch: "estimated" as const, text: key.estimated }] : []),
        { swatch: "before", text: t.attendance.comparableYear(yearBefore(reply)) },
        ...(reply.rows.some((row) => row.visits === 0) ? [{ swatch: "zero" as const, text: key.zero }] : []),
        ...(has("closed") ? [{ swatch: "closed" as const, text: key.closed }] : []),
        ...(has("missing") ? [{ swatch: "missing" as const, text: key.missing }] : []),
        ...(span ? [{ swatch: "holidays" as const, text: key.holidays(span.zone) }] : []),
      ]}
    />
  );
}
