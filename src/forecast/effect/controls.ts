/** Takes off an effect what other sites, that were not acted upon, moved at the same time: as much of it as the
 *  placebos show that the sites move together. */
import { mean } from "./estimate.ts";

/** Log of measured over projected, over the span and over each placebo. */
export interface ControlledLogs {
  readonly span: number;
  readonly placebos: readonly number[];
}

/** Placebos side by side without which no weight is estimated. */
const FEWEST = 5;

/** Least squares on the mean of the controls, drawn towards 0 by one placebo's worth; never below 0 or above 1.
 *  `weight` 0 = the logs are as they were. */
export function takeOffControls(
  own: ControlledLogs,
  controls: readonly ControlledLogs[],
  independent: number,
): ControlledLogs & { readonly weight: number } {
  if (controls.length === 0 || independent < FEWEST) return { ...own, weight: 0 };
  const others = own.placebos.map((_, i) => mean(controls.map(({ placebos }) => placebos[i] ?? 0)));
  const [middle, usual] = [mean(own.placebos), mean(others)];
  const about = others.map((other) => other - usual);
  const together = mean(about.map((off, i) => off * ((own.placebos[i] ?? 0) - middle)));
  const square = mean(about.map((off) => off ** 2));
  const weight = Math.min(1, Math.max(0, together / (square * (1 + 1 / independent))));
  if (!(weight > 0)) return { ...own, weight: 0 };
  return {
    span: own.span - weight * (mean(controls.map(({ span }) => span)) - usual),
    placebos: own.placebos.map((log, i) => log - weight * (about[i] ?? 0)),
    weight,
  };
}
