/** Days of a site that its door counter and its till both measured whole. Pure. */
import type { Feed, Site } from "../../domain/site.ts";
import { type DaySpan, daysIn, type LocalDate } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type DayRows, rowsOn } from "../../visits/daily.ts";
import { type EvidenceRow, sum } from "../../visits/evidence.ts";
import { FULL } from "../../visits/judge.ts";
import { minutesBefore, openSpans } from "../../visits/open-time.ts";
import type { BothDay } from "./concordance.ts";

export interface DoorAndTill {
  readonly site: Site;
  readonly doors: readonly Feed[];
  readonly tills: readonly Feed[];
}

/** Sites with both. */
export function doorsAndTills(sites: readonly Site[], context: VisitContext): DoorAndTill[] {
  return sites.flatMap((site) => {
    const feeds = context.feedsOf(site);
    const doors = feeds.filter(({ kind }) => kind === "counter");
    const tills = feeds.filter(({ kind }) => kind === "ticketing");
    return doors.length > 0 && tills.length > 0 ? [{ site, doors, tills }] : [];
  });
}

/** Heads inside opening hours beside tickets (scans where the till scans), on open days that are over. */
export function bothDays(
  { site, doors, tills }: DoorAndTill,
  span: DaySpan,
  rows: DayRows,
  context: VisitContext,
): BothDay[] {
  const of = (feeds: readonly Feed[]) => (row: { readonly feed: string }) =>
    feeds.some(({ id }) => id === row.feed);
  const [isDoor, isTill] = [of(doors), of(tills)];
  const ownOn = (day: LocalDate) => rowsOn(rows, site.id, day);
  const scans = daysIn(span).some((day) =>
    ownOn(day).some((row) => isTill(row) && row.measure === "admissions"),
  );
  const sold = scans ? "admissions" : "tickets";
  const vouched = Math.min(...tills.map(({ id }) => context.watermarks.get(id) ?? 0));
  return daysIn(span).flatMap((day): BothDay[] => {
    const spans = openSpans(site, day);
    const open = minutesBefore(spans, Number.POSITIVE_INFINITY);
    const own = ownOn(day);
    const entries = own.filter((row) => isDoor(row) && row.measure === "entries");
    const tickets = own.filter((row) => isTill(row) && row.measure === sold);
    const over = spans.every(({ to }) => to <= Math.min(context.now, vouched));
    if (open === 0 || !over || observed(doors, entries) < FULL * open) return [];
    return [
      {
        day,
        entries: sum(entries, (row) => row.open_value),
        tickets: sum(tickets, (row) => row.value),
      },
    ];
  });
}

/** Minutes that the door which saw least has seen. */
function observed(doors: readonly Feed[], rows: readonly EvidenceRow[]): number {
  return Math.min(...doors.map(({ id }) => sum(rows, (row) => (row.feed === id ? row.open_minutes : 0))));
}
