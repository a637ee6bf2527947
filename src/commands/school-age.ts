/** How old a calendar of school holidays is and how far it reaches, in words. */
import { addDays, daysBetween, type LocalDate } from "../domain/time.ts";
import type { SchoolCalendarFile } from "../territory/load.ts";

/** Plans and forecasts look so far ahead. */
const NEEDED_DAYS = 90;

export const RENEW = "later days would count as school days, renew it with `beffroi calendars --update`";

export function ageText({ file, asOf, until }: SchoolCalendarFile, today: LocalDate): string {
  const age = asOf === null ? "of unknown age" : `as of ${asOf}, ${daysBetween(asOf, today)} days old`;
  const reach = until === null ? "empty" : `known to ${addDays(until, -1)}`;
  return `school holidays: ${age}, ${reach} (${file})`;
}

/** False when days that are looked at are no longer told: then they count as school days. */
export function reachesFar({ until }: SchoolCalendarFile, today: LocalDate): boolean {
  return until !== null && daysBetween(today, until) >= NEEDED_DAYS;
}
