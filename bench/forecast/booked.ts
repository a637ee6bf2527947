/** Models with bookings on the hotels' rolling origins: 18 by rule, every 21 days, each with both hotels. */
import type { LocalDate } from "../../src/domain/time.ts";
import { dayNumber } from "../../src/domain/time.ts";
import { backtest, type Score } from "../../src/forecast/backtest.ts";
import type { Model } from "../../src/forecast/model.ts";
import type { BookedCounts } from "./hotels.ts";

/** Lead groups, in days. */
export const BOOKED_HORIZONS: readonly number[] = [14, 90];

const EVERY = 21;
const ORIGINS = 18;
/** First origin: from here on the last one has two weeks to be scored, and most have 90 days. */
const FIRST = "2015-10-20";

/** Origins as step indices. */
export function bookedOrigins({ set: { axis } }: BookedCounts, first: LocalDate = FIRST): number[] {
  return Array.from({ length: ORIGINS }, (_, n) => dayNumber(first) + n * EVERY - axis.firstDay);
}

/** Scores of all models by hotel, origin and lead group; windows with less than `share` of their days observed (the
 *  counts end before) are left out. */
export function scoreBooked(
  models: readonly Model[],
  counts: BookedCounts,
  origins: readonly number[] = bookedOrigins(counts),
  share = 0.3,
): Score[] {
  const calendars = counts.set.series.map(() => counts.calendar);
  const beside = { bookings: counts.bookings };
  const scores = backtest(models, counts.set, calendars, { origins, horizons: BOOKED_HORIZONS, beside });
  return scores.filter(({ count, upTo }) => count >= share * upTo);
}
