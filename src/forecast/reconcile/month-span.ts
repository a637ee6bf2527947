/** Calendar months on a daily axis. */
import type { Axis } from "../../domain/series.ts";
import { dayNumber, fromDayNumber } from "../../domain/time.ts";
import type { DayCalendar } from "../calendar.ts";

/** Days of a month as indices of the axis, `[from, to)`; `from` may be below 0 for the first. */
export interface Month {
  readonly from: number;
  readonly to: number;
}

/** The month that holds a step of a daily axis and those after it, as far as the axis holds them whole. */
export function monthsFrom(axis: Axis, step: number, count: number): Month[] {
  const months: Month[] = [];
  let first = `${fromDayNumber(axis.firstDay + step).slice(0, 7)}-01`;
  while (months.length < count) {
    const next = nextMonth(first);
    const to = dayNumber(next) - axis.firstDay;
    if (to > axis.count) break;
    months.push({ from: dayNumber(first) - axis.firstDay, to });
    first = next;
  }
  return months;
}

/** First day of the month after that of a first day `YYYY-MM-01`. */
export function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return month === 12
    ? `${year + 1}-01-01`
    : `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-01`;
}

/** 1 where a day (index) has opening hours or nobody says, else 0. */
export function openOn(calendar: DayCalendar | undefined, day: number): 0 | 1 {
  if (!calendar?.open) return 1;
  const minutes = calendar.open.subarray(day * 24, day * 24 + 24);
  return minutes.some((m) => m > 0 || Number.isNaN(m)) ? 1 : 0;
}
