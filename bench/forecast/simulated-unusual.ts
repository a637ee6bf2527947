/** How often an ordinary simulated day is flagged as unusual, and whether a till that was out is. */
import { cutAt } from "../../src/domain/series.ts";
import type { Model } from "../../src/forecast/model.ts";
import { type DayBand, departure, unusualFrom } from "../../src/forecast/unusual/departure.ts";
import { historyOf, worldOf } from "./simulated.ts";

const SPAN = { from: "2023-09-01", to: "2026-08-31" };
const SCORED = 365;
/** Share of visitors that a fault leaves. */
const LEFT = 0.25;

export interface Flags {
  readonly days: number;
  readonly flagged: number;
  /** Days that would have been flagged had the feed lost three quarters of the people. */
  readonly faults: number;
}

/** By site: a year of mornings, each day forecast from the one before. */
export function tryUnusual(seed: number, model: Model): Map<string, Flags> {
  const world = worldOf(seed, SPAN);
  const history = historyOf(world, "P1D", SPAN, 1);
  const first = history.origin - SCORED;
  const at = (origin: number) => ({ ...history, origin, set: cutAt(history.set, origin) });
  const fitted = model.fit(at(first), { leads: 1 });
  const bands = new Map<string, { value: number; band: DayBand }[]>();
  for (let day = first; day < history.origin; day++) {
    const answers = fitted.forecast(at(day), { leads: 1, levels: [0.1, 0.5, 0.9] });
    for (const [i, answer] of answers.entries()) {
      const value = history.set.series[i]?.values[day] ?? Number.NaN;
      if (answer.kind === "refused" || answer.closed[0] === 1 || Number.isNaN(value)) continue;
      const [q10 = 0, q50 = 0, q90 = 0] = answer.quantiles;
      bands.set(answer.id, [...(bands.get(answer.id) ?? []), { value, band: { q10, q50, q90 } }]);
    }
  }
  return new Map(
    [...bands].map(([id, days]) => {
      const limit = unusualFrom(days.map(({ value, band }) => departure(value, band)));
      const flagged = (share: number) =>
        days.filter(({ value, band }) => Math.abs(departure(share * value, band)) >= limit).length;
      return [id, { days: days.length, flagged: flagged(1), faults: flagged(LEFT) }];
    }),
  );
}
