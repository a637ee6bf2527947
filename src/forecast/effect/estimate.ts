/** From how far days of interest and placebos lay from what would have been to an effect with a range of 80 %. Logs of
 *  measured over projected; a placebo is a span in which nothing was done. */
import { student90 } from "./student.ts";

/** A value and the range that holds 8 times in 10. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A log ratio about 0 = no effect. */
export interface LogEffect extends Estimate {
  /** Logs of the placebos about their own mean. */
  readonly placebos: readonly number[];
  /** Share of placebos at least as far out, the span itself counted among them: small = hard to be chance.
   *  SOURCE: Abadie, Diamond & Hainmueller 2010, section 2.4. */
  readonly chance: number;
}

/** The span's log less the placebos' mean (what a log regression is off by on sums of people), with the range in which
 *  one more placebo would lie.
 *  @param independent how many of the placebos do not overlap, 2 or more
 *  @param spent what was estimated from the placebos beside their mean */
export function againstPlacebos(
  log: number,
  placebos: readonly number[],
  independent: number,
  spent = 0,
): LogEffect {
  const bias = mean(placebos);
  const about = placebos.map((placebo) => placebo - bias);
  const freedom = Math.max(1, independent - 1 - spent);
  const variance = (mean(about.map((off) => off ** 2)) * independent) / freedom;
  return around(log - bias, Math.sqrt(variance * (1 + 1 / independent)), freedom, about);
}

/** An effect whose standard error is known otherwise; placebos are about their mean. */
export function around(
  value: number,
  error: number,
  freedom: number,
  placebos: readonly number[],
): LogEffect {
  const reach = student90(freedom) * error;
  const farther = placebos.filter((placebo) => Math.abs(placebo) >= Math.abs(value)).length;
  return {
    value,
    low: value - reach,
    high: value + reach,
    placebos,
    chance: (1 + farther) / (1 + placebos.length),
  };
}

/** NaN for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
