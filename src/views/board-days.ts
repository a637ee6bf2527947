/** The seven days after the day shown, and what is booked on them. Pure. */
import type { Board, BoardDay } from "../contract/board.ts";
import type { Site } from "../domain/site.ts";
import { addDays, type LocalDate } from "../domain/time.ts";
import type { Booked } from "../visits/bookings.ts";
import type { RowParts } from "./board-rows.ts";
import { comingDay } from "./coming.ts";
import { lookUp, quantilesOf, type VintageRow } from "./vintage.ts";

/** @param taking sites that take bookings: the others have none, which is not zero */
export function boardDays(
  site: Site,
  from: LocalDate,
  count: number,
  forecasts: ReadonlyMap<string, VintageRow>,
  booked: ReadonlyMap<string, Booked>,
  taking: ReadonlySet<string>,
): BoardDay[] {
  return Array.from({ length: count }, (_, i) => addDays(from, i)).map((day) => {
    const places = taking.has(site.id) ? (lookUp(booked, site.id, day) ?? { all: 0, groups: 0 }) : null;
    const {
      groups: _groups,
      desk: _desk,
      ...rest
    } = comingDay(site, day, quantilesOf(lookUp(forecasts, site.id, day)), places);
    return rest;
  });
}

/** Places on the days of all rows; of them by groups, and on days closed to the public. */
export function bookedTotals(
  parts: readonly RowParts[],
  booked: ReadonlyMap<string, Booked>,
): Board["booked"] {
  const out = { total: 0, groups: 0, on_closed_days: 0 };
  for (const { site, days } of parts) {
    for (const day of days) {
      if (day.booked === null) continue;
      out.total += day.booked;
      out.groups += lookUp(booked, site.id, day.day)?.groups ?? 0;
      if (day.opening.kind === "closed") out.on_closed_days += day.booked;
    }
  }
  return out;
}
