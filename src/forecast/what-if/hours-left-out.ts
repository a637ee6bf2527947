/** Shorter hours where hours have never varied: the people of the hours left out are lost at most, and come at another hour
 *  at best. */
import { stepOf } from "../../domain/series.ts";
import type { History } from "../model.ts";
import { isOrdinary, mean, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";

/** Days of the same weekday that are asked, at most and at least. */
const MOST = 26;
const FEWEST = 8;

/** @param hourly the same series by the hour. @param minutes open per wall-clock hour after the change, 24 */
export function leftOutEffect(
  past: Past,
  hourly: History,
  series: number,
  day: number,
  minutes: Float32Array,
): Effect | NoEffect {
  const before = past.calendar.open?.subarray(day * 24, day * 24 + 24);
  if (!before) return refused("its opening hours are not known");
  if (minutes.some((after, hour) => after > (before[hour] ?? 0))) {
    return refused("never open at those hours, and opening hours have hardly varied");
  }
  const lost = before.map((open, hour) => (open > 0 ? 1 - (minutes[hour] ?? 0) / open : 0));
  const shares: number[] = [];
  for (let near = past.origin - 1; near >= 0 && shares.length < MOST; near--) {
    if (past.weekday[near] !== past.weekday[day] || !isOrdinary(past, near)) continue;
    const share = shareOf(hourly, series, past.firstDay + near, lost, before);
    if (!Number.isNaN(share)) shares.push(share);
  }
  if (shares.length < FEWEST) {
    return refused(`too few days known by the hour: ${shares.length} (${FEWEST} are needed)`);
  }
  const share = Math.min(0.99, mean(shares));
  const percent = `${Math.round(100 * share)} %`;
  const because = `the hours left out had ${percent} of the people on ${shares.length} days: between all and none of them stay away`;
  return {
    kind: "factor",
    low: Math.log(1 - share),
    middle: Math.log(1 - share / 2),
    high: 0,
    seen: shares.length,
    because,
  };
}

/** Share of a day's people who came in hours that are left out, half an hour counting half; NaN unless every hour open was
 *  counted, or when nobody came. */
function shareOf(
  { set: { axis, series }, origin }: History,
  index: number,
  date: number,
  lost: Float32Array,
  open: Float32Array,
): number {
  const values = series[index]?.values;
  let [all, out] = [0, 0];
  for (let hour = 0; hour < 24; hour++) {
    if (!((open[hour] ?? 0) > 0)) continue;
    const step = stepOf(axis, date, hour);
    const people = step < 0 || step >= origin ? Number.NaN : (values?.[step] ?? Number.NaN);
    all += people;
    out += people * (lost[hour] ?? 0);
  }
  return all > 0 ? out / all : Number.NaN;
}
