/** robust-base: the weighted mean of the last same hours of the week, moved by season, school holidays, special
 *  days and the recent level, with bands from its own past errors. Serves young series, and stands beside every
 *  better model as what is to be beaten. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { presumedClosed } from "../base/closure.ts";
import { explainDays } from "../base/explain.ts";
import { type Basis, basisAt, dayForecast } from "../base/point.ts";
import { refusalOf } from "../base/refusal.ts";
import type { Site } from "../base/site.ts";
import { sitesOf, tuningOf } from "../base/sites.ts";
import { learnSpread, pool, type Spread, spreadOut } from "../base/spread.ts";
import { openMinutes } from "../base/table.ts";
import type { Tuning } from "../base/tuning.ts";
import type { FitOptions, Fitted, Forecast, ForecastRequest, History, Model, Refusal } from "../model.ts";

const name = "robust-base";

/** The model; `fit` learns the bands, everything else is taken from the history it is asked about. */
export const robustBase: Model = { name, fit };

function fit(history: History, { leads }: FitOptions): Fitted {
  const tuning = tuningOf(history);
  const own = sitesOf(history).map((site) => (refusalOf(site) ? undefined : spreadOf(site, leads, tuning)));
  const share = pool(own);
  const spreads = new Map(history.set.series.map(({ id }, i) => [id, own[i]]));
  return {
    forecast(asked, request) {
      return sitesOf(asked).map((site, i): Forecast | Refusal => {
        const id = asked.set.series[i]?.id ?? "";
        const spread = share(spreads.get(id));
        const reason = refusalOf(site) ?? (spread ? undefined : "no past forecast to take a band from");
        if (reason !== undefined || !spread) return { kind: "refused", id, reason: reason ?? "" };
        return forecastSite(id, site, spread, asked, request, tuning);
      });
    },
    explain(asked, series, days) {
      const site = sitesOf(asked)[series];
      if (!site || refusalOf(site)) return [];
      const [answer] = [this.forecast(asked, { leads: days, levels: [0.5] })[series]];
      return answer?.kind === "forecast" ? explainDays(site, tuning, answer.quantiles) : [];
    },
  };
}

function pointsOf(basis: Basis, days: number): Float64Array {
  const { slots } = basis.site.table;
  const out = new Float64Array(days * slots);
  for (let ahead = 0; ahead < days; ahead++)
    out.set(dayForecast(basis, basis.originDay + ahead), ahead * slots);
  return out;
}

function spreadOf(site: Site, leads: number, tuning: Tuning): Spread | undefined {
  const special = (day: number) => site.calendar.special.has(day);
  return learnSpread(site.table, site.weekday, special, site.firstSeen, leads, (cell, days) =>
    pointsOf(basisAt(site, cell, days, tuning), days),
  );
}

function forecastSite(
  id: string,
  site: Site,
  spread: Spread,
  { set: { axis }, origin }: History,
  { leads, levels }: ForecastRequest,
  tuning: Tuning,
): Forecast {
  if (origin + leads > axis.count) {
    throw new RangeError(
      `invalid leads: ${leads} (the axis ends ${axis.count - origin} steps after the origin)`,
    );
  }
  const { slots, known } = site.table;
  const originDay = Math.floor(known / slots);
  const lastDay = (axis.day[origin + leads - 1] ?? 0) - axis.firstDay;
  const basis = basisAt(site, known, lastDay - originDay + 1, tuning);
  const points = pointsOf(basis, lastDay - originDay + 1);
  const shut = Uint8Array.from({ length: lastDay - originDay + 1 }, (_, i) =>
    presumedClosed(site, originDay, originDay + i) ? 1 : 0,
  );
  const quantiles = new Float64Array(leads * levels.length);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  for (let i = 0; i < leads; i++) {
    const day = (axis.day[origin + i] ?? 0) - axis.firstDay;
    const slot = axis.slot[origin + i] ?? 0;
    const hope = points[(day - originDay) * slots + slot] ?? Number.NaN;
    const minutes = openMinutes(site.calendar, day, slot, slots);
    if (shut[day - originDay] === 1 || minutes === 0 || Number.isNaN(hope)) {
      closed[i] = 1;
      continue;
    }
    const cell = { weekday: site.weekday[day] ?? 0, slot, slots, special: site.calendar.special.has(day) };
    const row = quantiles.subarray(i * levels.length, (i + 1) * levels.length);
    mean[i] = spreadOut(spread, cell, hope, i + 1, levels, row);
    orderQuantiles(row);
  }
  return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed };
}
