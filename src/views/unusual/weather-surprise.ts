/** How the weather of a day differed from what was forecast for it that morning. Pure. */
import type { Axis } from "../../domain/series.ts";
import { dayNumber, type LocalDate } from "../../domain/time.ts";
import type { Covariate } from "../../forecast/inputs.ts";

/** What came less what was last said before the day began; NaN without either. @param axis by day */
export function surpriseOf(
  covariates: readonly Covariate[],
  axis: Axis,
  day: LocalDate,
  name: "rain" | "temperature",
): number {
  const covariate = covariates.find((one) => one.name === name);
  const at = dayNumber(day) - axis.firstDay;
  const begins = axis.start[at] ?? Number.NaN;
  let said = Number.NaN;
  let came = Number.NaN;
  for (const [row, step] of covariate?.step.entries() ?? []) {
    if (step !== at) continue;
    const value = covariate?.value[row] ?? Number.NaN;
    // Rows are in the order of their issue; what came is the last.
    if ((covariate?.issued[row] ?? Number.NaN) <= begins) said = value;
    came = value;
  }
  return came - said;
}
