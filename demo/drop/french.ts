/** How French software writes dates, times and amounts. */
import { type Instant, type LocalDate, minuteOfDay, type Zone } from "../../src/domain/time.ts";

/** `24/11/2026`. */
export function frenchDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `14:05` by the wall clock. */
export function clockTime(at: Instant, zone: Zone): string {
  return wallClock(minuteOfDay(at, zone));
}

/** `14:05` from minutes after midnight. */
export function wallClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** `1 234,50` with a no-break space in the thousands. */
export function euros(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${sign}${whole},${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}
