/** One series as a table of days × wall-clock hours (or days × 1), so that "the same hour of the week" is a plain
 *  offset. The doubled hour of autumn is the mean of its passes, the skipped hour of spring is not observed.
 *  Tells shut days (closed, broken counter) from days on which nobody came. */
import { quantile } from "../../domain/quantile.ts";
import type { Axis } from "../../domain/series.ts";
import { slotsPerDay } from "../../domain/series.ts";
import type { DayCalendar } from "../calendar.ts";

export interface DayTable {
  readonly firstDay: number;
  readonly days: number;
  /** 24 or 1. */
  readonly slots: number;
  /** First cell (day × slots + slot) that is not known. */
  readonly known: number;
  /** People per cell; NaN = not observed, closed or not known. */
  readonly values: Float64Array;
  /** People per day; NaN unless nearly the whole day was observed. */
  readonly totals: Float64Array;
  /** 1 = recorded as shut: a zero day at a place that is never empty when open. */
  readonly shut: Uint8Array;
}

/** A place this busy on its open days does not have a day of nobody: a zero there means shut. People per day. */
const NEVER_EMPTY = 12;

/** Builds the table from values up to the origin. */
export function makeTable(axis: Axis, values: Float64Array, origin: number, calendar: DayCalendar): DayTable {
  const slots = slotsPerDay(axis);
  const days = axis.dayFrom.length - 1;
  const cells = new Float64Array(days * slots).fill(Number.NaN);
  for (let step = 0; step < Math.min(origin, values.length); step++) {
    const cell = ((axis.day[step] ?? 0) - axis.firstDay) * slots + (axis.slot[step] ?? 0);
    const value = values[step] ?? Number.NaN;
    const before = cells[cell] ?? Number.NaN;
    const doubled = !Number.isNaN(before) && !Number.isNaN(value);
    if (doubled) cells[cell] = (before + value) / 2;
    else if (!Number.isNaN(value)) cells[cell] = value;
  }
  const known =
    origin >= axis.count
      ? days * slots
      : ((axis.day[origin] ?? 0) - axis.firstDay) * slots + (axis.slot[origin] ?? 0);
  dropClosed(cells, slots, calendar);
  const totals = dayTotals(cells, days, slots, calendar);
  const shut = dropShut(cells, totals, slots, calendar);
  return { firstDay: axis.firstDay, days, slots, known, values: cells, totals, shut };
}

/** Minutes that a cell is open by the calendar; NaN when the calendar does not say. */
export function openMinutes(calendar: DayCalendar, day: number, slot: number, slots: number): number {
  if (!calendar.open) return Number.NaN;
  if (slots === 24) return calendar.open[day * 24 + slot] ?? Number.NaN;
  let sum = 0;
  for (let h = 0; h < 24; h++) sum += calendar.open[day * 24 + h] ?? Number.NaN;
  return sum;
}

function dropClosed(cells: Float64Array, slots: number, calendar: DayCalendar): void {
  if (!calendar.open) return;
  for (let cell = 0; cell < cells.length; cell++) {
    const minutes = openMinutes(calendar, Math.floor(cell / slots), cell % slots, slots);
    if (minutes === 0) cells[cell] = Number.NaN;
  }
}

function dayTotals(cells: Float64Array, days: number, slots: number, calendar: DayCalendar): Float64Array {
  const totals = new Float64Array(days).fill(Number.NaN);
  for (let day = 0; day < days; day++) {
    let sum = 0;
    let seen = 0;
    let wanted = 0;
    for (let slot = 0; slot < slots; slot++) {
      const value = cells[day * slots + slot] ?? Number.NaN;
      if (openMinutes(calendar, day, slot, slots) !== 0) wanted++;
      if (Number.isNaN(value)) continue;
      sum += value;
      seen++;
    }
    if (seen > 0 && seen >= wanted * 0.9) totals[day] = sum;
  }
  return totals;
}

function dropShut(
  cells: Float64Array,
  totals: Float64Array,
  slots: number,
  calendar: DayCalendar,
): Uint8Array {
  const shut = new Uint8Array(totals.length);
  const usual = quantile(
    totals.filter((total) => total > 0),
    0.25,
  );
  if (!(usual >= NEVER_EMPTY)) return shut;
  for (let day = 0; day < totals.length; day++) {
    if (totals[day] !== 0 || openMinutes(calendar, day, 0, 1) > 0) continue;
    shut[day] = 1;
    totals[day] = Number.NaN;
    cells.fill(Number.NaN, day * slots, day * slots + slots);
  }
  return shut;
}

/** Index of the first day on which anything was observed; `days` when none was. */
export function firstSeen(table: DayTable): number {
  const cell = table.values.findIndex((value) => !Number.isNaN(value));
  return cell < 0 ? table.days : Math.floor(cell / table.slots);
}
