/** Classes of a heat map: a few steps with round limits, about as many values in each. */
import { quantile } from "d3-array";

/** Shades that the style sheet knows, lightest first. */
const SHADES = 5;

export interface Classes {
  /** Largest value of each class but the last, rising. */
  readonly limits: readonly number[];
}

/** Limits near the quantiles of the values, rounded; fewer classes where limits would coincide. Values of 0 or less are
 *  no part of it.  @param least smallest step between limits: 1 for people, less for rates */
export function classesOf(values: readonly number[], least: number): Classes {
  const known = values.filter((value) => value > 0);
  const largest = Math.max(0, ...known);
  const limits: number[] = [];
  for (let i = 1; i < SHADES; i++) {
    const limit = roundLimit(quantile(known, i / SHADES) ?? 0, least);
    if (limit > (limits.at(-1) ?? 0) && limit < largest) limits.push(limit);
  }
  return { limits };
}

/** Class of a value, from 0. */
export function classOf({ limits }: Classes, value: number): number {
  const found = limits.findIndex((limit) => value <= limit);
  return found < 0 ? limits.length : found;
}

/** Shade 0 (lightest) to 4 (darkest): fewer classes keep both ends. */
export function shadeOf({ limits }: Classes, index: number): number {
  return limits.length === 0 ? Math.floor(SHADES / 2) : Math.round((index * (SHADES - 1)) / limits.length);
}

/** A tenth, a fifth or half of its power of ten: 143 → 140, 37 → 35, 8 → 8. */
function roundLimit(value: number, least: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  const unit = Math.max(least, power * (lead < 2 ? 0.1 : lead < 5 ? 0.5 : 1));
  return Math.round(Math.round(value / unit) * unit * 100) / 100;
}
