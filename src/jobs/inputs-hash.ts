/** State of what a forecast is made from: the same inputs give the same hash. */
import { createHash, type Hash } from "node:crypto";
import type { History } from "../forecast/model.ts";

/** Hash of one series of a history with its calendar, and of the bookings and covariates known at the origin; 16 hex
 *  digits. `more`: anything else that is kept with the forecast. */
export function hashInputs(history: History, series: number, more: unknown = null): string {
  const hash = createHash("sha256");
  const { set, origin, calendars, bookings, covariates } = history;
  const values = set.series[series]?.values ?? new Float64Array();
  bytes(hash, values.subarray(0, origin));
  const calendar = calendars[series];
  if (calendar) {
    bytes(hash, calendar.school);
    bytes(hash, calendar.holiday);
    if (calendar.open) bytes(hash, calendar.open);
    if (calendar.neighbours) bytes(hash, calendar.neighbours);
    hash.update(JSON.stringify([...calendar.special]));
  }
  const curve = bookings?.[series];
  if (curve) for (const column of [curve.visit, curve.made, curve.quantity]) bytes(hash, column);
  const at = set.axis.start[origin] ?? Number.POSITIVE_INFINITY;
  for (const { name, issued, step, value } of covariates?.[series] ?? []) {
    // Rows are in the order of their issue: what came after the origin is the tail.
    const known = issued.findLastIndex((when) => when <= at) + 1;
    hash.update(name);
    for (const column of [issued, step, value]) bytes(hash, column.subarray(0, known));
  }
  return hash.update(JSON.stringify(more)).digest("hex").slice(0, 16);
}

function bytes(hash: Hash, { buffer, byteOffset, byteLength }: ArrayBufferView): void {
  hash.update(new Uint8Array(buffer, byteOffset, byteLength));
}
