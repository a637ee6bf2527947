/** The weighted mean of several forecasts of one series, quantile by quantile: bands keep their typical width, as
 *  they would not in a mixture. SOURCE: Vincent 1912; Lichtendahl, Grushka-Cockayne & Winkler 2013. */
import { orderQuantiles } from "../../domain/quantile.ts";
import type { Forecast } from "../model.ts";

/** Averages forecasts with the same levels over the same leads; `weights` by lead (0-based), then by forecast.
 *  Closed where all say so; where only some do, the mean of the others: a booking opens a day that a calendar
 *  would have closed. At least one forecast; of weight 0 all over, a plain mean. */
export function average(
  name: string,
  forecasts: readonly Forecast[],
  weights: (lead: number) => readonly number[],
): Forecast {
  const [one] = forecasts;
  if (!one) throw new RangeError("invalid forecasts: none (at least one is expected)");
  const { id, levels, leads } = one;
  const width = levels.length;
  const quantiles = new Float64Array(leads * width);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  for (let i = 0; i < leads; i++) {
    const row = quantiles.subarray(i * width, (i + 1) * width);
    const shares = sharesAt(forecasts, i, weights(i));
    if (!shares) {
      closed[i] = 1;
      continue;
    }
    for (const [m, forecast] of forecasts.entries()) {
      const share = shares[m] ?? 0;
      if (share === 0) continue;
      for (let k = 0; k < width; k++)
        row[k] = (row[k] ?? 0) + share * (forecast.quantiles[i * width + k] ?? 0);
      mean[i] = (mean[i] ?? 0) + share * (forecast.mean[i] ?? 0);
    }
    orderQuantiles(row);
  }
  return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed };
}

/** Shares of those that say open; undefined when none does. */
function sharesAt(
  forecasts: readonly Forecast[],
  lead: number,
  weights: readonly number[],
): number[] | undefined {
  const open = forecasts.map(({ closed }) => (closed[lead] === 1 ? 0 : 1));
  const count = open.reduce<number>((a, b) => a + b, 0);
  if (count === 0) return undefined;
  const total = open.reduce<number>((sum, is, m) => sum + is * (weights[m] ?? 0), 0);
  return open.map((is, m) => (total > 0 ? (is * (weights[m] ?? 0)) / total : is / count));
}
