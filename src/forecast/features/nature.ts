/** What kind of place a site is. */

import type { Site } from "../base/site.ts";
import { areWhole } from "../conformal/counts.ts";

/** Does not change with the origin. NaN when not known. */
export interface Nature {
  /** Log of the mean per step, plus 1. */
  readonly size: number;
  /** Share of Saturdays and Sundays, 0–1. */
  readonly weekend: number;
  /** Share of the hours from 20 to 6, 0–1. */
  readonly night: number;
  /** How uneven days are: standard deviation of log day totals around their weekday. */
  readonly unrest: number;
  /** Every value is a whole number: it counts people, and is no mean of anything. */
  readonly whole: boolean;
}

/** Describes a site from what is known before its table's end. */
export function natureOf(site: Site): Nature {
  const { values, slots } = site.table;
  let sum = 0;
  let count = 0;
  let night = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
    const slot = at % slots;
    if (slot >= 20 || slot < 6) night += value;
  }
  return {
    size: count > 0 ? Math.log(sum / count + 1) : Number.NaN,
    night: sum > 0 && slots > 1 ? night / sum : Number.NaN,
    whole: areWhole(values),
    ...weekOf(site),
  };
}

function weekOf({ table, weekday }: Site): Pick<Nature, "weekend" | "unrest"> {
  const logs: number[][] = [[], [], [], [], [], [], []];
  let week = 0;
  let weekend = 0;
  for (const [day, total] of table.totals.entries()) {
    if (Number.isNaN(total)) continue;
    const w = weekday[day] ?? 0;
    logs[w]?.push(Math.log(total + 1));
    week += total;
    if (w >= 5) weekend += total;
  }
  let squares = 0;
  for (const own of logs) {
    const mean = own.reduce((a, b) => a + b, 0) / Math.max(1, own.length);
    for (const log of own) squares += (log - mean) ** 2;
  }
  const days = logs.reduce((sum, own) => sum + own.length, 0);
  return {
    weekend: week > 0 ? weekend / week : Number.NaN,
    unrest: days > 7 ? Math.sqrt(squares / days) : Number.NaN,
  };
}
