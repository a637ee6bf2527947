/** The point forecast of robust-base: what is usual, lifted by how far the last days and hours have been off it. Works on
 *  tables; what lies at or after the origin cell is never read. */
import { type Level, levelBefore, liftBy } from "./level.ts";
import { type Momentum, momentumBefore, momentumOn } from "./momentum.ts";
import type { Site } from "./site.ts";
import type { Tuning } from "./tuning.ts";
import { type Usual, usualAt, usualDay, usualStages } from "./usual.ts";

/** What the forecasts of one origin share. */
export interface Basis extends Usual {
  readonly level: Level;
  readonly momentum: Momentum;
}

/** Stages add up: each includes those before it. */
export const stages = [...usualStages, "level"] as const;
export type Stage = (typeof stages)[number];

/** Prepares forecasts from an origin cell for `days` days. */
export function basisAt(site: Site, cell: number, days: number, tuning: Tuning): Basis {
  const usual = usualAt(site, cell, days, tuning);
  const level = levelBefore(usual, cell);
  const momentum = momentumBefore(usual, cell, (day) => lifted(usual, level, day));
  return { ...usual, level, momentum };
}

/** People by slot of one day (index), up to and including a stage; NaN where nothing is known. */
export function dayForecast(basis: Basis, day: number, upTo: Stage = "level"): Float64Array {
  if (upTo !== "level") return usualDay(basis, day, upTo);
  const momentum = momentumOn(basis, basis.momentum, day);
  return lifted(basis, basis.level, day).map((people, slot) => people * Math.exp(momentum[slot] ?? 0));
}

function lifted(usual: Usual, level: Level, day: number): Float64Array {
  const ahead = day - usual.originDay;
  return usualDay(usual, day).map((people, slot) => people * Math.exp(liftBy(level, slot, ahead, usual)));
}
