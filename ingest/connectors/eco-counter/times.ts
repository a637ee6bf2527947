/** Timestamps with or without an offset → instants. Those without are local to the site; the hour that comes twice
 *  in autumn is told apart by its order. */
import { Temporal } from "temporal-polyfill";
import { HOUR, type Instant, MINUTE, offsetMinutes, type Zone } from "../../../src/domain/time.ts";

const DAY_MS = 24 * HOUR;

export type Time =
  | { readonly kind: "at"; readonly at: Instant }
  | { readonly kind: "bad_time" | "nonexistent_time" | "ambiguous_time" };

/** @param texts of one series, oldest first. A repeated local time that comes only once stays ambiguous. */
export function readTimes(texts: readonly string[], zone: Zone): Time[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return readTime(text, zone, { nth, of: times.get(text) ?? 1 });
  });
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function readTime(text: string, zone: Zone, place: { readonly nth: number; readonly of: number }): Time {
  const [, day, clock, seconds = ":00", offset] = SHAPE.exec(text) ?? [];
  if (day === undefined || clock === undefined) return { kind: "bad_time" };
  if (offset !== undefined) {
    const colon = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
    const at = Date.parse(`${day}T${clock}${seconds}${colon}`);
    return Number.isNaN(at) ? { kind: "bad_time" } : { kind: "at", at };
  }
  return readLocal(`${day}T${clock}${seconds}`, zone, place);
}

function readLocal(text: string, zone: Zone, place: { readonly nth: number; readonly of: number }): Time {
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return { kind: "bad_time" };
  }
  // Away from a change of the clock the offset is the same a day before and after: no need to ask the calendar.
  const asUtc = Date.parse(`${text}Z`);
  const offset = offsetMinutes(asUtc - DAY_MS, zone);
  if (offset === offsetMinutes(asUtc + DAY_MS, zone)) return { kind: "at", at: asUtc - offset * MINUTE };
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: "at", at: earlier.epochMilliseconds };
  if (!earlier.toPlainDateTime().equals(local)) return { kind: "nonexistent_time" };
  if (place.of !== 2) return { kind: "ambiguous_time" };
  return { kind: "at", at: (place.nth === 1 ? earlier : later).epochMilliseconds };
}
