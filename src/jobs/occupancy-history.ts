/** People inside by hour, where doors count both ways. A door loses people: days on which entries and exits do not
 *  nearly agree are left out, since what is inside is then the door's error. */
import { HOUR, type Instant } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "../visits/context.ts";
import type { MeasureHours } from "./measure-series.ts";
import { inside1h } from "./queries.ts";

/** Share of the larger of entries and exits by which they may differ on a day. */
const LOST = 0.2;

/** Sites with at least one usable hour. Hours count when at least half of them was reported: a site may
 *  close at half past. */
export async function readInside(
  store: Store,
  { territory }: VisitContext,
  span: { readonly from: Instant; readonly to: Instant; readonly tz: string },
): Promise<Map<string, MeasureHours>> {
  const sites = territory.sites.map(({ id }) => id);
  const rows = await ask(store, inside1h, { sites, ...span });
  const usable = rows.filter(({ quarters, came, went }) => quarters >= 2 && agree(came, went));
  return new Map(
    [...Map.groupBy(usable, ({ site }) => site)].map(([site, own]) => {
      const values = new Map(own.map(({ hour, inside }) => [hour, inside]));
      const from = Math.min(...values.keys());
      const until = Math.max(...values.keys()) + HOUR;
      return [site, { values, from, until, on: new Set(values.keys()) }];
    }),
  );
}

/** True where entries and exits of a day are near enough. The running day has more inside than left: it is left out. */
function agree(came: number, went: number): boolean {
  return Math.abs(came - went) <= LOST * Math.max(came, went);
}
