/** People inside each site now, as replies say it. */
import type { Inside } from "../contract/inside.ts";
import { addDays, daySpan, type Instant, localDate, toIso } from "../domain/time.ts";
import { ask } from "../store/query.ts";
import { type DayCrossings, occupancyOf } from "../visits/occupancy.ts";
import { crossings15m, crossingsDay } from "../visits/queries.ts";
import type { ViewDeps } from "./deps.ts";

/** Past days that say how far doors are off. */
const PAST_DAYS = 28;

/** By site; those about which nothing can be said are absent. Only sites whose doors ever told of exits are asked. */
export async function readInside(
  { store, territory, memories, reach }: ViewDeps,
  now: Instant,
): Promise<Map<string, Inside>> {
  const { zone } = territory;
  const today = localDate(now, zone);
  const reached = await reach(now);
  const both = new Set(reached.flatMap(({ site, measure }) => (measure === "exits" ? [site] : [])));
  const sites = territory.sites.map(({ id }) => id).filter((id) => both.has(id));
  if (sites.length === 0) return new Map();
  const [rows, past] = await Promise.all([
    ask(store, crossings15m, { sites, from: daySpan(today, zone).from, to: now }),
    memories.crossings(
      today,
      (): Promise<DayCrossings[]> =>
        ask(store, crossingsDay, { sites, from: addDays(today, -PAST_DAYS), to: today }),
    ),
  ]);
  const byId = Map.groupBy(rows, ({ site }) => site);
  return new Map(
    territory.sites.flatMap((site) => {
      const own = past.filter((day) => day.site === site.id);
      const found = occupancyOf(site, byId.get(site.id) ?? [], own, now);
      if (!found) return [];
      return [[site.id, { ...found, capacity: site.capacity, at: toIso(found.at) }] as const];
    }),
  );
}
