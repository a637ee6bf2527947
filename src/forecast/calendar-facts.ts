/** What a model may know about a day beforehand, as plain data: the caller works it out from the territory file
 *  or from a list of dates. Eves, days after and bridges follow from the holidays and need not be given. */
import type { LocalDate } from "../domain/time.ts";

/** One day at one site. */
export interface DayFacts {
  readonly date: LocalDate;
  /** Name of the public holiday, the same every year; "" for a holiday without a name; absent on other days. */
  readonly holiday?: string;
  /** School holiday of the site's own zone. */
  readonly schoolHoliday: boolean;
  /** Share of the neighbouring zones and countries that are off, 0–1; absent or null where that is not known. */
  readonly neighboursOff?: number | null;
  /** Ids of the events that touch the site this day, the same id every year. */
  readonly events: readonly string[];
  /** Opening hours in minutes after midnight; [] = closed all day; null = not known. */
  readonly open: readonly { readonly fromMinute: number; readonly toMinute: number }[] | null;
}
