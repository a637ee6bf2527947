/** What the runs of feeds did, day by day and last, from one reading of them. Pure. */
import type { z } from "zod";
import type { LocalDate } from "../../domain/time.ts";
import type { StreamRun } from "../freshness.ts";
import type { feedRunDay } from "./queries.ts";

type RunDayRow = z.output<typeof feedRunDay.row>;

/** All streams of a feed on one day. */
export type RunDay = Pick<
  RunDayRow,
  "feed" | "day" | "runs" | "done" | "accepted" | "unchanged" | "revised" | "rejected_rows"
>;

/** One entry per feed and day, in the order of the rows. */
export function runDaysOf(rows: readonly RunDayRow[]): RunDay[] {
  return [...Map.groupBy(rows, ({ feed, day }) => `${feed} ${day}`).values()].map((own) => {
    const sum = (of: (row: RunDayRow) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      feed: own[0]?.feed ?? "",
      day: own[0]?.day ?? "",
      runs: sum(({ runs }) => runs),
      done: sum(({ done }) => done),
      accepted: sum(({ accepted }) => accepted),
      unchanged: sum(({ unchanged }) => unchanged),
      revised: sum(({ revised }) => revised),
      rejected_rows: sum(({ rejected_rows }) => rejected_rows),
    };
  });
}

/** The last run of each stream since a day, and the last that ended well. */
export function lastRunsOf(
  rows: readonly RunDayRow[],
  since: LocalDate,
): (StreamRun & { readonly problem: string })[] {
  const recent = rows.filter(({ day }) => day >= since);
  return [...Map.groupBy(recent, ({ feed, stream }) => `${feed} ${stream}`).values()].flatMap((own) => {
    const last = own.reduce((newest, row) => (row.ended_at >= newest.ended_at ? row : newest));
    const done_at = Math.max(...own.map((row) => row.done_at));
    return { feed: last.feed, status: last.status, problem: last.problem, done_at };
  });
}

/** Columns that nobody reads and that a source has had for less than a fortnight, by feed, with the day on which they
 *  came. A source of which no older run is known has nothing new.  @param since first day of the fortnight */
export function newColumns(
  rows: readonly Pick<RunDayRow, "feed" | "stream" | "day" | "unread">[],
  since: LocalDate,
): { readonly feed: string; readonly day: LocalDate; readonly names: readonly string[] }[] {
  const told = rows.filter(({ unread }) => unread.length > 0);
  return [...Map.groupBy(told, ({ feed, stream }) => `${feed} ${stream}`).values()].flatMap((own) => {
    const known = new Set(own.flatMap(({ day, unread }) => (day < since ? unread : [])));
    const fresh = own.filter(({ day }) => day >= since);
    const names = [...new Set(fresh.flatMap(({ unread }) => unread))]
      .filter((name) => !known.has(name))
      .sort();
    const [first] = fresh.filter(({ unread }) => unread.some((name) => names.includes(name)));
    return known.size > 0 && first ? [{ feed: first.feed, day: first.day, names }] : [];
  });
}
