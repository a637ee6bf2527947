/** pooled-boosting: what robust-base gets wrong, learned over all sites together by gradient boosting of quantiles,
 *  with bands calibrated on past origins that the trees had not seen. Hours and days. */
import { slotsPerDay } from "../../domain/series.ts";
import { refusalOf } from "../base/refusal.ts";
import { tuningOf } from "../base/sites.ts";
import { viewAt } from "../features/place.ts";
import { type Seat, seatsOf } from "../features/seat.ts";
import { townOf } from "../features/town.ts";
import type { FitOptions, Fitted, Forecast, History, Model, Refusal } from "../model.ts";
import { explainForest } from "../pooled/explain.ts";
import { forecastFrom } from "../pooled/forecast.ts";
import { learnPooled } from "../pooled/learn.ts";

const name = "pooled-boosting";

/** The model; `fit` learns trees and bands, everything else is taken from the history it is asked about. */
export const pooledBoosting: Model = { name, fit };

function fit(history: History, { leads }: FitOptions): Fitted {
  const tuning = tuningOf(history);
  const fitted = seatsOf(history);
  const learned = learnPooled(fitted.filter(served), leads, tuning);
  /** All sites as they stand at an origin. */
  const standing = (asked: History, leads: number) => {
    const seats = asked === history ? fitted : seatsOf(asked);
    const cells = cellsAhead(asked, leads);
    const views = seats.map((seat) => {
      const { known } = seat.site.table;
      return served(seat) ? viewAt(seat, known, (cells.at(-1) ?? known) - known + 1, tuning) : undefined;
    });
    return { seats, views, cells, town: townOf(views.map((view) => view?.stand)) };
  };
  return {
    forecast(asked, { leads: wanted, levels }) {
      const { seats, views, cells, town } = standing(asked, wanted);
      return seats.map(({ site }, i): Forecast | Refusal => {
        const id = asked.set.series[i]?.id ?? "";
        const view = views[i];
        const reason = refusalOf(site) ?? (learned ? undefined : "too few past days to learn from");
        if (!view || !learned) return { kind: "refused", id, reason: reason ?? "" };
        return { kind: "forecast", id, model: name, ...forecastFrom(learned, view, town, cells, levels) };
      });
    },
    explain(asked, series, days) {
      const { views, cells, town } = standing(asked, days);
      const view = views[series];
      if (!view || !learned) return [];
      const { quantiles } = forecastFrom(learned, view, town, cells, [0.5]);
      return explainForest(learned.forest, view, town, tuning, quantiles);
    },
  };
}

const served = ({ site }: Seat) => refusalOf(site) === undefined;

/** Table cells of the steps from the origin on. */
function cellsAhead({ set: { axis }, origin }: History, leads: number): Int32Array {
  const slots = slotsPerDay(axis);
  if (origin + leads > axis.count) {
    throw new RangeError(
      `invalid leads: ${leads} (the axis ends ${axis.count - origin} steps after the origin)`,
    );
  }
  return Int32Array.from(
    { length: leads },
    (_, i) => ((axis.day[origin + i] ?? 0) - axis.firstDay) * slots + (axis.slot[origin + i] ?? 0),
  );
}
