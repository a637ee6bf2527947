/** How many people a desk needs in each half-hour of opening, from the hourly forecast. Pure. */
import type { StaffStep } from "../../contract/staffing.ts";
import type { Site } from "../../domain/site.ts";
import { HOUR, type Instant, type LocalDate, MINUTE, minuteOfDay, type Span } from "../../domain/time.ts";
import type { StaffEntry } from "../../store/staff-plan.ts";
import { clockText } from "../opening.ts";

/** Visits of one hour of the site's clock, as quantiles; an hour in which the site is open in part holds the visits
 *  of that part. */
export interface HourForecast {
  /** Start of the hour. */
  readonly start: Instant;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

/** A half-hour of opening as instants beside its clock times. */
export interface OpenStep extends Span {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const HALF = 30;
const DAY_MINUTES = 24 * 60;

/** Opening hours cut at the half-hours of the site's clock; the first and last piece may be shorter. None on a closed
 *  day. */
export function openSteps({ opening, zone }: Site, day: LocalDate): OpenStep[] {
  const known = opening.on(day);
  const spans = known.kind === "open" ? known.spans : [];
  return spans.flatMap(({ from, to }) => {
    const steps: OpenStep[] = [];
    for (let at = from; at < to; ) {
      const minute = minuteOfDay(at, zone);
      const end = Math.min(to, at + (HALF - (minute % HALF)) * MINUTE);
      steps.push({ from: at, to: end, fromMinute: minute, toMinute: minute + (end - at) / MINUTE });
      at = end;
    }
    return steps;
  });
}

/** Visits that 8 hours in 10 do not exceed. Forecasts keep no such quantile: it is read on the line between the 75 %
 *  and the 90 % one, q75 + (q90 − q75) / 3. Between two quantiles of a distribution with a falling tail that line lies
 *  above the true value, so it asks for somebody more rather than for somebody less. */
export function q80Of({ q75, q90 }: Pick<HourForecast, "q75" | "q90">): number {
  return q75 + (q90 - q75) / 3;
}

/** People for a span of opening: visits an hour of opening over visits an hour that one person receives, rounded up,
 *  one at least while the doors are open.
 *  @param visits people in the hour @param openMinutes of that hour, above 0 */
export function peopleFor(visits: number, openMinutes: number, perPerson: number): number {
  const rate = (visits * 60) / openMinutes;
  // A hair above a whole number is the noise of 32-bit storage, not somebody more.
  return Math.max(1, Math.ceil(rate / perPerson - 1e-6));
}

export interface DeskParts {
  readonly site: Site;
  readonly perPerson: number;
  /** In order of `start`, apart. */
  readonly hours: readonly HourForecast[];
  /** In the order in which they were made. */
  readonly plan: readonly StaffEntry[];
}

/** Need and plan of each half-hour of one day. The visits of an hour are taken to come evenly over its open part. On a
 *  closed day a group may come: its need is not known, so only what is planned is told. */
export function staffSteps(day: LocalDate, { site, perPerson, hours, plan }: DeskParts): StaffStep[] {
  const steps = openSteps(site, day);
  if (steps.length === 0) return plannedSteps(day, plan);
  return steps.map((step) => {
    const hour = hours.find(({ start }) => start <= step.from && step.from < start + HOUR);
    const open = hour ? openMinutesIn(steps, hour.start) : 0;
    return {
      from: clockText(step.fromMinute),
      to: clockText(step.toMinute),
      need50: hour ? peopleFor(hour.q50, open, perPerson) : null,
      need80: hour ? peopleFor(q80Of(hour), open, perPerson) : null,
      planned: plannedAt(day, step.fromMinute, plan),
    };
  });
}

/** The newest entry that covers a minute of a day; null where none does. */
function plannedAt(day: LocalDate, minute: number, plan: readonly StaffEntry[]): number | null {
  const entry = plan.findLast(
    (each) => each.day === day && each.fromMinute <= minute && minute < each.toMinute,
  );
  return entry?.people ?? null;
}

function plannedSteps(day: LocalDate, plan: readonly StaffEntry[]): StaffStep[] {
  return Array.from({ length: DAY_MINUTES / HALF }, (_, i) => i * HALF).flatMap((minute) => {
    const planned = plannedAt(day, minute, plan);
    const [from, to] = [clockText(minute), clockText(minute + HALF)];
    return planned ? [{ from, to, need50: null, need80: null, planned }] : [];
  });
}

/** People who are enough 8 times in 10 in the busiest half-hour of a day; null when closed, without a rule for the desk
 *  or where no hour of the day is forecast. */
export function deskPeak(day: LocalDate, site: Site, hours: readonly HourForecast[]): number | null {
  if (site.desk === null) return null;
  const steps = staffSteps(day, { site, perPerson: site.desk.visitsPerPerson, hours, plan: [] });
  const known = steps.flatMap(({ need80 }) => need80 ?? []);
  return known.length > 0 ? Math.max(...known) : null;
}

function openMinutesIn(steps: readonly OpenStep[], start: Instant): number {
  return steps.reduce((sum, { from, to }) => {
    return sum + Math.max(0, Math.min(to, start + HOUR) - Math.max(from, start)) / MINUTE;
  }, 0);
}
