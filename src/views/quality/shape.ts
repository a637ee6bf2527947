/** The shape of a running day of each counter, from its quarter hours; of days that are over the store gives the same
 *  (sql/queries/step_shape.sql). Pure. */
import type { Instant, LocalDate } from "../../domain/time.ts";
import type { QuarterRow } from "../../visits/evidence.ts";
import type { StepShape } from "./queries.ts";

/** One shape per feed that counted anybody.  @param rows of one day, in order */
export function shapesOf(site: string, day: LocalDate, rows: readonly QuarterRow[]): StepShape[] {
  const counted = rows.filter(({ measure }) => measure === "entries");
  return [...Map.groupBy(counted, ({ feed }) => feed)].flatMap(([feed, own]) => {
    if (own.reduce((sum, { value }) => sum + value, 0) <= 0) return [];
    const { from, steps, value } = longestRun(own);
    const step_minutes = Math.max(...own.map(({ minutes }) => minutes));
    return [{ site, day, feed, step_minutes, run_from: from, run_steps: steps, run_value: value }];
  });
}

/** The longest run of one and the same count above zero, the first of several; 0 steps = none. */
function longestRun(rows: readonly QuarterRow[]): { from: Instant; steps: number; value: number } {
  let longest = { from: 0, steps: 0, value: 0 };
  let run = longest;
  for (const { start, value } of rows) {
    run =
      run.steps > 0 && value === run.value
        ? { ...run, steps: run.steps + 1 }
        : { from: start, steps: 1, value };
    if (value > 0 && run.steps > longest.steps) longest = run;
  }
  return longest;
}
