/** How far each feed reaches: the first day it ever delivered, its newest fact, and until when it vouches for
 *  silence. Changes only with the data, so one reading may serve many questions. */
import { type Instant, type LocalDate, localDate, type Zone } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { feedReach } from "./queries.ts";

/** One feed at one site by one measure. */
export interface Reach {
  readonly feed: string;
  readonly site: string;
  readonly measure: string;
  /** First local day with a record. */
  readonly first_day: LocalDate;
  /** End of the newest span or fact, not later than today. */
  readonly last_end: Instant;
}

/** With the state of the days that are over. */
export interface StampedReach extends Reach {
  /** Changes whenever a day before today was recomputed: a record of it came late, or was corrected. */
  readonly over_stamp: string;
}

/** Facts dated after today (visits booked ahead) do not count as reached. */
export function readReach(store: Store, zone: Zone, now: Instant): Promise<StampedReach[]> {
  return ask(store, feedReach, { today: localDate(now, zone) });
}
