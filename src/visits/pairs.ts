/** Comparable days of the year before for any choice of sites, worked out once per year and choice. */
import type { Calendar } from "../domain/calendar.ts";
import { type ComparablePair, comparablePairs } from "../domain/comparable.ts";
import { openMinutes } from "../domain/opening.ts";
import type { Site, Territory } from "../domain/site.ts";
import type { LocalDate } from "../domain/time.ts";

/** The pair of a day for sites taken together; one site counts its own events only. */
export type PairOf = (sites: readonly Site[], day: LocalDate) => ComparablePair;

/** Years and choices of sites that are remembered. */
const KEPT = 600;

/** Pairs depend on the territory file alone: keep one of these as long as the file holds. */
export function createPairs(territory: Territory): PairOf {
  const kept = new Map<string, ReadonlyMap<LocalDate, ComparablePair>>();
  return (sites, day) => {
    const year = day.slice(0, 4);
    const key = `${year} ${sites.map((site) => site.id).join(" ")}`;
    let pairs = kept.get(key);
    if (!pairs) {
      if (kept.size >= KEPT) kept.clear();
      pairs = pairsOfYear(territory.calendar, sites, Number(year));
      kept.set(key, pairs);
    }
    return pairs.get(day) ?? { date: day, pair: null, reason: "no-like-day" };
  };
}

function pairsOfYear(
  calendar: Calendar,
  sites: readonly Site[],
  year: number,
): ReadonlyMap<LocalDate, ComparablePair> {
  const ids = new Set(sites.map((site) => site.id));
  const own: Calendar = {
    ...calendar,
    eventsOn: (date, site) =>
      calendar
        .eventsOn(date, site)
        .filter((event) => event.sites.length === 0 || event.sites.some((id) => ids.has(id))),
  };
  const open = (date: LocalDate) => sites.reduce((sum, site) => sum + openMinutes(site, date), 0);
  const span = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  return new Map(comparablePairs(span, own, open).map((pair) => [pair.date, pair]));
}
