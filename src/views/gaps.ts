/** Gaps of judged days with what had been forecast for them; only pages and replies that say "estimated" ask. */
import { ask } from "../store/query.ts";
import type { DayVisits } from "../visits/daily.ts";
import { fillGaps, isGap } from "../visits/fill-gaps.ts";
import type { ViewDeps } from "./deps.ts";
import { spanOf } from "./paired.ts";
import { forecastPromise } from "./queries.ts";

/** The same days by site, gaps filled where a forecast was made before them. The store is asked only if there are any. */
export async function withoutGaps(
  { store }: Pick<ViewDeps, "store">,
  visits: ReadonlyMap<string, readonly DayVisits[]>,
): Promise<ReadonlyMap<string, readonly DayVisits[]>> {
  const gaps = [...visits.values()].flat().filter(isGap);
  const span = spanOf(gaps.map(({ day }) => day));
  if (!span) return visits;
  const sites = [...new Set(gaps.map(({ site }) => site))];
  const promises = await ask(store, forecastPromise, { sites, ...span });
  const medians = new Map<string, number>();
  // The one made last speaks.
  for (const { site, days, q50 } of promises.sort((a, b) => b.ahead - a.ahead)) {
    for (const [i, day] of days.entries()) medians.set(`${site} ${day}`, q50[i] ?? 0);
  }
  const expected = (site: string, day: string) => medians.get(`${site} ${day}`);
  return new Map([...visits].map(([site, days]) => [site, fillGaps(days, expected)]));
}
