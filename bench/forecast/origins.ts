/** Origins of the benchmark, by rule and not by hand, so that windows resemble those of which the peers' figures are
 *  known, which shows in what repeating the week makes of them. Half of the hourly weeks hold a public holiday, on their
 *  first, second or third day in turn; the others, and the origins of museums and street totals, have none in the week
 *  before and after. With bookings holidays matter little: every sixth day once a year is known, as in the other tasks by day;
 *  beside them, every 17th day from half a year on. */
import { dayNumber, type LocalDate } from "../../src/domain/time.ts";
import type { Counts } from "./data.ts";

export type Weeks = "holiday" | "ordinary";

export interface Origin {
  /** Step index; always the start of a day. */
  readonly step: number;
  readonly weeks: Weeks;
}

/** Days, `to` excluded. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Not a multiple of seven, so that quiet origins fall on every weekday. */
const EVERY = 13;
/** Days from an origin to its holiday, in turn. */
const AHEAD = [0, 1, 2];

/** Weeks with a holiday and as many ordinary ones, in the order of time.
 *  @param perKind weeks of each kind, spread evenly; absent = every run of holidays at each distance, and every 13th
 *  quiet day */
export function hourlyOrigins(counts: Counts, span: Span, perKind?: number): Origin[] {
  const runs = firstHolidays(counts, span);
  const before =
    perKind === undefined
      ? runs.flatMap((day) => AHEAD.map((ahead) => day - ahead))
      : spread(runs, perKind).map((day, n) => day - (AHEAD[n % AHEAD.length] ?? 0));
  const quiet = quietDays(counts, span).filter((_, n) => n % EVERY === 0);
  const ordinary = perKind === undefined ? quiet : spread(quiet, perKind);
  return [...toOrigins(counts, before, "holiday"), ...toOrigins(counts, ordinary, "ordinary")].sort(
    (a, b) => a.step - b.step,
  );
}

/** Every n-th quiet day. */
export function quietOrigins(counts: Counts, span: Span, every = EVERY): Origin[] {
  const days = quietDays(counts, span).filter((_, n) => n % every === 0);
  return toOrigins(counts, days, "ordinary");
}

/** Every n-th day, whatever day it is. */
export function steadyOrigins(counts: Counts, span: Span, every: number): Origin[] {
  const days = daysOf(span).filter((_, n) => n % every === 0);
  return toOrigins(counts, days, "ordinary");
}

/** First day of each run of holidays. */
function firstHolidays({ holidays }: Counts, { from, to }: Span): number[] {
  const days = new Set(holidays.map(dayNumber));
  return [...days].filter((day) => day >= dayNumber(from) && day < dayNumber(to) && !days.has(day - 1));
}

/** Days without a holiday in the seven before them and the seven from them on. */
function quietDays({ holidays }: Counts, span: Span): number[] {
  const days = holidays.map(dayNumber);
  return daysOf(span).filter((day) => days.every((holiday) => holiday < day - 7 || holiday >= day + 7));
}

function daysOf({ from, to }: Span): number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first }, (_, i) => first + i);
}

function spread(days: readonly number[], count: number): number[] {
  if (days.length <= count) return [...days];
  return Array.from(
    { length: count },
    (_, n) => days[Math.round((n * (days.length - 1)) / (count - 1))] ?? 0,
  );
}

function toOrigins({ set: { axis } }: Counts, days: readonly number[], weeks: Weeks): Origin[] {
  return days.map((day) => ({ step: axis.dayFrom[day - axis.firstDay] ?? 0, weeks }));
}
