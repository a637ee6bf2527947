/** Reads what was promised over the last half year and what came, before anything is judged. */
import type { z } from "zod";
import type { Site, Territory } from "../domain/site.ts";
import { addDays, type DaySpan, daysIn, type Instant, localDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { type DayEvidence, readDays } from "../visits/daily.ts";
import type { PairOf } from "../visits/pairs.ts";
import { readSpanOf } from "./paired.ts";
import { forecastPromise } from "./queries.ts";

/** A site, or several under one name. */
export interface Scored {
  readonly id: string;
  readonly sites: readonly Site[];
}

export interface PromisesRead {
  readonly window: DaySpan;
  readonly promises: readonly z.output<typeof forecastPromise.row>[];
  /** The window, and the weeks before it that the simple rule may repeat. */
  readonly recent: DayEvidence;
  /** Comparable days of the year before. */
  readonly before: DayEvidence | null;
}

export interface PromisesAsked {
  readonly store: Store;
  readonly territory: Territory;
  readonly pairOf: PairOf;
  readonly now: Instant;
  readonly scored: readonly Scored[];
}

const WINDOW_DAYS = 182;
/** The simple rule looks back at most this far for the same weekday. */
const WEEKS_BACK = 5;

export async function readPromiseRows(asked: PromisesAsked): Promise<PromisesRead> {
  const { store, territory, pairOf, now, scored } = asked;
  const today = localDate(now, territory.zone);
  const window = { from: addDays(today, -WINDOW_DAYS), to: today };
  const sites = territory.sites.filter((site) => scored.some((entry) => entry.sites.includes(site)));
  const days = daysIn(window);
  const pairs = scored.flatMap((entry) => days.flatMap((day) => pairOf(entry.sites, day).pair ?? []));
  const [promises, recent, before] = await Promise.all([
    ask(store, forecastPromise, { sites: scored.map(({ id }) => id), ...window }),
    readDays(store, now, sites, { from: addDays(window.from, -7 * WEEKS_BACK), to: today }),
    readSpanOf(store, now, sites, pairs),
  ]);
  return { window, promises, recent, before };
}
