/** The territory's own forecast: its sites together. */
import type { Forecast } from "../forecast/model.ts";
import { sumSites } from "../forecast/reconcile.ts";

/** Id under which all sites together are stored. No site may be called so. */
export const TERRITORY = "territory";

/** @throws RangeError when there is no site */
export function territoryForecast(sites: readonly Forecast[]): Forecast {
  return sumSites(TERRITORY, sites);
}
