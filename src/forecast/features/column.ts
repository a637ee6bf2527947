/** What a feature is. */
import type { Site } from "../base/site.ts";
import type { Standpoint } from "./standpoint.ts";

/** One step of one site ahead of an origin. */
export interface Place {
  readonly stand: Standpoint;
  /** Day index and slot of the table. */
  readonly day: number;
  readonly slot: number;
  /** Steps from the origin, from 1. */
  readonly lead: number;
  /** Index of the step in `hope`. */
  readonly at: number;
  /** What all sites together have been doing. */
  readonly town: Town;
  /** What does not change with the origin. */
  readonly nature: Nature;
}

/** All sites seen from one origin. NaN when not known. */
export interface Town {
  /** Log of seen over usual, mean over sites: last day, last week. */
  readonly day: number;
  readonly week: number;
}

/** What kind of place a site is, from its past up to the origin of the fit. */
export interface Nature {
  /** Log of the mean per step. */
  readonly size: number;
  /** Share of Saturdays and Sundays, 0–1. */
  readonly weekend: number;
  /** Share of the hours from 20 to 6, 0–1. */
  readonly night: number;
  /** How uneven days are: standard deviation of log day totals around their weekday. */
  readonly unrest: number;
}

/** A column of numbers that models learn from. */
export interface Column {
  readonly name: string;
  /** Why it should tell anything. */
  readonly why: string;
  /** NaN = absent, never 0 in its stead. */
  readonly of: (place: Place) => number;
}

/** Describes a site from what is known before its table's end. */
export function natureOf(site: Site): Nature {
  const { values, totals, slots } = site.table;
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
  const logs: number[][] = [[], [], [], [], [], [], []];
  let week = 0;
  let weekend = 0;
  for (let day = 0; day < totals.length; day++) {
    const total = totals[day] ?? Number.NaN;
    if (Number.isNaN(total)) continue;
    const w = site.weekday[day] ?? 0;
    logs[w]?.push(Math.log(total + 1));
    week += total;
    if (w >= 5) weekend += total;
  }
  let squares = 0;
  let days = 0;
  for (const own of logs) {
    const mean = own.reduce((a, b) => a + b, 0) / Math.max(1, own.length);
    for (const log of own) squares += (log - mean) ** 2;
    days += own.length;
  }
  return {
    size: count > 0 ? Math.log(sum / count + 1) : Number.NaN,
    weekend: week > 0 ? weekend / week : Number.NaN,
    night: sum > 0 && slots > 1 ? night / sum : Number.NaN,
    unrest: days > 7 ? Math.sqrt(squares / days) : Number.NaN,
  };
}
