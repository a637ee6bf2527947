/** When forecasts are due beside their fixed hours: when facts have arrived since the last ones, by whatever way and
 *  process, and those are old enough. */
import type { Feed } from "../domain/site.ts";
import { type Instant, MINUTE } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { factsStamp } from "./queries.ts";

/** Shortest time between two issues that new facts call for, ms. */
const PAUSE_MS = 30 * MINUTE;

export interface Due {
  /** True when facts that matter arrived since {@link Due.begin} was last called (or `wanted` in any case), and that
   *  is long enough ago. */
  check(wanted: boolean): Promise<boolean>;
  /** An issue begins now: what is stored by now will be in it. */
  begin(): Promise<void>;
}

/** @param clock ms; need not be the time of day */
export function createDue(store: Store, feeds: readonly Feed[], clock: () => Instant): Due {
  const counting = feeds.filter(({ kind }) => kind !== "weather" && kind !== "calendar").map(({ id }) => id);
  let seen = 0;
  let began = Number.NEGATIVE_INFINITY;
  const newest = async () => (await ask(store, factsStamp, { feeds: counting }))[0]?.stamp ?? 0;
  return {
    check: async (wanted) => clock() - began >= PAUSE_MS && (wanted || (await newest()) > seen),
    async begin() {
      began = clock();
      seen = await newest();
    },
  };
}
