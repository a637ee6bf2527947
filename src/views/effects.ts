/** Resource `effects`: what something done at a site did. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { localDate } from "../domain/time.ts";
import { bounded } from "./bounded.ts";
import type { ViewDeps } from "./deps.ts";
import { begin, provenance } from "./provenance.ts";

/** Without an end: up to yesterday. */
export async function effectsView(
  deps: ViewDeps,
  { site, from, to }: ViewQuery<"effects">,
): Promise<ViewReply<"effects">> {
  const now = deps.now();
  const today = localDate(now, deps.territory.zone);
  const end = to ?? today;
  if (from >= end) throw new RangeError(`invalid from: ${from} (a day before ${end} is expected)`);
  const days = bounded({ from, to: end });
  const [{ context, version }, answer] = await Promise.all([begin(deps, now), deps.effectOf(site, days)]);
  const sites = deps.territory.sites.filter(({ id }) => id === site);
  const query = { site, ...days };
  return {
    ...provenance({ resource: "effects", query, version, context, sites, coverage: null }),
    site,
    ...days,
    answer,
  };
}
