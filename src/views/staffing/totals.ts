/** Person-hours of a week at a desk. Pure. */
import type { StaffDay, StaffTotals } from "../../contract/staffing.ts";

/** Over the half-hours for which a need is known; what is short is counted where a plan was written. */
export function staffTotals(days: readonly Pick<StaffDay, "steps">[]): StaffTotals {
  const known = days.flatMap(({ steps }) => steps).filter(({ need80 }) => need80 !== null);
  const sum = (people: (step: (typeof known)[number]) => number) =>
    Math.round(known.reduce((total, step) => total + people(step) * hoursOf(step), 0) * 100) / 100;
  return {
    need50: sum(({ need50 }) => need50 ?? 0),
    need80: sum(({ need80 }) => need80 ?? 0),
    planned: known.some(({ planned }) => planned !== null) ? sum(({ planned }) => planned ?? 0) : null,
    short: sum(({ need80, planned }) => (planned === null ? 0 : Math.max(0, (need80 ?? 0) - planned))),
  };
}

function hoursOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return (minutesOf(to) - minutesOf(from)) / 60;
}

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
