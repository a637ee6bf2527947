/** Resource `tally`: what was counted by hand at a site, today and the week before. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { nextOpening } from "../../domain/opening.ts";
import { addDays, daySpan, daysIn, localDate, startOfDay, toIso } from "../../domain/time.ts";
import { ask } from "../../store/query.ts";
import { chosenSites, type ViewDeps } from "../deps.ts";
import { openingReply } from "../opening.ts";
import { begin, provenance } from "../provenance.ts";
import { tallyFeed, tallyTariffs, useOf } from "./feed.ts";
import { tallyQuarter } from "./queries.ts";
import { slotsOf } from "./slots.ts";
import { dayCounts, slotCounts, sum } from "./sums.ts";

const DAYS = 7;

export async function tallyView(deps: ViewDeps, query: ViewQuery<"tally">): Promise<ViewReply<"tally">> {
  const { store, territory } = deps;
  const now = deps.now();
  const [site] = chosenSites(territory, [query.site]);
  if (!site) throw new RangeError(`invalid site: ${query.site}`);
  const { zone } = site;
  const day = localDate(now, zone);
  const first = addDays(day, -DAYS);
  const span = { from: startOfDay(first, zone), to: daySpan(day, zone).to };
  const [{ context, version }, rows] = await Promise.all([
    begin(deps, now),
    ask(store, tallyQuarter, { site: site.id, ...span }),
  ]);
  const today = rows.filter(({ start }) => localDate(start, zone) === day);
  const slots = slotsOf(site, day).map((slot) => slotCounts(slot, today, zone));
  const due = slots.filter(({ start }) => Date.parse(start) <= now);
  const counted = due.filter(({ people }) => people !== null).length;
  const feed = tallyFeed(territory, site);
  const last = today.at(-1);
  const opening = openingReply(site, day);
  const next = opening.kind === "closed" ? nextOpening(site, now) : null;
  return {
    ...provenance({
      resource: "tally",
      query,
      version,
      context,
      sites: [site],
      coverage: due.length > 0 ? counted / due.length : null,
    }),
    now: toIso(now),
    zone,
    site: site.id,
    name: site.name,
    municipality: site.municipality ?? "",
    sites: territory.sites.filter((one) => tallyFeed(territory, one)).map(({ id, name }) => ({ id, name })),
    feed: feed?.id ?? null,
    used: useOf(site),
    tariffs: [...tallyTariffs(feed)],
    day,
    opening,
    next_opening: next ? toIso(next.from) : null,
    slots,
    people: last ? sum(today) : null,
    last_at: last ? toIso(last.start) : null,
    days: daysIn({ from: first, to: day }).map((one) => dayCounts(site, zone, one, rows)),
  };
}
