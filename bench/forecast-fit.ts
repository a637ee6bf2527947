/** What learning costs, in a process of its own so that memory can be told: `node bench/forecast-fit.ts FOLDER SITES`
 *  prints a {@link FitCost} as JSON. Two years of hours, 168 hours ahead, the model that is served. */
import { cutAt } from "../src/domain/series.ts";
import { dayNumber } from "../src/domain/time.ts";
import type { History } from "../src/forecast/model.ts";
import type { FitCost } from "./forecast/cost.ts";
import { cpuTimer } from "./forecast/cpu.ts";
import { melbourne } from "./forecast/data.ts";
import { MODELS } from "./forecast/models.ts";
import { replicate } from "./forecast/replicate.ts";
import { rank } from "./timing.ts";

const LEADS = 168;
const LEVELS = [0.1, 0.5, 0.9];
/** Forecasts of one site that are timed, after as many that are not. */
const ASKS = 20;

const [, , folder = "", sites = "32"] = process.argv;
const [model] = MODELS.hourly;
const { set, calendar } = melbourne(folder, "PT1H");
const origin = set.axis.dayFrom[dayNumber("2014-01-01") - set.axis.firstDay] ?? 0;
const known = cutAt(set, origin);
const full = known.series.filter(({ values }) => values.filter(Number.isNaN).length < 0.05 * origin);
const series = replicate(full, Number(sites));
const history: History = { set: { axis: set.axis, series }, origin, calendars: series.map(() => calendar) };

const cpu = cpuTimer();
const fitted = model.fit(history, { leads: LEADS });
const cpuSeconds = cpu.seconds();
const { maxRSS } = process.resourceUsage();

const times = series.slice(0, 1).flatMap((one) => {
  const own: History = { set: { axis: set.axis, series: [one] }, origin, calendars: [calendar] };
  return Array.from({ length: 2 * ASKS }, () => {
    const began = performance.now();
    fitted.forecast(own, { leads: LEADS, levels: LEVELS });
    return performance.now() - began;
  });
});
const cost: FitCost = {
  model: model.name,
  cpuSeconds,
  peakMb: maxRSS / 1024,
  oneSiteMs: rank(times.slice(ASKS), 0.5),
};
console.log(JSON.stringify(cost));
