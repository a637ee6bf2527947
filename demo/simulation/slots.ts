/** Visit slots as a ticketing system sells them: the opening hours cut into pieces, and a slot of its own for a
 *  group on a day that is closed to the public. */
import { dayNumber, HOUR, type Instant, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import type { SiteDay } from "./attendance.ts";
import type { Ticketing } from "./profile.ts";

export interface Slot {
  /** Unique within the site, rises with time. */
  readonly id: number;
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly capacity: number;
  /** From when the slot can be seen: far ahead for public ones, the booking for a group's own. */
  readonly visibleFrom: Instant;
  readonly groupOnly: boolean;
}

const DAY_ONE = dayNumber("2020-01-01");

/** Slots of one day, in order. */
export function slotsOf(day: SiteDay, ticketing: Ticketing): readonly Slot[] {
  const base = (dayNumber(day.date) - DAY_ONE) * 32;
  if (!day.open) {
    const starts = new Map<Instant, Instant>();
    for (const { planned, bookedOn } of day.groups) {
      starts.set(planned, Math.min(bookedOn, starts.get(planned) ?? Number.POSITIVE_INFINITY));
    }
    return [...starts]
      .sort(([a], [b]) => a - b)
      .map(([from, visibleFrom], i) => ({
        id: base + i,
        date: day.date,
        from,
        to: from + 2 * HOUR,
        capacity: ticketing.capacity,
        visibleFrom,
        groupOnly: true,
      }));
  }
  const width = ticketing.slotMinutes * MINUTE;
  return day.spans
    .flatMap(({ from, to }) => {
      const pieces = width === 0 ? 1 : Math.max(1, Math.floor((to - from) / width));
      return Array.from({ length: pieces }, (_, i) => ({
        from: from + i * width,
        to: i === pieces - 1 ? to : from + (i + 1) * width,
      }));
    })
    .map(({ from, to }, i) => ({
      id: base + i,
      date: day.date,
      from,
      to,
      capacity: ticketing.capacity,
      visibleFrom: 0,
      groupOnly: false,
    }));
}

/** The slot in which somebody arrives: the last that has begun, else the first. */
export function slotAt(slots: readonly Slot[], at: Instant): Slot | undefined {
  return slots.findLast(({ from }) => from <= at) ?? slots[0];
}
