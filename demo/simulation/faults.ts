/** What goes wrong with a counter: hours and days without data, a sensor stuck at a value, slow drift until it is
 *  cleaned, uploads that come days late, and the supplier's corrections afterwards. Each day's faults are drawn
 *  from the counter's name and the day, so they do not depend on when one looks. */
import { addDays, dayNumber, type Instant, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import { draw, integer, random } from "./random.ts";

/** How a counter hands in its readings. */
export interface UploadHabit {
  /** Minutes between two uploads. */
  readonly everyMinutes: number;
  /** Minutes by which an upload lags behind the readings it holds. */
  readonly lagMinutes: number;
}

export interface DayFaults {
  /** Local minutes of the day without data, half-open; never delivered. */
  readonly gap: readonly [number, number] | null;
  /** Local minutes during which the sensor repeats one value. */
  readonly stuck: { readonly span: readonly [number, number]; readonly value: number } | null;
  /** When the supplier corrects the stuck span, days after; null = never. */
  readonly correctedAfterDays: number | null;
  /** Share of people seen, 0–1. */
  readonly seen: number;
  /** Day and hour until which nothing is uploaded, null = as usual. */
  readonly heldUntil: { readonly date: LocalDate; readonly minute: number } | null;
}

/** Faults of one counter on one day; those that are sure to be seen stand in `stories.ts`. */
export function faultsOf(counter: string, seed: string, date: LocalDate): DayFaults {
  const r = random(`${seed}/${counter}/${date}/faults`);
  const u = r();
  const from = integer(r, 8, 15) * 60 + integer(r, 0, 3) * 15;
  const hours = integer(r, 1, 5);
  const lost: readonly [number, number] | null =
    u < 0.006 ? [0, 1440] : u < 0.03 ? [from, Math.min(1440, from + hours * 60)] : null;
  const sticks = u >= 0.03 && u < 0.042;
  return {
    gap: lost,
    stuck: sticks ? { span: [from, Math.min(1440, from + hours * 60)], value: integer(r, 2, 9) } : null,
    correctedAfterDays: sticks && r() < 0.7 ? integer(r, 6, 12) : null,
    seen: seenShare(counter, seed, date),
    heldUntil: heldUntil(counter, seed, date),
  };
}

/** Falls from 97 % by a few points over months until the lens is cleaned. */
function seenShare(counter: string, seed: string, date: LocalDate): number {
  const phase = draw(`${seed}/${counter}/cleaning`);
  const share = (dayNumber(date) / 160 + phase) % 1;
  return 0.97 - 0.05 * share;
}

/** The modem fails about once in two months for one to three days; everything arrives together afterwards. */
function heldUntil(counter: string, seed: string, date: LocalDate): DayFaults["heldUntil"] {
  for (let back = 0; back < 3; back++) {
    const began = addDays(date, -back);
    const r = random(`${seed}/${counter}/${began}/modem`);
    if (r() >= 0.016) continue;
    const length = integer(r, 1, 3);
    if (back < length) return { date: addDays(began, length), minute: integer(r, 8 * 60, 11 * 60) };
  }
  return null;
}

/** When a reading that ends at an instant is uploaded in normal times. */
export function uploadedAt(end: Instant, { everyMinutes, lagMinutes }: UploadHabit): Instant {
  const step = everyMinutes * MINUTE;
  return Math.ceil((end + lagMinutes * MINUTE) / step) * step;
}
