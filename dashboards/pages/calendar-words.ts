/** What the calendar screen finds in its reply: the fullest and the calmest, and the sentences that say so. */
import type { Calendar, CalendarDay, WeekHour } from "../../src/contract/calendar.ts";
import { addDays } from "../../src/domain/time.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import type { Sentences } from "./today-answer.ts";

/** Fewer days make no habit. */
const ENOUGH = 4;
/** A month with fewer open days is not compared with others. */
const MONTH_DAYS = 8;

/** An hour of a weekday with its mean. */
export interface Slot extends WeekHour {
  readonly visits: number;
}

/** Hours of which some weekday was open often enough to speak of a habit. */
export function habitualHours(reply: Calendar): WeekHour[] {
  const habits = new Set(reply.hours.filter((each) => each.open_days >= ENOUGH).map(({ hour }) => hour));
  return reply.hours.filter(({ hour }) => habits.has(hour));
}

/** Slots known well enough to be ranked, fullest first; equal ones in order of the week. The half hour before closing
 *  is calm by itself: an hour counts where it is open for three quarters at least. */
export function slotsOf(reply: Calendar): Slot[] {
  return reply.hours
    .flatMap((hour): Slot[] =>
      hour.visits === null || hour.days < ENOUGH || hour.at_least || hour.open_hours < 0.75 * hour.open_days
        ? []
        : [{ ...hour, visits: hour.visits }],
    )
    .sort((a, b) => b.visits - a.visits || a.weekday - b.weekday || a.hour - b.hour);
}

/** A rate: one decimal below ten; never 0 for something. */
export function rateText(rate: number, { f }: Pick<Words, "f">): string {
  if (rate === 0) return "0";
  if (rate < 0.05) return `<${f.decimal(0.1)}`;
  return rate < 9.95 ? f.decimal(rate) : f.int(rate);
}

/** A Monday: weekdays are named after its week. */
const MONDAY = "2024-01-01";

/** Monday to Sunday, short. */
export function weekdayNames({ f }: Words): string[] {
  return Array.from({ length: 7 }, (_, i) => f.weekdayShort(addDays(MONDAY, i)));
}

/** "samedi de 15 h à 16 h". */
export function slotText({ weekday, hour }: Pick<WeekHour, "weekday" | "hour">, { f, t }: Words): string {
  const name = f.weekday(addDays(MONDAY, weekday - 1));
  return t.calendar.slot(name, f.minutes(hour * 60), f.minutes((hour + 1) * 60));
}

/** The day with the most visits, null without any. */
export function peakDay(reply: Calendar): (CalendarDay & { readonly visits: number }) | null {
  let best: (CalendarDay & { readonly visits: number }) | null = null;
  for (const row of reply.rows) {
    if (row.visits !== null && row.visits > (best?.visits ?? 0)) best = { ...row, visits: row.visits };
  }
  return best;
}

/** "vendredi 20 novembre 2026". */
const dayText = (day: string, { f }: Words) => `${f.weekday(day)} ${f.long(day)} ${f.year(day)}`;

export function calendarAnswer(reply: Calendar, words: Words): Sentences {
  const { t, f } = words;
  const open = reply.rows.filter(({ state }) => state !== "closed");
  if (open.length === 0) return { first: t.calendar.allClosed, second: "" };
  if (open.every(({ state }) => state === "coming")) return { first: t.calendar.notYet, second: "" };
  const peak = peakDay(reply);
  if (reply.total === null) return { first: t.calendar.empty, second: t.calendar.emptyNext };
  const strongest = peak ? t.calendar.dayOnly(dayText(peak.day, words), f.int(peak.visits)) : "";
  const slots = slotsOf(reply);
  const [fullest] = slots;
  const calmest = slots.at(-1);
  if (!fullest || !calmest || fullest === calmest || fullest.visits === 0) {
    return {
      first: strongest || t.shell.visits(reply.total),
      second: reply.hours.length === 0 ? t.calendar.noHours : t.calendar.fewHours,
    };
  }
  return {
    first: t.calendar.answer(slotText(fullest, words), rateText(fullest.visits, words)),
    second: [t.calendar.second(slotText(calmest, words), rateText(calmest.visits, words)), strongest]
      .filter(Boolean)
      .join(" "),
  };
}

/** The finding of the calendar: the fullest month against the calmest. */
export function calendarTitle(reply: Calendar, words: Words): string {
  const { f, t } = words;
  const counted = reply.rows.filter((row) => row.visits !== null && !row.at_least && row.open_hours > 0);
  const months = [...Map.groupBy(counted, ({ day }) => day.slice(0, 7)).values()]
    .filter((days) => days.length >= MONTH_DAYS)
    .map((days) => ({
      day: days[0]?.day ?? reply.from,
      mean: days.reduce((sum, { visits }) => sum + (visits ?? 0), 0) / days.length,
    }))
    .sort((a, b) => b.mean - a.mean);
  const [full] = months;
  const calm = months.at(-1);
  if (!full || !calm || full === calm || Math.round(full.mean) === Math.round(calm.mean))
    return t.calendar.titlePlain;
  const month = (day: string) => `${f.month(day)} ${f.year(day)}`;
  return t.calendar.titleMonths(month(full.day), f.int(full.mean), month(calm.day), f.int(calm.mean));
}

/** The finding of the grid: the hour that is the fullest of most weekdays. */
export function gridTitle(reply: Calendar, { f, t }: Words): string {
  const tops = [...Map.groupBy(slotsOf(reply), ({ weekday }) => weekday).values()].flatMap(([top]) =>
    top && top.visits > 0 ? top : [],
  );
  const [common] = [...Map.groupBy(tops, ({ hour }) => hour)].sort(
    ([a, days], [b, others]) => others.length - days.length || a - b,
  );
  if (!common || common[1].length < 3) return t.calendar.gridPlain;
  const [hour, days] = common;
  const title = t.calendar.gridTitle(
    f.minutes(hour * 60),
    f.minutes((hour + 1) * 60),
    days.length,
    tops.length,
  );
  return capital(title);
}

/** The calendar in one sentence. */
export function calendarLabel(reply: Calendar, rows: readonly CalendarDay[], words: Words): string {
  const { f, t } = words;
  const [first, last] = [rows[0]?.day ?? reply.from, rows.at(-1)?.day ?? reply.from];
  const peak = peakDay({ ...reply, rows: [...rows] });
  return t.calendar.chartLabel(
    `${f.long(first)} ${f.year(first)}`,
    `${f.long(last)} ${f.year(last)}`,
    peak ? t.calendar.peak(dayText(peak.day, words), f.int(peak.visits)) : t.calendar.nothing,
  );
}

/** What is special about a day, "" for nothing. */
export function markName(reply: Calendar, day: string, { lang }: Words): string {
  const mark = reply.marks.find((each) => each.day === day);
  return mark ? named(mark.name, lang) : "";
}
