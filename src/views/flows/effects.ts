/** What keeping advice did at the receiving site: days on which it was kept against days like them without. Pure. */
import type { AdviceEffect } from "../../contract/advice.ts";
import type { AdviceDecision } from "../../domain/advice.ts";
import { type LocalDate, weekday } from "../../domain/time.ts";
import { effectOfDaysWith } from "../../forecast/effect/days-with.ts";
import type { PromisedDay } from "../score-days.ts";

const NOTHING: AdviceEffect = { days: 0, without: 0, per_day: null };

/** @param promised days of the receiving site that were measured, with what was forecast the day before
 *  @param decisions of all advice; those kept for days not over have no measured day yet */
export function adviceEffect(
  from: string,
  to: string,
  decisions: readonly AdviceDecision[],
  promised: readonly PromisedDay[],
): AdviceEffect {
  const kept = decisions.filter((one) => one.status === "kept" && one.to === to);
  const own = new Set(kept.filter((one) => one.from === from).map(({ day }) => day));
  if (own.size === 0) return NOTHING;
  const any = new Set(kept.map(({ day }) => day));
  const weekdays = new Set([...own].map(weekday));
  const off = (holds: (day: LocalDate) => boolean) =>
    promised.filter(({ day }) => holds(day)).map(({ visits, q50 }) => visits - q50);
  const withIt = off((day) => own.has(day));
  const without = off((day) => !any.has(day) && weekdays.has(weekday(day)));
  const found = effectOfDaysWith(withIt, without);
  return {
    days: withIt.length,
    without: without.length,
    per_day: found && {
      value: tenth(found.effect.value),
      low: tenth(found.effect.low),
      high: tenth(found.effect.high),
    },
  };
}

/** Never −0. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
