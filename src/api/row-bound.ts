/** Refuses questions whose answer would not fit in memory, before anybody starts on it. */
import { daysBetween, type Step } from "../domain/time.ts";
import { faulty } from "./raw-query.ts";

/** Rows of one answer. */
const MAX_ROWS = 500_000;

/** Steps per day, at most (a day of 25 hours is not worth a mention here). */
const PER_DAY: Readonly<Record<Step, number>> = {
  PT15M: 96,
  PT1H: 24,
  P1D: 1,
  P1W: 1 / 7,
  P1M: 1 / 28,
  P1Y: 1 / 365,
};

/** @throws Problem 400 where sites × steps exceed 500 000. */
export function refuseTooManyRows(
  { from, to, step }: { readonly from: string; readonly to: string; readonly step: Step },
  sites: number,
): void {
  const days = daysBetween(from, to);
  if (days * PER_DAY[step] * sites <= MAX_ROWS) return;
  const fits = Math.floor(MAX_ROWS / (PER_DAY[step] * sites));
  const remedy = `at most ${fits} days of ${step} for ${sites} sites in one answer: ask for parts`;
  throw faulty([{ path: "to", value: to, remedy }]);
}
