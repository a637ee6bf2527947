/** Evidence of days for a page: those that are over are read once, as long as no record of them changes. */
import type { Site } from "../domain/site.ts";
import type { DaySpan, Instant, LocalDate } from "../domain/time.ts";
import { type DayEvidence, readDayRows, readDays } from "../visits/daily.ts";
import type { ViewDeps } from "./deps.ts";
import { spanOf } from "./paired.ts";

export function readPageDays(
  { store, memories }: ViewDeps,
  now: Instant,
  sites: readonly Site[],
  days: DaySpan,
): Promise<DayEvidence> {
  return readDays(store, now, sites, days, (over) =>
    memories.days(`${over.from} ${over.to} ${sites.map(({ id }) => id).join(" ")}`, () =>
      readDayRows(store, sites, over),
    ),
  );
}

/** The shortest span that holds all days; null for none. */
export async function readPageSpanOf(
  deps: ViewDeps,
  now: Instant,
  sites: readonly Site[],
  days: readonly LocalDate[],
): Promise<DayEvidence | null> {
  const span = spanOf(days);
  return span && readPageDays(deps, now, sites, span);
}
