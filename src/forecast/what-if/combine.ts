/** Effects of one day put together: people before, people after, and the range of the difference. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { normalQuantile } from "../reconcile/month-spread.ts";
import type { Difference, Effect } from "./scenario.ts";

/** The greatest standard normal value of eight in ten. */
const EIGHT_IN_TEN = 1.2815516;

export interface Combined {
  /** Quantiles by level, people. */
  readonly after: Float64Array;
  readonly difference: Difference;
}

/** Effects are taken as independent: factors multiply, people add up, and their ranges add in squares. Where a day opens
 *  or closes, the range is that of all the people who come or stay away; otherwise that of the effect alone, without the
 *  luck of the day, which both sides share.
 *  @param before quantiles by level, people; zeros where closed */
export function combine(
  before: Float64Array,
  levels: readonly number[],
  effects: readonly Effect[],
): Combined {
  const none = new Float64Array(levels.length);
  if (effects.some(({ kind }) => kind === "closed"))
    return { after: none, difference: between(none, before, levels) };
  const opened = effects.find((effect) => effect.kind === "opened");
  const base = opened?.usual ?? before;
  const median = at(base, levels, 0.5);
  const factors = effects.filter((effect) => effect.kind === "factor" || effect.kind === "opened");
  const people = effects.filter((effect) => effect.kind === "people");
  const sum = (of: (effect: Moved) => number, list: readonly Moved[]) =>
    list.reduce((all, one) => all + of(one), 0);
  const factor = sum(({ middle }) => middle, factors);
  const more = sum(({ middle }) => middle, people);
  const up = Math.sqrt(sum(({ middle, high }) => (high - middle) ** 2, factors));
  const down = Math.sqrt(sum(({ middle, low }) => (middle - low) ** 2, factors));
  const factored = (log: number) => (median + 1) * Math.exp(log) - 1;
  const moved = factored(factor);
  const over = Math.hypot(factored(factor + up) - moved, ...people.map(({ middle, high }) => high - middle));
  const under = Math.hypot(moved - factored(factor - down), ...people.map(({ middle, low }) => middle - low));
  const middle = Math.max(0, moved + more);
  const after = orderQuantiles(
    Float64Array.from(levels, (level, i) => {
      const luck = ((base[i] ?? 0) - median) * Math.exp(factor);
      const unsure = ((level < 0.5 ? under : over) * normalQuantile(level)) / EIGHT_IN_TEN;
      return middle + Math.sign(level - 0.5) * Math.hypot(luck, unsure);
    }),
  );
  if (opened) return { after, difference: between(after, none, levels) };
  const difference = middle - median;
  return {
    after,
    // Nobody who would not have come can stay away.
    difference: { low: Math.max(-median, difference - under), middle: difference, high: difference + over },
  };
}

type Moved = Exclude<Effect, { readonly kind: "closed" }>;

/** All who come on one side, when nobody does on the other. */
function between(after: Float64Array, before: Float64Array, levels: readonly number[]): Difference {
  const off = (level: number) => at(after, levels, level) - at(before, levels, 1 - level);
  return { low: off(0.1), middle: off(0.5), high: off(0.9) };
}

function at(quantiles: Float64Array, levels: readonly number[], level: number): number {
  const i = levels.findIndex((known) => Math.abs(known - level) < 1e-9);
  return quantiles[i] ?? Number.NaN;
}
