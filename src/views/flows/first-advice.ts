/** The one piece of advice that the board shows. Pure. */
import type { Advice } from "../../contract/advice.ts";
import { addDays, type LocalDate, weekday } from "../../domain/time.ts";

/** The first up to the coming Sunday that was not dismissed; null = none. */
export function firstAdvice(advice: readonly Advice[], today: LocalDate): Advice | null {
  const monday = addDays(today, 8 - weekday(today));
  return advice.find(({ day, status }) => day < monday && status !== "dismissed") ?? null;
}
