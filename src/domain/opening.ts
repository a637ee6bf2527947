/** Opening rules: which hours a site is open on a day, why it is closed, and the same as instants. */
import type { Calendar } from "./calendar.ts";
import { compileConditions, type DayConditions } from "./day-match.ts";
import type { Localized } from "./language.ts";
import {
  addDays,
  atLocalTime,
  type Instant,
  type LocalDate,
  localDate,
  MINUTE,
  minuteOfDay,
  offsetMinutes,
  QUARTER,
  type Span,
  type Zone,
} from "./time.ts";

/** Minutes after local midnight by the wall clock, half-open; 1440 = midnight at the end of the day. */
export interface MinuteSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** One rule: when its conditions hold, the day is open at these hours (in order, apart), or closed. */
export type OpeningRule = { readonly conditions: DayConditions } & (
  | { readonly kind: "open"; readonly hours: readonly MinuteSpan[] }
  | { readonly kind: "closed"; readonly reason?: Localized }
);

/** `spans` are the hours as instants, in order, right on 23- and 25-hour days. */
export type OpeningDay =
  | { readonly kind: "open"; readonly hours: readonly MinuteSpan[]; readonly spans: readonly Span[] }
  | { readonly kind: "closed"; readonly reason?: Localized };

/** Compiled opening rules of one site. */
export interface Opening {
  readonly zone: Zone;
  readonly on: (date: LocalDate) => OpeningDay;
}

/** Anything that has opening rules: a site, or a stand-in in a test. */
export interface HasOpening {
  readonly opening: Opening;
}

// Looking for the next opening stops here: a site closed for longer than a year has no next opening to tell.
const LOOK_AHEAD_DAYS = 400;
const MEMORY = 40_000;

/** The first rule that matches a day wins; a day without a rule is closed. Days are remembered. */
export function compileOpening(rules: readonly OpeningRule[], calendar: Calendar, zone: Zone): Opening {
  const tests = rules.map((rule) => ({ rule, holds: compileConditions(rule.conditions) }));
  const days = new Map<LocalDate, OpeningDay>();
  const compute = (date: LocalDate): OpeningDay => {
    const facts = calendar.dayFacts(date);
    const rule = tests.find(({ holds }) => holds(facts))?.rule;
    if (rule?.kind === "open")
      return { kind: "open", hours: rule.hours, spans: spansOf(rule.hours, date, zone) };
    return rule?.reason ? { kind: "closed", reason: rule.reason } : { kind: "closed" };
  };
  const on = (date: LocalDate): OpeningDay => {
    let day = days.get(date);
    if (!day) {
      if (days.size >= MEMORY) days.clear();
      day = Object.freeze(compute(date));
      days.set(date, day);
    }
    return day;
  };
  return { zone, on };
}

/** Whether a site is open on a local day, at which hours, or why not. */
export function openingOn(site: HasOpening, date: LocalDate): OpeningDay {
  return site.opening.on(date);
}

/** Minutes that really pass while a site is open on a day; 0 when closed, 1500 at most (25 hours). */
export function openMinutes(site: HasOpening, date: LocalDate): number {
  const day = site.opening.on(date);
  if (day.kind === "closed") return 0;
  return day.spans.reduce((sum, { from, to }) => sum + (to - from) / MINUTE, 0);
}

/** True when a site is open at an instant; the closing instant itself is closed. */
export function isOpenAt(site: HasOpening, at: Instant): boolean {
  const day = site.opening.on(localDate(at, site.opening.zone));
  return day.kind === "open" && day.spans.some(({ from, to }) => from <= at && at < to);
}

/** The first span of opening that begins at or after an instant; null when none does within 400 days. */
export function nextOpening(site: HasOpening, at: Instant): Span | null {
  const today = localDate(at, site.opening.zone);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = site.opening.on(addDays(today, ahead));
    const span = day.kind === "open" ? day.spans.find(({ from }) => from >= at) : undefined;
    if (span) return span;
  }
  return null;
}

/** Hours that the clock skips altogether leave no span. */
function spansOf(hours: readonly MinuteSpan[], date: LocalDate, zone: Zone): readonly Span[] {
  return hours
    .map(({ fromMinute, toMinute }) => {
      return { from: instantOf(date, fromMinute, zone), to: instantOf(date, toMinute, zone) };
    })
    .filter(({ from, to }) => from < to);
}

/** TRICKY: a time that the clock skips (02:30 in March) is the instant of the skip, so that neighbouring hours
 *  never overlap; {@link atLocalTime} alone would move it an hour forward. */
function instantOf(date: LocalDate, minute: number, zone: Zone): Instant {
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const at = atLocalTime(date, time, zone);
  if (minute === 1440 || minuteOfDay(at, zone) === minute) return at;
  const offset = offsetMinutes(at, zone);
  let skip = Math.floor(at / QUARTER) * QUARTER;
  while (offsetMinutes(skip - QUARTER, zone) === offset) skip -= QUARTER;
  return skip;
}
