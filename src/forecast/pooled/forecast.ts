/** Trees, bands and one site's outlook → quantiles in people. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { presumedClosed } from "../base/closure.ts";
import { openMinutes } from "../base/table.ts";
import { predict } from "../boost/forest.ts";
import { calibrated } from "../conformal/bands.ts";
import { widenSmall } from "../conformal/counts.ts";
import type { Town } from "../features/column.ts";
import { rowsAhead, type View } from "../features/place.ts";
import type { Forecast } from "../model.ts";
import type { Pooled } from "./learn.ts";

/** Points of the quantile function that the mean is taken over. */
const POINTS = 16;

/** Forecasts the given cells of the site's table, ascending, one per lead. */
export function forecastFrom(
  { forest, bands }: Pooled,
  view: View,
  town: Town,
  cells: Int32Array,
  levels: readonly number[],
): Omit<Forecast, "kind" | "id" | "model"> {
  const { site, originDay, hope: hopes, cell: origin } = view.stand;
  const { slots } = site.table;
  const leads = cells.length;
  const [low, middle, high] = predict(forest, rowsAhead(view, town, cells));
  const quantiles = new Float64Array(leads * levels.length);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  for (let i = 0; i < leads; i++) {
    const cell = cells[i] ?? 0;
    const day = Math.floor(cell / slots);
    const hope = hopes[cell - originDay * slots] ?? Number.NaN;
    const shut = openMinutes(site.calendar, day, cell % slots, slots) === 0;
    if (shut || Number.isNaN(hope) || presumedClosed(site, originDay, day)) {
      closed[i] = 1;
      continue;
    }
    const ratio = calibrated(bands, {
      site: view.seat.id,
      low: low?.[i] ?? 0,
      middle: middle?.[i] ?? 0,
      high: high?.[i] ?? 0,
      lead: cell - origin + 1,
      hope,
      special: site.calendar.special.has(day),
    });
    const people = (level: number) => Math.max(0, (hope + 1) * Math.exp(ratio(level)) - 1);
    const row = quantiles.subarray(i * levels.length, (i + 1) * levels.length);
    for (let k = 0; k < levels.length; k++) row[k] = people(levels[k] ?? 0.5);
    for (let n = 0; n < POINTS; n++) mean[i] = (mean[i] ?? 0) + people((n + 0.5) / POINTS) / POINTS;
    if (view.seat.nature.whole) widenSmall(row, levels, mean[i] ?? 0);
    orderQuantiles(row);
  }
  return { levels, leads, quantiles, mean, closed };
}
