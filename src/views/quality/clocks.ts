/** By how much the clocks of a door and its till differ, from the quarter hours of days that both measured whole. */
import { type DaySpan, type LocalDate, localDate, QUARTER, startOfDay } from "../../domain/time.ts";
import { clockShift, type TwoClocks } from "../../visits/clock-shift.ts";
import type { QuarterRow } from "../../visits/evidence.ts";
import { readQuarters } from "../../visits/quarters.ts";
import type { ViewDeps } from "../deps.ts";
import { spanOf } from "../paired.ts";
import type { DoorAndTill } from "./both-days.ts";

/** Days looked at, the newest. */
const DAYS = 28;
const QUARTER_MINUTES = 15;
/** Quarter hours of the longest day. */
const SLOTS = 100;

/** Minutes by which people come later at the till than at the door; null where it cannot be told. Read once, as long as
 *  no record of a day that is over changes.  @param days in order */
export function readClock(
  { store, territory: { zone }, memories }: ViewDeps,
  pair: DoorAndTill,
  days: readonly LocalDate[],
): Promise<number | null> {
  const newest = days.slice(-DAYS);
  return memories.clocks(`${pair.site.id} ${newest.join(" ")}`, async () => {
    const span = spanOf(newest);
    if (!span) return null;
    const rows = await readQuarters(store, [pair.site], instants(span, zone));
    const clocks = twoClocks(pair, newest, rows.get(pair.site.id) ?? [], zone);
    const shift = clockShift(clocks);
    return shift === null ? null : shift * QUARTER_MINUTES;
  });
}

function instants({ from, to }: DaySpan, zone: string) {
  return { from: startOfDay(from, zone), to: startOfDay(to, zone) };
}

/** People at the doors, and scans (sales where the till does not scan), by quarter hour since midnight. */
function twoClocks(
  { doors, tills }: DoorAndTill,
  days: readonly LocalDate[],
  rows: readonly QuarterRow[],
  zone: string,
): TwoClocks[] {
  const isTill = ({ feed }: QuarterRow) => tills.some(({ id }) => id === feed);
  const sold = rows.some((row) => isTill(row) && row.measure === "admissions") ? "admissions" : "tickets";
  const byDay = Map.groupBy(rows, ({ start }) => localDate(start, zone));
  return days.map((day) => {
    const midnight = startOfDay(day, zone);
    const own = byDay.get(day) ?? [];
    return {
      door: slots(
        own.filter((row) => row.measure === "entries" && doors.some(({ id }) => id === row.feed)),
        midnight,
      ),
      till: slots(
        own.filter((row) => row.measure === sold && isTill(row)),
        midnight,
      ),
    };
  });
}

/** A reading longer than a quarter hour is spread over its quarters. */
function slots(rows: readonly QuarterRow[], midnight: number): Float64Array {
  const out = new Float64Array(SLOTS);
  for (const { start, value, minutes } of rows) {
    const width = Math.max(1, Math.round(minutes / QUARTER_MINUTES));
    const first = Math.floor((start - midnight) / QUARTER);
    for (let i = first; i < Math.min(SLOTS, first + width); i++) out[i] = (out[i] ?? 0) + value / width;
  }
  return out;
}
