/** People inside now, where doors count both ways: entries less exits since midnight, never below 0. A door that loses
 *  people drifts over the day; the limit of an alert is meant with that in mind. */
import type { Territory } from "../../domain/site.ts";
import { HOUR, type Instant, localDate, QUARTER, startOfDay } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import type { AlertFacts } from "./conditions.ts";
import { alertInside } from "./queries.ts";

/** Older reports say nothing of now. */
const FRESH_MS = HOUR;

export async function readInsideNow(
  store: Store,
  { sites, zone }: Territory,
  now: Instant,
): Promise<AlertFacts["inside"]> {
  const from = startOfDay(localDate(now, zone), zone);
  const rows = await ask(store, alertInside, { sites: sites.map(({ id }) => id), from, to: now });
  return rows
    .map(({ site, inside, newest }) => ({
      site,
      at: Math.min(now, newest + QUARTER),
      inside: Math.max(0, inside),
    }))
    .filter(({ at }) => now - at <= FRESH_MS);
}
