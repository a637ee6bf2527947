/** Conditions on a day as the territory file writes them: dates, seasons, weekdays, holidays, events.
 *  All the conditions that are present must hold. */
import { addDays, type LocalDate } from "./time.ts";

export const DAY_KINDS = [
  "school-holidays",
  "not-school-holidays",
  "public-holidays",
  "not-public-holidays",
] as const;

/** Kinds of day that a rule may ask for; school holidays are those of the territory's own zone. */
export type DayKind = (typeof DAY_KINDS)[number];

/** Dates are `MM-DD` (every year) or `YYYY-MM-DD`. An absent condition holds for every day. */
export interface DayConditions {
  readonly on?: readonly string[] | undefined;
  /** Seasons of which one must hold the day; both ends inclusive. `MM-DD` ends wrap over New Year. */
  readonly between?: readonly (readonly [string, string])[] | undefined;
  readonly when?: DayKind | undefined;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly days?: readonly number[] | undefined;
  /** The nth such weekday of its month: 1–5 counted from its start, -1 the last. */
  readonly nth?: readonly number[] | undefined;
  /** Ids of events of which one must take place. */
  readonly events?: readonly string[] | undefined;
}

/** What a condition looks at. */
export interface MatchableDay {
  readonly date: LocalDate;
  readonly weekday: number;
  readonly holiday: object | null;
  readonly school: { readonly home: boolean } | null;
  readonly events: readonly string[];
}

type Test = (day: MatchableDay) => boolean;

/** Turns conditions into one test; no condition at all holds for every day. */
export function compileConditions(conditions: DayConditions): Test {
  const tests: Test[] = [];
  const { on, between, when, days, nth, events } = conditions;
  if (on) {
    const dates = new Set(on);
    tests.push(({ date }) => dates.has(date) || dates.has(date.slice(5)));
  }
  if (between) tests.push(({ date }) => between.some(([first, last]) => isWithin(date, first, last)));
  if (when) tests.push(KIND_TESTS[when]);
  if (days) tests.push(({ weekday }) => days.includes(weekday));
  if (nth) tests.push(({ date }) => nth.includes(nthOfMonth(date)) || (nth.includes(-1) && isLast(date)));
  if (events) tests.push((day) => events.some((id) => day.events.includes(id)));
  return (day) => tests.every((test) => test(day));
}

const KIND_TESTS: Readonly<Record<DayKind, Test>> = {
  "school-holidays": ({ school }) => school?.home === true,
  "not-school-holidays": ({ school }) => school?.home !== true,
  "public-holidays": ({ holiday }) => holiday !== null,
  "not-public-holidays": ({ holiday }) => holiday === null,
};

/** TRICKY: `MM-DD` sorts like the calendar, so 12-24 to 02-10 is "from 12-24 on, or up to 02-10". */
function isWithin(date: LocalDate, first: string, last: string): boolean {
  const day = first.length === 5 ? date.slice(5) : date;
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

function nthOfMonth(date: LocalDate): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

function isLast(date: LocalDate): boolean {
  return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
}
