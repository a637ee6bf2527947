/** Coverage of the sum of all sites for several assumed correlations of their errors. */
import { cutAt, type SeriesSet } from "../../src/domain/series.ts";
import type { Forecast, History, Model } from "../../src/forecast/model.ts";
import { sumSites } from "../../src/forecast/reconcile.ts";
import { coverage } from "../../src/forecast/score.ts";
import { printTable } from "./table.ts";
import type { Task } from "./tasks.ts";

const CORRELATIONS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1];
/** Sites observed without a gap below which an origin says nothing. */
const FEWEST = 5;

/** Prints the share of the sums within their 80 % band, in ordinary weeks. */
export function printTerritory({ name, counts, origins, horizons }: Task, model: Model): void {
  const leads = name === "hourly" ? horizons[1] : horizons[0];
  const { set, calendar } = counts;
  const folds = origins
    .filter(({ weeks }) => weeks === "ordinary")
    .flatMap(({ step: origin }): number[][] => {
      const whole = set.series.filter(({ values }) =>
        values.subarray(origin, origin + leads).every((value) => !Number.isNaN(value)),
      );
      const known: SeriesSet = cutAt({ axis: set.axis, series: whole }, origin);
      const history: History = { set: known, origin, calendars: whole.map(() => calendar) };
      const answers = model.fit(history, { leads }).forecast(history, { leads, levels: [0.1, 0.5, 0.9] });
      const sites = answers.filter((answer): answer is Forecast => answer.kind === "forecast");
      if (sites.length < FEWEST) return [];
      const answered = new Set(sites.map(({ id }) => id));
      const actual = new Float64Array(leads);
      for (const { id, values } of whole) {
        if (answered.has(id))
          for (let i = 0; i < leads; i++) actual[i] = (actual[i] ?? 0) + (values[origin + i] ?? 0);
      }
      return [
        CORRELATIONS.map((correlation) => {
          const { quantiles } = sumSites("all", sites, correlation);
          const [low, high] = [0, 2].map((k) => quantiles.filter((_, i) => i % 3 === k));
          return low && high ? coverage(actual, low, high) : Number.NaN;
        }),
      ];
    });
  const shares = CORRELATIONS.map(
    (_, n) => folds.reduce((sum, fold) => sum + (fold[n] ?? 0), 0) / folds.length,
  );
  printTable(
    [`coverage of 80 % for the sum of sites, ${model.name}, correlation`, ...CORRELATIONS.map(String)],
    [[`${name}, 1–${leads}, ${folds.length} origins`, ...shares.map((share) => share.toFixed(3))]],
  );
}
