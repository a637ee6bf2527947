/** Easter by day number, each year worked out once. */
import { easterSunday } from "../../domain/easter.ts";
import { dayNumber } from "../../domain/time.ts";

/** Day number of Easter Sunday in the year of a day number, or `back` years before.
 *  TRICKY: the year is rounded; a day off around New Year, which is far from any Easter. */
export type EasterOf = (day: number, back?: number) => number;

/** A finder that remembers the years it was asked for. */
export function rememberEaster(): EasterOf {
  const known = new Map<number, number>();
  return (day, back = 0) => {
    const year = 1970 + Math.floor(day / 365.2425) - back;
    const found = known.get(year) ?? dayNumber(easterSunday(year));
    known.set(year, found);
    return found;
  };
}
