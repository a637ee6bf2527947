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
