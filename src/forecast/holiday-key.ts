/** Finds out which holidays are the same one in different years when their names are not given. */
import { easterSunday } from "../domain/easter.ts";
import { daysBetween, fromDayNumber, type LocalDate } from "../domain/time.ts";

/** Days from Easter at which holidays stand: Good Friday to Easter Monday, Ascension, Whitsun, Corpus Christi. */
const movable = new Set([-2, -1, 0, 1, 39, 49, 50, 60]);

/** One key per holiday, equal for the same holiday of different years, in the order of `days`.
 *  Named holidays go by their name; the others by a date that another year shares, else by their distance from Easter,
 *  else as nth weekday of their month; by the latter too where another year shares it, but not the distance (a second
 *  Monday of June may fall on Whit Monday once). */
export function holidayKeys(days: readonly number[], names: readonly string[]): string[] {
  const dates = days.map(fromDayNumber);
  const rules = days.map((day, i) => rulesOf(day, dates[i] ?? ""));
  const times = new Map<string, number>();
  for (const { date, easter, weekday } of rules)
    for (const key of [date, easter, weekday]) times.set(key, (times.get(key) ?? 0) + 1);
  const shared = (key: string) => (times.get(key) ?? 0) > 1;
  return rules.map(({ date, easter, movesWithEaster, weekday }, i) => {
    const name = names[i];
    if (name) return name;
    if (shared(date)) return date;
    return movesWithEaster && (shared(easter) || !shared(weekday)) ? easter : weekday;
  });
}

/** What a holiday may go by. */
function rulesOf(day: number, date: LocalDate) {
  const offset = daysBetween(easterSunday(Number(date.slice(0, 4))), date);
  const nth = Math.ceil(Number(date.slice(8)) / 7);
  return {
    date: date.slice(5),
    easter: `easter${offset < 0 ? "" : "+"}${offset}`,
    movesWithEaster: movable.has(offset),
    weekday: `${date.slice(5, 7)}-w${nth}-${weekdayOf(day)}`,
  };
}

/** Dates that are a holiday in at least two other years, fall on a weekend here and have the Monday or Tuesday after it
 *  off instead: people keep the day itself all the same. Of holidays without a name; rules name theirs on both days. */
export function movedHolidays(
  days: readonly number[],
  names: readonly string[],
): { readonly day: number; readonly key: string }[] {
  const nameless = days.filter((_, i) => !names[i]);
  const off = new Set(nameless);
  const years = new Map<string, number>();
  for (const day of new Set(nameless)) {
    const date = fromDayNumber(day).slice(5);
    years.set(date, (years.get(date) ?? 0) + 1);
  }
  return [...off].flatMap((day) => {
    const weekday = weekdayOf(day);
    if (weekday > 1) return [];
    return [day - weekday - 2, day - weekday - 1]
      .filter((kept) => !off.has(kept))
      .map((kept) => ({ day: kept, key: fromDayNumber(kept).slice(5) }))
      .filter(({ key }) => (years.get(key) ?? 0) > 1);
  });
}

function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
