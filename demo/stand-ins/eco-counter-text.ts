/** Local times as Eco-Counter reads and writes them. */
import { type Instant, MINUTE, offsetMinutes, type Zone } from "../../src/domain/time.ts";

/** `2026-07-14T10:00:00+02:00`; `colon` false leaves it out of the offset, `naive` leaves out the offset. */
export function localText(at: Instant, zone: Zone, form: { naive: boolean; colon: boolean }): string {
  const minutes = offsetMinutes(at, zone);
  const local = new Date(at + minutes * MINUTE).toISOString().slice(0, 19);
  if (form.naive) return local;
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0");
  const rest = String(Math.abs(minutes) % 60).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${hours}${form.colon ? ":" : ""}${rest}`;
}

/** Adds up channels' counts per start; null where no channel counted. */
export function addUp(
  parts: readonly (readonly { readonly at: Instant; readonly count: number | null }[])[],
): [Instant, number | null][] {
  const sums = new Map<Instant, number | null>();
  for (const part of parts) {
    for (const { at, count } of part) {
      const sum = sums.get(at) ?? null;
      sums.set(at, count === null ? sum : count + (sum ?? 0));
    }
  }
  return [...sums].sort(([a], [b]) => a - b);
}
