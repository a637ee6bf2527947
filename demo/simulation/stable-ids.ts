/** Numbers for facts that were drawn ahead of the clock. A ledger numbers its rows as they come; here the number
 *  follows from the time of creation, so a demonstration that ran for a month and one that was restarted today
 *  agree on every number. */
import type { Timed, TimedLog } from "../stand-ins/timed-log.ts";

const EPOCH = Date.UTC(2020, 0, 1);
/** Rows that one millisecond can hold: more than the tickets of the largest order. */
const PER_MILLISECOND = 256;

/** Rewrites the ids of a log: unique, rising with creation. Rows of one millisecond keep the order of adding.
 *  @throws RangeError when one millisecond holds more than 256 rows. */
export function numberByTime<Row extends Timed>(log: TimedLog<Row>): void {
  let created = Number.NaN;
  let tie = 0;
  for (const row of log.all()) {
    tie = row.created === created ? tie + 1 : 0;
    if (tie >= PER_MILLISECOND) throw new RangeError(`invalid log: ${tie} rows at ${created} (256 at most)`);
    created = row.created;
    row.id = (created - EPOCH) * PER_MILLISECOND + tie;
  }
}
