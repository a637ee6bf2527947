/** Answered days of a "what if" put together. Pure. */
import type { Quantiles } from "../../contract/common.ts";
import type { SupposeTotal } from "../../contract/suppose.ts";
import type { WhatIfDay } from "../../contract/what-if.ts";
import { type Spread, sumSpreads } from "../spread.ts";

type Answered = Extract<WhatIfDay, { readonly kind: "answered" }>;

/** Null without an answered day. The range of the difference holds how badly the effect is known, which is the same for
 *  all days: its ends add up. Where the site opens or closes it is that of all who come or stay away, whose luck differs
 *  from day to day. */
export function totalOf(days: readonly WhatIfDay[]): SupposeTotal | null {
  const answered = days.filter((day) => day.kind === "answered");
  if (answered.length === 0) return null;
  const opened = answered.filter(({ before }) => before.q90 === 0);
  const closed = answered.filter(({ before, after }) => before.q90 > 0 && after.q90 === 0);
  const changed = answered.filter(({ before, after }) => before.q90 > 0 && after.q90 > 0);
  const come = sumSpreads(opened.map(({ after }) => spreadOf(after)));
  const stay = sumSpreads(closed.map(({ before }) => spreadOf(before)));
  const sum = (of: (day: Answered) => number) => changed.reduce((all, day) => all + of(day), 0);
  return {
    days: answered.length,
    before: range(answered.map(({ before }) => before)),
    after: range(answered.map(({ after }) => after)),
    difference: {
      low: tenth(come.low - stay.high + sum(({ difference }) => difference.low)),
      middle: tenth(come.middle - stay.middle + sum(({ difference }) => difference.middle)),
      high: tenth(come.high - stay.low + sum(({ difference }) => difference.high)),
    },
  };
}

function range(sides: readonly Quantiles[]): { low: number; high: number } {
  const { low, high } = sumSpreads(sides.map(spreadOf));
  return { low: tenth(low), high: tenth(high) };
}

function spreadOf({ q10, q50, q90 }: Quantiles): Spread {
  return { low: q10, middle: q50, high: q90 };
}

/** Never −0. */
function tenth(people: number): number {
  return Math.round(people * 10) / 10 + 0;
}
