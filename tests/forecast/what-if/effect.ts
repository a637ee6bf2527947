/** The effect of one change, without a model. */
import { dayNumber } from "../../../src/domain/time.ts";
import type { History } from "../../../src/forecast/model.ts";
import { effectOf as measure } from "../../../src/forecast/what-if/effects.ts";
import { pastOf } from "../../../src/forecast/what-if/past.ts";
import type { Change } from "../../../src/forecast/what-if/scenario.ts";
import { LEVELS } from "./support.ts";

export type Effect = ReturnType<typeof measure>;

export function effectOf(history: History, change: Change, free: readonly string[] = []): Effect {
  const subject = { history, series: 0, past: pastOf(history, 0), free };
  const usual = () => Float64Array.from(LEVELS, (_, i) => 80 + 10 * i);
  return measure(subject, change, dayNumber(change.day) - history.set.axis.firstDay, usual);
}
