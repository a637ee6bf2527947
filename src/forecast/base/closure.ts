/** Closed days where nobody gave opening hours: a weekday on which the site has never been seen open lately, nor at
 *  this season in past years, is taken as closed. */
import { YEAR } from "./season.ts";
import type { Site } from "./site.ts";

/** Same weekdays that must all have been shut or without figures. */
const WEEKS = 8;

/** True when a day (index) after `originDay` is presumably closed; never on special days, whose opening differs. */
export function presumedClosed(site: Site, originDay: number, day: number): boolean {
  if (site.calendar.open || site.calendar.special.has(day)) return false;
  const seen = (d: number) => d >= 0 && d < originDay && !Number.isNaN(site.table.totals[d]);
  const w = site.weekday[day];
  let otherDays = false;
  for (let d = originDay - 1; d >= originDay - WEEKS * 7; d--) {
    if (!seen(d) || site.calendar.special.has(d)) continue;
    if (site.weekday[d] === w) return false;
    otherDays = true;
  }
  let years = 0;
  for (let past = day - YEAR; past - 14 >= site.firstSeen; past -= YEAR) {
    if (past + 14 >= originDay) continue;
    years++;
    for (let week = -2; week <= 2; week++) {
      if (seen(past + week * 7) && !site.calendar.special.has(past + week * 7)) return false;
    }
  }
  return years > 0 || otherDays;
}
