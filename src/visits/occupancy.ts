/** People inside a site now: entries less exits since it opened. A door loses people, so the sum starts anew at each
 *  opening, never falls below nobody, and comes with what the door was off by on past days. Pure. */
import type { HasOpening } from "../domain/opening.ts";
import { HOUR, type Instant, type LocalDate, localDate, MINUTE, QUARTER, type Zone } from "../domain/time.ts";
import { openSpans } from "./open-time.ts";

/** What one door counted of a quarter hour (or longer, as it reports). */
export interface Crossings {
  readonly feed: string;
  readonly start: Instant;
  /** Length of the span; 0 counts as a quarter hour. */
  readonly minutes: number;
  readonly ins: number;
  readonly outs: number;
}

/** What one door counted on one day. */
export interface DayCrossings {
  readonly site: string;
  readonly feed: string;
  readonly day: LocalDate;
  readonly ins: number;
  readonly outs: number;
}

export interface Occupancy {
  readonly people: number;
  /** People; null with too few past days. */
  readonly tolerance: number | null;
  /** End of what every door has told. */
  readonly at: Instant;
}

/** A door that has said nothing for so long says nothing about now. */
const SILENT_MS = HOUR;
/** Share of days on which the tolerance holds, and days needed to tell. */
const HOLDS = 0.8;
const ENOUGH_DAYS = 7;

/** Null while closed, before the first report since opening, while a door is silent, and where a door counts one way
 *  only. @param rows of the day @param past days before, in any order */
export function occupancyOf(
  site: HasOpening & { readonly zone: Zone },
  rows: readonly Crossings[],
  past: readonly DayCrossings[],
  now: Instant,
): Occupancy | null {
  const span = openSpans(site, localDate(now, site.zone)).find(({ from, to }) => from <= now && now < to);
  if (!span) return null;
  const own = rows.filter(({ start }) => start >= Math.floor(span.from / QUARTER) * QUARTER && start < now);
  const doors = new Set([...own, ...past].map(({ feed }) => feed));
  if (doors.size === 0 || [...doors].some((door) => isOneWay(door, own, past))) return null;
  const at = Math.min(now, ...[...doors].map((door) => heardUntil(door, own)));
  if (now - at > SILENT_MS) return null;
  let people = 0;
  for (const { ins, outs } of own) people = Math.max(0, people + ins - outs);
  const crossed = Math.max(total(own, "ins"), total(own, "outs"));
  const share = shareOff(past);
  return { people, tolerance: share === null ? null : Math.ceil(share * crossed), at };
}

/** Share of the larger of entries and exits by which the two differ at most on 8 days of 10; null with under a week of
 *  days. Everybody is out at midnight, so all of the difference is the doors' error. */
export function shareOff(past: readonly DayCrossings[]): number | null {
  const days = [...Map.groupBy(past, ({ day }) => day).values()].flatMap((doors) => {
    const [ins, outs] = [total(doors, "ins"), total(doors, "outs")];
    return ins > 0 && outs > 0 ? [Math.abs(ins - outs) / Math.max(ins, outs)] : [];
  });
  if (days.length < ENOUGH_DAYS) return null;
  days.sort((a, b) => a - b);
  return days[Math.ceil(HOLDS * days.length) - 1] ?? null;
}

function isOneWay(door: string, rows: readonly Crossings[], past: readonly DayCrossings[]): boolean {
  const own = [...rows, ...past].filter(({ feed }) => feed === door);
  return total(own, "ins") > 0 && total(own, "outs") === 0;
}

function heardUntil(door: string, rows: readonly Crossings[]): Instant {
  const ends = rows.flatMap((row) =>
    row.feed === door ? [row.start + Math.max(QUARTER, row.minutes * MINUTE)] : [],
  );
  return Math.max(0, ...ends);
}

function total<Way extends "ins" | "outs">(rows: readonly Record<Way, number>[], way: Way): number {
  return rows.reduce((sum, row) => sum + row[way], 0);
}
