/** Hand counts gathered into hours and days. Pure. */
import type { TallyDay, TallySlot } from "../../contract/tally.ts";
import type { HasOpening } from "../../domain/opening.ts";
import { TARIFFS } from "../../domain/record.ts";
import {
  type Instant,
  type LocalDate,
  localDate,
  MINUTE,
  minuteOfDay,
  type Span,
  toIso,
  type Zone,
} from "../../domain/time.ts";
import { clockText } from "../opening.ts";
import { slotsOf } from "./slots.ts";

/** What was counted from `start` on for `minutes`. */
export interface Counted {
  readonly start: Instant;
  readonly tariff: string;
  readonly people: number;
  readonly minutes: number;
}

/** One hour; a span belongs to the hour in which it begins. */
export function slotCounts(slot: Span, rows: readonly Counted[], zone: Zone): TallySlot {
  const own = rows.filter(({ start }) => start >= slot.from && start < slot.to);
  const sums = Map.groupBy(own, ({ tariff }) => tariff);
  const by = [...TARIFFS, null].flatMap((tariff) => {
    const people = sum(sums.get(tariff ?? "") ?? []);
    return people > 0 ? [{ tariff, people }] : [];
  });
  const minute = minuteOfDay(slot.to, zone);
  return {
    start: toIso(slot.from),
    end: toIso(slot.to),
    from: clockText(minuteOfDay(slot.from, zone)),
    to: clockText(minute === 0 ? 1440 : minute),
    people: isSeen(slot, rows) ? sum(own) : null,
    by,
  };
}

/** One day that is over. @param rows of any days */
export function dayCounts(site: HasOpening, zone: Zone, day: LocalDate, rows: readonly Counted[]): TallyDay {
  const own = rows.filter(({ start }) => localDate(start, zone) === day);
  const slots = slotsOf(site, day);
  const counted = slots.filter((slot) => isSeen(slot, own)).length;
  const people = own.length > 0 ? sum(own) : null;
  const state =
    slots.length === 0 && people === null
      ? "closed"
      : people === null
        ? "missing"
        : counted < slots.length
          ? "partial"
          : "counted";
  return { day, state, people, counted, open: slots.length };
}

/** True where some span reaches into an hour. */
function isSeen({ from, to }: Span, rows: readonly Counted[]): boolean {
  return rows.some(({ start, minutes }) => start < to && start + minutes * MINUTE > from);
}

export function sum(rows: readonly Pick<Counted, "people">[]): number {
  return rows.reduce((total, { people }) => total + people, 0);
}
