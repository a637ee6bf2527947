/** What comparable days had in hand, and whether a day has more or less than that. Pure. */
import type { BookingVerdict } from "../../contract/bookings.ts";
import { quantileSorted } from "../../domain/quantile.ts";
import type { InHand } from "../../visits/booked-ahead.ts";

export interface UsualRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The 10 %, 50 % and 90 % quantiles of what days had in hand on the morning `lead` days before, in places.
 *  @param days at least one */
export function usualAt(days: readonly InHand[], lead: number): UsualRange {
  const sorted = Float64Array.from(days, (inHand) => inHand(lead)).sort();
  const at = (level: number) => Math.round(quantileSorted(sorted, level) * 10) / 10;
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}

/** The same for now: the day goes on, so places in hand lie between those of this morning and of the next one, and
 *  the range reaches over both. Today, and on days past, it is that of the morning of the visit. */
export function usualNow(days: readonly InHand[], lead: number): UsualRange {
  const [here, next] = [usualAt(days, Math.max(0, lead)), usualAt(days, Math.max(0, lead - 1))];
  return {
    low: Math.min(here.low, next.low),
    middle: here.middle,
    high: Math.max(here.high, next.high),
  };
}

/** More or less only outside the range that holds 8 in 10 days. */
export function verdictOf(booked: number, usual: UsualRange | null): BookingVerdict {
  if (usual === null) return "unknown";
  if (booked > usual.high) return "more";
  return booked < usual.low ? "less" : "usual";
}
