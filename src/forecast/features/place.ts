/** Steps ahead of an origin, and the numbers that columns say of them. */
import type { Tuning } from "../base/tuning.ts";
import type { Rows } from "../boost/bins.ts";
import type { Place, Town } from "./column.ts";
import { columns } from "./columns.ts";
import { type Outlook, outlookAt } from "./outlook.ts";
import type { Seat } from "./seat.ts";
import { type Standpoint, standAt } from "./standpoint.ts";

/** A site seen from one origin. */
export interface View {
  readonly seat: Seat;
  readonly stand: Standpoint;
  readonly outlook: Outlook;
}

/** Looks `leads` steps ahead from an origin cell. */
export function viewAt(seat: Seat, cell: number, leads: number, tuning: Tuning): View {
  const { slots } = seat.site.table;
  const days = Math.floor((cell + leads - 1) / slots) - Math.floor(cell / slots) + 1;
  const stand = standAt(seat.site, cell, days, tuning);
  return { seat, stand, outlook: outlookAt(seat.site, seat.beside, cell) };
}

/** The place of a cell (day × slots + slot) at or after the origin's. */
export function placeAt({ seat, stand, outlook }: View, cell: number, town: Town): Place {
  const { slots } = stand.site.table;
  return {
    stand,
    outlook,
    town,
    nature: seat.nature,
    day: Math.floor(cell / slots),
    slot: cell % slots,
    lead: cell - stand.cell + 1,
    at: cell - stand.originDay * slots,
  };
}

/** Rows of the cells, in their order. */
export function rowsAhead(view: View, town: Town, cells: Int32Array): Rows {
  const width = columns.length;
  const values = new Float32Array(cells.length * width);
  for (let row = 0; row < cells.length; row++) fillRow(values, row, placeAt(view, cells[row] ?? 0, town));
  return { count: cells.length, width, values };
}

/** Writes what the columns say of a place into a row. */
export function fillRow(values: Float32Array, row: number, place: Place): void {
  for (let column = 0; column < columns.length; column++) {
    values[row * columns.length + column] = columns[column]?.of(place) ?? Number.NaN;
  }
}
