/** Days on which it rained, and the weather without rain. */
import type { Covariate } from "../inputs.ts";
import { asObserved } from "./observed-weather.ts";

/** mm between 08:00 and 20:00 from which on a day is wet. */
export const WET_MM = 1;

/** 1 by day index on wet days as they came, and the other covariates; null where nothing is known of rain. */
export function wetDays(
  covariates: readonly Covariate[],
  days: number,
): { readonly tagged: Uint8Array; readonly others: readonly Covariate[] } | null {
  const rain = covariates.find(({ name }) => name === "rain");
  if (!rain) return null;
  const tagged = new Uint8Array(days);
  const { step, value } = asObserved(rain);
  for (const [i, day] of step.entries()) if ((value[i] ?? 0) >= WET_MM) tagged[day] = 1;
  return { tagged, others: covariates.filter(({ name }) => name !== "rain") };
}
