/** The scales of the board: one for all sites, one of its own for all sites together. */
import type { BoardRow } from "../../src/contract/board.ts";

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Smallest round number that is not below `value`; at least 10. */
export function roundUp(value: number): number {
  if (value <= 10) return 10;
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}

/** Right end of a scale that holds everything the rows show, in visits. */
export function scaleOf(rows: readonly BoardRow[]): number {
  const values = rows.flatMap((row) => [
    row.visits ?? 0,
    row.usual_now?.high ?? 0,
    row.expected?.high ?? 0,
    ...row.days.flatMap((day) => [day.forecast?.q90 ?? 0, day.booked ?? 0]),
  ]);
  return roundUp(Math.max(0, ...values));
}
