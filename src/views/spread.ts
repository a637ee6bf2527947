/** Ranges put together, and what is left of a day's range. Pure. */
import type { Range } from "../contract/common.ts";

/** A range with its middle. */
export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Sites and days share weather and season: half-way between moving together and not at all. */
const SHARED = 0.5;

/** Range of a sum: middles add up; of the distances, half adds up as it is and half as if independent. */
export function sumSpreads(parts: readonly Spread[]): Spread {
  const middle = parts.reduce((sum, part) => sum + part.middle, 0);
  const below = combined(parts.map((part) => part.middle - part.low));
  const above = combined(parts.map((part) => part.high - part.middle));
  return { low: Math.max(0, middle - below), middle, high: middle + above };
}

function combined(distances: readonly number[]): number {
  const sum = distances.reduce((total, d) => total + d, 0);
  const squares = distances.reduce((total, d) => total + d * d, 0);
  return Math.sqrt(SHARED * sum * sum + (1 - SHARED) * squares);
}

/** What a day comes to: visits so far, and a share of the day's forecast with a spread that shrinks with the root of
 *  that share. `visits` null = nothing is known of the day: the whole forecast. */
export function expectedAtClosing(visits: number | null, forecast: Spread, share: number): Spread {
  if (visits === null) return forecast;
  const left = Math.min(1, Math.max(0, share));
  const root = Math.sqrt(left);
  const middle = left * forecast.middle;
  return {
    low: visits + Math.max(0, middle - root * (forecast.middle - forecast.low)),
    middle: visits + middle,
    high: visits + middle + root * (forecast.high - forecast.middle),
  };
}

/** Whole people on the wire. */
export function rangeOf({ low, high }: Spread): Range {
  return { low: Math.max(0, Math.round(low)), high: Math.max(0, Math.round(high)) };
}

/** From quantiles of a forecast. */
export function spreadOf(quantiles: {
  readonly q10: number;
  readonly q50: number;
  readonly q90: number;
}): Spread {
  return { low: quantiles.q10, middle: quantiles.q50, high: quantiles.q90 };
}
