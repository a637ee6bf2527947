/** Finds out which holidays are the same one in different years when their names are not given. */
import { easterSunday } from "../domain/easter.ts";
import { daysBetween, fromDayNumber } from "../domain/time.ts";

/** Days from Easter at which holidays stand: Good Friday to Easter Monday, Ascension, Whitsun, Corpus Christi. */
const movable = new Set([-2, -1, 0, 1, 39, 49, 50, 60]);

/** One key per holiday, equal for the same holiday of different years, in the order of `days`.
 *  Named holidays go by their name; the others by their distance from Easter, else by a date that another year
 *  shares, else as nth weekday of their month. */
export function holidayKeys(days: readonly number[], names: readonly string[]): string[] {
  const dates = days.map(fromDayNumber);
  const years = new Map<string, number>();
  for (const date of dates) years.set(date.slice(5), (years.get(date.slice(5)) ?? 0) + 1);
  return dates.map((date, i) => {
    const name = names[i];
    if (name) return name;
    const day = days[i] ?? 0;
    const offset = daysBetween(easterSunday(Number(date.slice(0, 4))), date);
    const shared = (years.get(date.slice(5)) ?? 0) > 1;
    if (movable.has(offset) && !shared) return `easter${offset < 0 ? "" : "+"}${offset}`;
    if (shared) return date.slice(5);
    const nth = Math.ceil(Number(date.slice(8)) / 7);
    return `${date.slice(5, 7)}-w${nth}-${(((day + 3) % 7) + 7) % 7}`;
  });
}
