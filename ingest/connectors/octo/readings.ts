/** Slots as they stand → readings: places, and people who have taken one. */
import type { Mapped } from "../../../src/domain/record.ts";
import { atLocalTime, type Instant, localDate, MINUTE, type Zone } from "../../../src/domain/time.ts";
import { digest } from "../digest.ts";
import { malformed } from "../pretix/parse-rows.ts";
import type { Offer } from "./catalogue.ts";
import { Slot } from "./rows.ts";

export interface Reading {
  /** Of product, option, slot and start: a slot that moves under its id is another. */
  readonly slot: string;
  readonly at: Instant;
  readonly minutes: number;
  /** Null: no limit, or not told. */
  readonly capacity: number | null;
  /** Places no longer free; null: not told. */
  readonly sold: number | null;
}

/** @param rejected is given what is no slot */
export function readSlots(
  rows: readonly unknown[],
  offer: Offer,
  now: Instant,
  rejected: Mapped[],
): Reading[] {
  return rows.flatMap((raw, index): Reading[] => {
    const position = `availability row ${index + 1}`;
    const parsed = Slot.safeParse(raw);
    if (!parsed.success) {
      rejected.push(malformed(parsed.error, position));
      return [];
    }
    const { at, minutes } = spanOf(parsed.data, offer.zone);
    const slot = digest([offer.product, offer.option, parsed.data.id, at]).slice(0, 16);
    const capacity = parsed.data.capacity ?? null;
    const sold = soldOf(parsed.data, at, now);
    if ((capacity ?? 0) < 0 || (sold ?? 0) < 0) {
      const detail = "more free places than places, or fewer than none";
      rejected.push({ kind: "rejected", reason: "bad_number", position, field: "vacancies", detail });
      return [];
    }
    return [{ slot, at, minutes, capacity, sold }];
  });
}

/** A day ticket is of the day's opening hours, not of midnight. */
export function spanOf(
  slot: Pick<Slot, "localDateTimeStart" | "allDay" | "openingHours"> & Partial<Slot>,
  zone: Zone,
): { readonly at: Instant; readonly minutes: number } {
  const { localDateTimeStart: start, localDateTimeEnd: end = start, allDay, openingHours } = slot;
  const hours = openingHours ?? [];
  const [first] = hours;
  const last = hours.at(-1);
  if (!allDay || !first || !last) return { at: start, minutes: minutesOf(start, end) };
  const day = localDate(start, zone);
  const at = atLocalTime(day, first.from, zone);
  return { at, minutes: minutesOf(at, atLocalTime(day, last.to, zone)) };
}

function minutesOf(from: Instant, to: Instant): number {
  return Math.min(1440, Math.max(0, Math.round((to - from) / MINUTE)));
}

/** TRICKY: no free place does not mean that all were taken: a slot that is closed, or has begun, is often told with 0. */
function soldOf({ status, capacity, vacancies }: Slot, at: Instant, now: Instant): number | null {
  if (status === "FREESALE" || typeof capacity !== "number" || typeof vacancies !== "number") return null;
  if (vacancies === 0 && (status === "CLOSED" || at <= now)) return null;
  return capacity - vacancies;
}
