/** The calendar in its two forms: all weeks in half-year strips, and the last twelve for a phone. */
import type { Calendar, CalendarDay } from "../../src/contract/calendar.ts";
import { daysBetween, weekday } from "../../src/domain/time.ts";
import { type Classes, classesOf } from "../charts/classes.ts";
import { YearCalendar } from "../charts/year-calendar.tsx";
import { layoutYear } from "../charts/year-layout.ts";
import type { YearDay, YearFrame } from "../charts/year-model.ts";
import { ReadingKey, type Swatch } from "../components/key.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { calendarLabel, weekdayNames } from "./calendar-words.ts";
import { shadeItems } from "./shade-key.ts";

interface Props {
  readonly reply: Calendar;
  readonly words: Words;
}

/** Weeks of a phone, and from so many weeks on two strips. */
const PHONE_WEEKS = 12;
const LONG_WEEKS = 30;
/** A few weeks keep their size instead of filling the width. */
const FEWEST_WEEKS = 16;

/** People are counted, so a class is one visit wide at least. */
export function dayClasses(reply: Calendar): Classes {
  return classesOf(
    reply.rows.flatMap(({ visits }) => visits ?? []),
    1,
  );
}

export function CalendarChart({ reply, words }: Props) {
  const weeks = Math.ceil((weekday(reply.from) - 1 + reply.rows.length) / 7);
  const strip = weeks > LONG_WEEKS ? Math.ceil(weeks / 2) : Math.max(FEWEST_WEEKS, weeks);
  return (
    <>
      <Drawing
        reply={reply}
        words={words}
        form="wide"
        rows={reply.rows}
        frame={{ weeks: strip, width: 648, usual: 1096, row: 26 }}
      />
      <Drawing
        reply={reply}
        words={words}
        form="narrow"
        rows={phoneRows(reply)}
        frame={{ weeks: PHONE_WEEKS, width: 288, usual: 288, row: 26 }}
      />
    </>
  );
}

/** The weeks up to the one that goes on, or to the end of a period that is over. */
function phoneRows(reply: Calendar): readonly CalendarDay[] {
  const lead = weekday(reply.from) - 1;
  const past = reply.rows.findLastIndex(({ state }) => state !== "coming" && state !== "closed");
  const lastWeek = Math.floor((lead + Math.max(0, past)) / 7);
  const first = Math.max(0, (lastWeek - PHONE_WEEKS + 1) * 7 - lead);
  return reply.rows.slice(first, first + 7 * PHONE_WEEKS - (first === 0 ? lead : 0));
}

interface DrawingProps extends Props {
  readonly form: "wide" | "narrow";
  readonly rows: readonly CalendarDay[];
  readonly frame: YearFrame;
}

function Drawing({ reply, words, form, rows, frame }: DrawingProps) {
  const { f, lang } = words;
  const first = rows[0] ? daysBetween(reply.from, rows[0].day) : 0;
  const marked = new Set(reply.marks.map(({ day }) => day));
  const days = rows.map(
    (row): YearDay => ({
      day: row.day,
      ...(isUntold(row) ? { visits: null, state: "coming" } : { visits: row.visits, state: row.state }),
      expected: row.forecast_middle,
      figure: row.visits === null ? "" : figureText(row, words),
      marked: marked.has(row.day),
    }),
  );
  const breaks = reply.breaks.map((span) => ({
    run: { from: daysBetween(reply.from, span.from) - first, to: daysBetween(reply.from, span.to) - first },
    title: named(span.name, lang),
  }));
  const drawn = breaks.filter(({ run }) => run.to > 0 && run.from < rows.length);
  const today = rows.findIndex(({ day }) => day === f.dayOf(reply.now));
  return (
    <YearCalendar
      form={form}
      layout={layoutYear(days, drawn, dayClasses(reply), today, frame)}
      label={calendarLabel(reply, rows, words)}
      weekdays={weekdayNames(words)}
      month={(day) =>
        day === days[0]?.day || day.endsWith("-01-01")
          ? `${f.monthShort(day)} ${f.year(day)}`
          : f.monthShort(day)
      }
      first={first}
      count={rows.length}
    />
  );
}

/** Nobody yet on a day that goes on: no zero. */
export const isUntold = ({ visits, at_least }: CalendarDay) => visits === 0 && at_least;

/** 386, ≈ 94, ≥ 37. */
export function figureText({ visits, state, at_least }: CalendarDay, { f }: Words): string {
  const sign = at_least ? "≥" : state === "estimated" ? "≈" : "";
  return `${sign}${f.int(visits ?? 0)}`;
}

export function CalendarKey({ reply, words }: Props) {
  const { t, f } = words;
  const { key } = t.calendar;
  const has = (holds: (row: CalendarDay) => boolean) => reply.rows.some(holds);
  const [span] = reply.breaks;
  const item = (shown: boolean, swatch: Swatch, text: string) => (shown ? [{ swatch, text }] : []);
  return (
    <ReadingKey
      label={t.shell.readingKey}
      items={[
        ...shadeItems(dayClasses(reply), (n) => f.int(n), 1, words),
        ...item(
          has((row) => row.visits === 0 && !isUntold(row)),
          "zero",
          key.zero,
        ),
        ...item(
          has(({ state }) => state === "closed"),
          "closed",
          key.closed,
        ),
        ...item(
          has(({ state }) => state === "missing"),
          "missing",
          key.missing,
        ),
        ...item(
          has(({ state }) => state === "estimated"),
          "estimatedDay",
          key.estimated,
        ),
        ...item(
          has(({ day }) => day === f.dayOf(reply.now)),
          "frame",
          key.today,
        ),
        ...item(
          has((row) => row.forecast_middle !== null),
          "coming",
          key.coming,
        ),
        ...item(reply.marks.length > 0, "marked", key.marked),
        ...(span ? item(true, "holidays", key.holidays(span.zone)) : []),
      ]}
    />
  );
}
