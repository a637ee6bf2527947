/** What a question about quality asks: which days, and which day closely. Pure. */
import type { ViewQuery } from "../../api/views.ts";
import type { Territory } from "../../domain/site.ts";
import { addDays, type DaySpan, type LocalDate } from "../../domain/time.ts";
import { bounded } from "../bounded.ts";

/** Eight weeks, today among them. */
const DEFAULT_DAYS = 55;
/** A day has many faces here: more of them are asked for in parts. */
const MOST_DAYS = 400;

/** Which day is looked at closely, of which feed; null = none. A feed alone is looked at on the last day.
 *  @throws RangeError for a feed that the territory does not have, and for a day outside the period */
export function choiceOf(
  { feeds }: Pick<Territory, "feeds">,
  { day, feed }: ViewQuery<"quality">,
  days: DaySpan,
  today: LocalDate,
): { readonly day: LocalDate; readonly feed: string | null } | null {
  if (day === undefined && feed === undefined) return null;
  if (feed !== undefined && !feeds.some(({ id }) => id === feed)) {
    const known = feeds.map(({ id }) => id).join(", ");
    throw new RangeError(`invalid feed: ${feed} (one of ${known} is expected)`);
  }
  const last = addDays(days.to, -1);
  const asked = day ?? (last < today ? last : today);
  if (asked < days.from || asked >= days.to) {
    throw new RangeError(`invalid day: ${asked} (a day from ${days.from} to ${last} is expected)`);
  }
  return { day: asked, feed: feed ?? null };
}

/** @throws RangeError when the end does not lie after the start, and for more than 400 days */
export function periodOf({ from, to, day }: ViewQuery<"quality">, today: LocalDate): DaySpan {
  const tomorrow = addDays(today, 1);
  const usual = addDays(tomorrow, -1 - DEFAULT_DAYS);
  if (from === undefined && to === undefined && day !== undefined && day < usual) {
    return { from: addDays(day, -DEFAULT_DAYS), to: addDays(day, 1) };
  }
  const end = to ?? (from !== undefined && from > today ? addDays(from, 1) : tomorrow);
  const start = from ?? addDays(end, -1 - DEFAULT_DAYS);
  if (start >= end) throw new RangeError(`invalid to: ${end} (a day after ${start} is expected)`);
  return bounded({ from: start, to: end }, MOST_DAYS);
}
