/** The attendance chart in its two forms: the whole period, and the last 28 days for a phone. */
import type { Attendance } from "../../src/contract/attendance.ts";
import { daysBetween } from "../../src/domain/time.ts";
import { layoutAttendance } from "../charts/attendance-layout.ts";
import { AttendanceLine } from "../charts/attendance-line.tsx";
import type { LineFrame, LineWords } from "../charts/attendance-model.ts";
import { layoutWeeks, type WeekColumn } from "../charts/week-timetable.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { attendanceLabel, yearBefore, yearsOf } from "./attendance-words.ts";

type Form = "wide" | "narrow";

/** Narrowest plots that the two forms are made for, in pixels. */
const FRAMES: Record<Form, LineFrame> = {
  wide: { width: 648, usual: 1096, top: 64, bottom: 368 },
  narrow: { width: 288, usual: 288, top: 56, bottom: 264 },
};
const PHONE_DAYS = 28;

export function AttendanceChart({ reply, words }: { reply: Attendance; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Attendance; words: Words; form: Form }) {
  const { t, f } = words;
  const first = form === "wide" ? 0 : Math.max(0, reply.rows.length - PHONE_DAYS);
  const rows = reply.rows.slice(first);
  const frame = FRAMES[form];
  const text = lineWords(reply, first, rows.length, form, words);
  const days = rows.map((row) => ({
    visits: row.visits,
    before: row.compare_visits,
    state: row.state,
    weekend: isWeekend(row.day),
  }));
  return (
    <AttendanceLine
      form={form}
      layout={layoutAttendance(days, text, frame)}
      words={text}
      texts={{
        label: attendanceLabel(reply, words),
        unit: t.shell.perDay,
        missing: t.shell.missing,
      }}
      weeks={layoutWeeks(
        weekColumns(reply, first, form, words),
        rows.length,
        frame.width / Math.max(1, rows.length),
      )}
      count={rows.length}
      first={first}
      dot={rows.length > 130 ? 3 : rows.length > 75 ? 5 : form === "wide" ? 7 : 6}
      format={f}
    />
  );
}

function lineWords(
  reply: Attendance,
  first: number,
  count: number,
  form: Form,
  { f, t, lang }: Words,
): LineWords {
  const slotOf = (day: string) => daysBetween(reply.from, day) - first;
  const before = yearBefore(reply);
  const byDay = new Map(reply.rows.map((row) => [row.day, row]));
  const highest = Math.max(0, ...reply.marks.map(({ day }) => byDay.get(day)?.visits ?? 0));
  return {
    estimated: form === "wide" ? t.shell.estimated : "",
    open: form === "wide" ? t.attendance.open : "",
    year: yearsOf(reply),
    before: form === "wide" ? t.attendance.comparableYear(before) : t.attendance.comparableShort(before),
    marks: reply.marks.flatMap((mark) => {
      const row = byDay.get(mark.day);
      const slot = slotOf(mark.day);
      if (!row || slot < 0 || row.visits === null) return [];
      const name = named(mark.name, lang);
      const compared =
        mark.compare_visits === null || row.compare_day === null ? null : f.int(mark.compare_visits);
      const value = t.attendance.markValue(
        f.int(row.visits),
        compared,
        f.short(row.compare_day ?? mark.day),
        f.year(row.compare_day ?? mark.day),
      );
      const short = f.short(mark.day);
      if (form === "narrow") {
        // A phone has room for one name: that of the highest day.
        const fits = row.visits === highest && name.length <= 20;
        return [{ slot, title: t.outlook.calloutShort(short, f.int(row.visits)), value: fits ? name : "" }];
      }
      return mark.kind === "holiday"
        ? [{ slot, title: short, value: `${name}, ${f.int(row.visits)}` }]
        : [{ slot, title: `${short}, ${name}`, value }];
    }),
    breaks: reply.breaks.flatMap((span) => {
      const run = { from: slotOf(span.from), to: slotOf(span.to) };
      if (run.to <= 0 || run.from >= count) return [];
      const last = new Date(Date.parse(`${span.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      return [
        {
          run,
          title:
            form === "wide"
              ? t.attendance.breakTitle(named(span.name, lang), span.zone)
              : named(span.name, lang),
          sub: t.attendance.breakSub(
            f.short(span.from),
            f.short(last),
            form === "wide" ? span.difference : null,
          ),
        },
      ];
    }),
  };
}

/** From so many weeks on, months are ruled instead. */
const MANY_WEEKS = 26;

/** One tick a month, on its first day, spaced regularly: a year has no room for its weeks. */
function monthColumns(reply: Attendance, { f }: Words): WeekColumn[] {
  const firsts = reply.rows.flatMap(({ day }, slot) => (day.endsWith("-01") ? [{ day, slot }] : []));
  const every = Math.max(1, Math.ceil(firsts.length / 12));
  return firsts
    .filter((_, i) => i % every === 0)
    .map(({ day, slot }) => ({
      slot,
      head: day.slice(5, 7) === "01" ? f.year(day) : f.monthShort(day),
      total: "",
      shortHead: "",
      note: "",
      difference: "",
      roomy: null,
    }));
}

function weekColumns(reply: Attendance, first: number, form: Form, words: Words): WeekColumn[] {
  const { f, t } = words;
  if (form === "wide" && reply.weeks.length > MANY_WEEKS) return monthColumns(reply, words);
  const before = yearBefore(reply);
  return reply.weeks.map((week, i) => {
    const slot = daysBetween(reply.from, week.monday) - first;
    const difference = week.difference === null ? "" : f.signed(week.difference);
    const opens = i === 0 && form === "wide";
    return {
      slot,
      head:
        form === "wide" ? `${t.shell.weekLabel(week.week)} · ${f.short(week.monday)}` : f.short(week.monday),
      total: week.visits === null ? "—" : f.int(week.visits),
      shortHead: form === "wide" ? t.shell.weekLabel(week.week) : "",
      note: week.partial ? t.attendance.week.partial : "",
      difference,
      roomy: opens ? { total: t.attendance.week.visits, difference: t.attendance.week.over(before) } : null,
    };
  });
}
