/** Steps of the newest vintages. */
import type { z } from "zod";
import type { Quantiles } from "../contract/common.ts";
import type { DaySpan, Instant, LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { forecastVintage } from "./queries.ts";

export type VintageRow = z.output<typeof forecastVintage.row>;

export interface Vintages {
  /** Day forecasts by `site day`. */
  readonly days: ReadonlyMap<string, VintageRow>;
  /** Hour forecasts by site, in order. */
  readonly hours: ReadonlyMap<string, readonly VintageRow[]>;
}

/** The newest day forecasts over a span, and hour forecasts up to `hoursTo`; without it, none. */
export async function readVintages(
  store: Store,
  sites: readonly string[],
  days: DaySpan,
  asOf: Instant,
  hoursTo?: LocalDate,
): Promise<Vintages> {
  const steps = hoursTo === undefined ? (["P1D"] as const) : (["P1D", "PT1H"] as const);
  const rows = await ask(store, forecastVintage, {
    sites: [...sites],
    steps: [...steps],
    asOf,
    ...days,
    hoursTo: hoursTo ?? days.from,
  });
  const byDay = rows.filter((row) => row.step === "P1D");
  return {
    days: new Map(byDay.map((row) => [`${row.site} ${row.day}`, row])),
    hours: Map.groupBy(
      rows.filter((row) => row.step === "PT1H"),
      (row) => row.site,
    ),
  };
}

/** The five quantiles; null for no forecast. */
export function quantilesOf(row: VintageRow | undefined): Quantiles | null {
  if (!row) return null;
  const { q10, q25, q50, q75, q90 } = row;
  return { q10: people(q10), q25: people(q25), q50: people(q50), q75: people(q75), q90: people(q90) };
}

export function lookUp<T>(map: ReadonlyMap<string, T>, site: string, day: LocalDate): T | undefined {
  return map.get(`${site} ${day}`);
}

/** People to a tenth: more would be noise of 32-bit storage. */
export function people(value: number): number {
  return Math.max(0, Math.round(value * 10) / 10);
}
