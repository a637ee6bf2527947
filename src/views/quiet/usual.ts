/** What is usual at a site: visits per open hour of the parts of the last twelve months' days, from hours that its source
 *  of truth measured in full. */
import type { Site } from "../../domain/site.ts";
import { addDays, daysIn, HOUR, type Instant, type LocalDate, localDate } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type HourEvidence, hourVisits, knownUntil, readHours } from "../../visits/hourly.ts";
import { type HourValue, ratesOf, type Usual, usualOf } from "./parts.ts";

const USUAL_DAYS = 365;

/** Null without a source, or with too little of it. */
export async function readUsual(store: Store, site: Site, context: VisitContext): Promise<Usual | null> {
  const [source] = context.sourcesOf(site);
  const first = source && context.firstDay(site, source);
  if (!source || !first) return null;
  const today = localDate(context.now, site.zone);
  const year = addDays(today, -USUAL_DAYS);
  const days = daysIn({ from: [first, year].sort()[1] ?? year, to: today });
  const own = { ...context, territory: { ...context.territory, sites: [site] } };
  const rows = await readHours(store, own, { from: year, to: today });
  const byHour: ReadonlyMap<Instant, HourEvidence[]> = Map.groupBy(
    rows.get(site.id) ?? [],
    ({ hour }) => hour,
  );
  const until = knownUntil(source, context, context.now);
  // An hour without a row is a zero of a till, and unknown of a counter.
  const hours = days.flatMap((day) =>
    openHours(site, day).map((hour): HourValue => {
      return { hour, visits: hourVisits(site, source, hour, byHour.get(hour) ?? [], until, context) };
    }),
  );
  return usualOf(ratesOf(site, hours).values());
}

/** Clock hours that a day's opening touches. */
function openHours(site: Site, day: LocalDate): Instant[] {
  const opening = site.opening.on(day);
  if (opening.kind === "closed") return [];
  const hours = new Set<Instant>();
  for (const { from, to } of opening.spans) {
    for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) hours.add(hour);
  }
  return [...hours];
}
