/** One row of the coverage plot: which share of the days came as promised, from none to all, beside what a promise of 8 in
 *  10 lets expect of so many days. */
import { percent } from "./plot.tsx";

/** Standard normal value that holds 8 in 10. */
const EIGHT_IN_TEN = 1.2815516;
const PROMISED = 0.8;

/** Shares between which 8 in 10 of so many days fall 8 times in 10, if days do not share their luck.
 *  SOURCE: normal approximation of the binomial distribution.  @param days at least 1 */
export function expectedShare(days: number): { readonly low: number; readonly high: number } {
  const half = EIGHT_IN_TEN * Math.sqrt((PROMISED * (1 - PROMISED)) / days);
  return { low: Math.max(0, PROMISED - half), high: Math.min(1, PROMISED + half) };
}

const HEIGHT = 24;

export function CoverageDot({ inside, days }: { inside: number; days: number }) {
  const { low, high } = expectedShare(days);
  const at = (share: number) => percent(share, 1);
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" class="cover">
      <line x1="0" x2="100%" y1="12.5" y2="12.5" class="l-rule" />
      <rect x={at(low)} width={percent(high - low, 1)} y="4" height="16" class="f-b80" />
      <line x1={at(PROMISED)} x2={at(PROMISED)} y1="0" y2={HEIGHT} class="l-ink" />
      <circle cx={at(inside / days)} cy="12" r="6" class="f-acc ringed" />
    </svg>
  );
}
