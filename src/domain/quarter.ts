/** Quarters of a year, named as `2026-Q3`. */
import type { DaySpan, LocalDate } from "./time.ts";

/** Quarter that a day lies in. */
export function quarterOf(day: LocalDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The one before. */
export function quarterBefore(quarter: string): string {
  const [year, q] = parts(quarter);
  return q === 1 ? `${year - 1}-Q4` : `${year}-Q${q - 1}`;
}

/** Days of a quarter. */
export function quarterDays(quarter: string): DaySpan {
  const [year, q] = parts(quarter);
  const month = (n: number) => String(n).padStart(2, "0");
  const from = `${year}-${month(3 * q - 2)}-01`;
  return { from, to: q === 4 ? `${year + 1}-01-01` : `${year}-${month(3 * q + 1)}-01` };
}

function parts(quarter: string): [year: number, quarter: number] {
  return [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
}
