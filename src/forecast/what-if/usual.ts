/** What open ordinary days around a day are expected to bring. */
import type { Forecast } from "../model.ts";
import { logOf, type Past } from "./past.ts";

/** Days to either side that are looked at, and how many of them must be open. */
const AROUND = 10;
const FEWEST = 3;

/** Quantiles by level: the mean, on the scale of log(people + 1), over those days; undefined for fewer than three. */
export function usualAround(
  { quantiles, levels, closed, leads }: Forecast,
  lead: number,
  { calendar, origin }: Past,
): Float64Array | undefined {
  const width = levels.length;
  const days: number[] = [];
  for (let near = Math.max(0, lead - AROUND); near <= lead + AROUND && near < leads; near++) {
    if (near !== lead && closed[near] !== 1 && !calendar.special.has(origin + near)) days.push(near);
  }
  if (days.length < FEWEST) return undefined;
  return Float64Array.from(levels, (_, k) => {
    const sum = days.reduce((all, near) => all + logOf(quantiles[near * width + k]), 0);
    return Math.exp(sum / days.length) - 1;
  });
}
