/** Steps of the newest vintages for pages: read once until other forecasts are issued. */
import { type DaySpan, type Instant, type LocalDate, QUARTER } from "../domain/time.ts";
import type { ViewDeps } from "./deps.ts";
import { readVintages, type Vintages } from "./vintage.ts";

/** As {@link readVintages}. A vintage issued for an origin to come shows a quarter of an hour late at most. */
export function readKeptVintages(
  { store, memories }: ViewDeps,
  sites: readonly string[],
  days: DaySpan,
  asOf: Instant,
  hoursTo?: LocalDate,
): Promise<Vintages> {
  // The start of a day is asked for as such, and must not be taken for minutes after it.
  const quarter = asOf % QUARTER === 0 ? asOf : `after ${Math.floor(asOf / QUARTER)}`;
  const key = `${quarter} ${days.from} ${days.to} ${hoursTo ?? ""} ${sites.join(" ")}`;
  return memories.vintages(key, () => readVintages(store, sites, days, asOf, hoursTo));
}
