/** Where the days of the calendar stand. */
import type { YearGrid } from "./year-model.ts";

/** Before the weekend, px. */
export const WEEKEND = 4;

/** Where a day stands: column of its strip, top of its cell. */
export interface Place {
  readonly column: number;
  readonly strip: number;
  readonly top: number;
}

/** Strip, column and top of a day. */
export function placeOf({ offset, weeks, row, top, strip }: YearGrid, index: number): Place {
  const week = Math.floor((offset + index) / 7);
  const day = (offset + index) % 7;
  const n = Math.floor(week / weeks);
  return {
    column: week % weeks,
    strip: n,
    top: n * strip + top + day * row + (day > 4 ? WEEKEND : 0),
  };
}
