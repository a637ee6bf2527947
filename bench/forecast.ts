/** Forecasts of public counts on rolling origins: robust-base beside seasonal naive, with coverage and CPU time.
 *  node bench/forecast.ts --data <folder of public counts> */
import { parseArgs } from "node:util";
import { cutAt, type SeriesSet } from "../src/domain/series.ts";
import { backtest, type Score } from "../src/forecast/backtest.ts";
import type { Forecast, History, Model } from "../src/forecast/model.ts";
import { robustBase } from "../src/forecast/models/robust-base.ts";
import { seasonalNaive } from "../src/forecast/models/seasonal-naive.ts";
import { sumSites } from "../src/forecast/reconcile.ts";
import { coverage } from "../src/forecast/score.ts";
import { type Counts, melbourne, museums, originsByRule } from "./forecast/data.ts";

const { values: args } = parseArgs({ options: { data: { type: "string", default: "../shared/data" } } });
const naive = seasonalNaive(7);

/** Scores both models and prints one line per lead group and kind of week. */
function compare(name: string, counts: Counts, from: string, to: string, horizons: readonly number[]): void {
  const { holiday, ordinary } = originsByRule(counts, from, to);
  const calendars = counts.set.series.map(() => counts.calendar);
  const run = (model: Model) => {
    const before = process.cpuUsage();
    const options = { origins: [...holiday, ...ordinary], horizons };
    const scores = backtest([model], counts.set, calendars, options);
    const { user, system } = process.cpuUsage(before);
    return { scores, seconds: (user + system) / 1e6 / options.origins.length };
  };
  const base = run(robustBase);
  const rule = run(naive);
  const weeks = { "all weeks": null, "with holiday": new Set(holiday), ordinary: new Set(ordinary) };
  for (const upTo of horizons) {
    for (const [kind, origins] of Object.entries(weeks)) {
      const pick = (scores: readonly Score[]) =>
        scores.filter((s) => s.upTo === upTo && s.count >= upTo * 0.3 && (origins?.has(s.origin) ?? true));
      print(`${name} 1–${upTo} ${kind}`, ...matched(pick(base.scores), pick(rule.scores)));
    }
  }
  console.log(
    `${name}: CPU s per origin: base ${base.seconds.toFixed(3)}, naive ${rule.seconds.toFixed(3)}\n`,
  );
}

/** The windows that both models answered, so that both are judged on the same. */
function matched(a: readonly Score[], b: readonly Score[]): [Score[], Score[]] {
  const key = ({ id, origin, mase }: Score) => (Number.isFinite(mase) ? `${id} ${origin}` : "");
  const [left, right] = [new Set(a.map(key)), new Set(b.map(key))];
  const both = (score: Score) => key(score) !== "" && left.has(key(score)) && right.has(key(score));
  return [a.filter(both), b.filter(both)];
}

function print(name: string, base: readonly Score[], rule: readonly Score[]): void {
  if (base.length < 5) return;
  const mean = (scores: readonly Score[], f: (s: Score) => number) =>
    scores.reduce((sum, s) => sum + f(s), 0) / scores.length;
  const loss = (scores: readonly Score[]) => mean(scores, (s) => s.pinball) / mean(scores, (s) => s.level);
  const [ours, theirs] = [mean(base, (s) => s.mase), mean(rule, (s) => s.mase)];
  console.log(
    [
      name.padEnd(36),
      `MASE ${ours.toFixed(3)} / ${theirs.toFixed(3)} = ${(ours / theirs).toFixed(3)}`,
      `pinball ${loss(base).toFixed(4)} / ${loss(rule).toFixed(4)}`,
      `80 % band ${mean(base, (s) => s.coverage80).toFixed(3)} / ${mean(rule, (s) => s.coverage80).toFixed(3)}`,
      `bias ${(mean(base, (s) => s.bias * s.level) / mean(base, (s) => s.level)).toFixed(3)}`,
      `${base.length} windows`,
    ].join("   "),
  );
}

/** Coverage of the sum of all sites for several assumed correlations of their errors. */
function territory(name: string, { set, calendar }: Counts, origins: readonly number[], leads: number): void {
  const correlations = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1];
  const hits = correlations.map(() => 0);
  let folds = 0;
  for (const origin of origins) {
    const whole = set.series.filter(({ values }) =>
      values.subarray(origin, origin + leads).every((value) => !Number.isNaN(value)),
    );
    const known: SeriesSet = cutAt({ axis: set.axis, series: whole }, origin);
    const history: History = { set: known, origin, calendars: whole.map(() => calendar) };
    const answers = robustBase.fit(history, { leads }).forecast(history, { leads, levels: [0.1, 0.5, 0.9] });
    const sites = answers.filter((answer): answer is Forecast => answer.kind === "forecast");
    if (sites.length < 5) continue;
    folds++;
    const sum = new Float64Array(leads);
    for (const { id } of sites) {
      const values = whole.find((series) => series.id === id)?.values;
      for (let i = 0; i < leads; i++) sum[i] = (sum[i] ?? 0) + (values?.[origin + i] ?? Number.NaN);
    }
    for (const [n, correlation] of correlations.entries()) {
      const { quantiles } = sumSites("all", sites, correlation);
      const [low, high] = [0, 2].map((k) => quantiles.filter((_, i) => i % 3 === k));
      if (low && high) hits[n] = (hits[n] ?? 0) + coverage(sum, low, high);
    }
  }
  const line = correlations.map((c, n) => `${c}: ${((hits[n] ?? 0) / folds).toFixed(3)}`).join("  ");
  console.log(`${name}: 80 % band of the sum of sites by assumed correlation: ${line}\n`);
}

const hourly = melbourne(args.data, "PT1H");
compare("Melbourne hours", hourly, "2013-01-20", "2014-06-20", [24, 168]);
territory("Melbourne hours", hourly, originsByRule(hourly, "2013-01-20", "2014-06-20").ordinary, 168);
const daily = melbourne(args.data, "P1D");
compare("Melbourne days", daily, "2013-01-20", "2014-04-01", [14, 90]);
territory("Melbourne days", daily, originsByRule(daily, "2013-01-20", "2014-04-01").ordinary, 14);
const visitors = museums(args.data);
const open = visitors.set.series.map(({ id, values }) => ({
  id,
  values: values.map((v) => (v === 0 ? Number.NaN : v)),
}));
// Closed days are not scored: a 0 of these museums means closed or not recorded.
compare(
  "Bristol museums",
  { ...visitors, set: { axis: visitors.set.axis, series: open } },
  "2016-06-06",
  "2017-10-02",
  [14, 90],
);
