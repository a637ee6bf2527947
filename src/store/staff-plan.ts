/** The plan of a desk: how many people over which span of a day. Every entry is kept; the newest one holds. */
import { z } from "zod";
import { type DaySpan, type Instant, type LocalDate, toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { ask, DayText, Int, query } from "./query.ts";
import { insertRows } from "./rows.ts";
import { nextStamp } from "./stamp.ts";

/** Minutes after local midnight, half-open. */
export interface StaffEntry {
  readonly day: LocalDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly people: number;
  readonly createdAt: Instant;
}

const staffPlan = query(
  "staff_plan",
  z.object({ site: z.string(), from: DayText, to: DayText }),
  z.object({ day: DayText, from_minute: Int, to_minute: Int, people: Int, created: Int }),
);

/** Entries of one site for the days of a span, in the order in which they were made. */
export async function readStaffPlan(store: Store, site: string, days: DaySpan): Promise<StaffEntry[]> {
  const rows = await ask(store, staffPlan, { site, ...days });
  return rows.map(({ day, from_minute, to_minute, people, created }) => ({
    day,
    fromMinute: from_minute,
    toMinute: to_minute,
    people,
    createdAt: created,
  }));
}

/** Adds entries, later ones over earlier ones. Replies kept under the state of the data before are not given any
 *  more. */
export async function writeStaffPlan(
  store: Store,
  site: string,
  entries: readonly StaffEntry[],
): Promise<void> {
  const rows = entries.map(({ day, fromMinute, toMinute, people, createdAt }) => ({
    site,
    day,
    from_minute: fromMinute,
    to_minute: toMinute,
    people,
    created_at: toIso(createdAt),
    stamp: nextStamp(),
  }));
  await insertRows(store, "write_staff_plan", "staff_plan", rows);
  await insertRows(store, "data_state", "data_state", [{ name: "staff_plan", version: nextStamp() }]);
}
