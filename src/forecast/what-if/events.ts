/** What an event, or free entry, did on past days: each occurrence against ordinary days around it. */
import { excess, mean, neighbours, noiseOf, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";
import { spreadOf } from "./spread.ts";
import { percents } from "./words.ts";

/** Occurrences of an event that are needed. */
const FEWEST_TIMES = 2;
/** Free days that are needed, and the times at which they came. */
const FEWEST_FREE = 3;

/** Effect of one more day of an event; days that are public holidays too teach nothing about it. */
export function eventEffect(past: Past, event: string, day: number): Effect | NoEffect {
  if (hasEvent(past, day, [event])) return refused(`${event} is already on that day`);
  const times = occurrences(past, [event]);
  if (times.length < FEWEST_TIMES) {
    return refused(`${event} was seen ${count(times.length, "time")} (${FEWEST_TIMES} are needed)`);
  }
  const effects = times.map(({ effect }) => effect);
  const spread = spreadOf(effects, noiseOfTimes(past, times));
  return {
    kind: "factor",
    ...spread,
    because: `${event}: ${count(times.length, "time")}, ${percents(effects)}`,
  };
}

/** Effect of a free day, from events on which entry was free.
 *  @param free ids of those events */
export function freeEntryEffect(past: Past, free: readonly string[], day: number): Effect | NoEffect {
  if (hasEvent(past, day, free)) return refused("entry is already free on that day");
  const times = occurrences(past, free);
  const days = times.reduce((sum, time) => sum + time.days, 0);
  if (days < FEWEST_FREE || times.length < FEWEST_TIMES) {
    return refused(
      `${count(days, "free day")} in the past (${FEWEST_FREE} are needed, of ${FEWEST_TIMES} times)`,
    );
  }
  const effects = times.map(({ effect }) => effect);
  const names = [...new Set(times.map(({ event }) => event))].join(", ");
  const because = `${count(days, "free day")}, all of ${names}, which may draw people by itself: ${percents(effects)}`;
  return { kind: "factor", ...spreadOf(effects, noiseOfTimes(past, times)), because };
}

/** Share of a day's luck (weather, works in the street) that the other days of an occurrence have too. */
const SHARED = 0.3;

/** Variance of one occurrence when all have the same effect: the mean of several days varies less than a day. */
function noiseOfTimes(past: Past, times: readonly Occurrence[]): number {
  return noiseOf(past) * mean(times.map(({ days }) => SHARED + (1 - SHARED) / days));
}

/** Days on end with one event. */
interface Occurrence {
  readonly event: string;
  readonly days: number;
  /** Mean log excess of its days. */
  readonly effect: number;
}

function occurrences(past: Past, events: readonly string[]): Occurrence[] {
  return events.flatMap((event) => {
    const found: { last: number; readonly offs: number[] }[] = [];
    for (let day = 0; day < past.origin; day++) {
      if (!hasEvent(past, day, [event]) || past.calendar.special.get(day)?.kind === "holiday") continue;
      // The hours that an event has of its own are part of what it does.
      const off = excess(past, day, neighbours(past, day, true));
      if (Number.isNaN(off)) continue;
      const before = found.at(-1);
      // A day that was closed or not counted does not end an event.
      if (before && day - before.last <= 2) {
        before.offs.push(off);
        before.last = day;
      } else found.push({ last: day, offs: [off] });
    }
    return found.map(({ offs }) => ({ event, days: offs.length, effect: mean(offs) }));
  });
}

function hasEvent({ calendar }: Past, day: number, events: readonly string[]): boolean {
  const labels = calendar.special.get(day)?.labels ?? [];
  return events.some((event) => labels.includes(`event ${event}`));
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
