/** Special days of the past as known at an origin. */
import type { SpecialDay } from "../special-day.ts";
import type { Instance, Site } from "./site.ts";
import { REACH } from "./surroundings.ts";

/** Days that must have passed before an instance counts: its expectation looks that far ahead. */
const SETTLED = REACH * 7;

/** Those that count at an origin day. */
export function settled<T extends { readonly day: number }>(
  list: readonly T[] | undefined,
  originDay: number,
): T[] {
  return (list ?? []).filter(({ day }) => day + SETTLED < originDay);
}

/** The site's own days of the most telling name that it has seen, oldest first. */
export function ownDays({ effects }: Site, { labels }: SpecialDay, originDay: number): Instance[] {
  const named = labels.map((label) => settled(effects.byLabel.get(label), originDay));
  return named.find((list) => list.length > 0) ?? [];
}

/** Mean of what is a number; 0 without any. */
export function meanOf(values: Iterable<number>): number {
  let sum = 0;
  let seen = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    seen++;
  }
  return seen > 0 ? sum / seen : 0;
}
