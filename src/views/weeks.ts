/** Days gathered into ISO weeks. Pure. */
import { addDays, isoWeek, type LocalDate, weekday } from "../domain/time.ts";
import { combine } from "../visits/combine.ts";
import { difference } from "./growth.ts";
import type { PairedDay } from "./period-days.ts";

export interface Week {
  readonly year: number;
  readonly week: number;
  readonly monday: LocalDate;
  readonly visits: number | null;
  readonly difference: number | null;
  /** Cut by the period, still going on, or not known in full. */
  readonly partial: boolean;
}

/** One entry per week that has a day, in order. */
export function weeksOf(days: readonly PairedDay[]): Week[] {
  const byMonday = Map.groupBy(days, ({ now }) => addDays(now.day, 1 - weekday(now.day)));
  return [...byMonday].map(([monday, own]) => {
    const { visits, complete } = combine(own.map(({ now }) => now));
    return {
      ...isoWeek(monday),
      monday,
      visits,
      difference: difference(own),
      partial: own.length < 7 || !complete || own.some(({ now }) => now.running),
    };
  });
}
