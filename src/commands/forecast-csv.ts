/** `forecast-csv`: forecasts the series of a CSV file without a store, with the models of the service. One pooled
 *  run per origin; only rows before the origin count. */
import { createReadStream, createWriteStream } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { cutAt, type SeriesSet } from "../domain/series.ts";
import { compileCalendar } from "../forecast/calendar.ts";
import type { Forecast, History } from "../forecast/model.ts";
import { combined } from "../forecast/models/combined.ts";
import { seasonalNaive } from "../forecast/models/seasonal-naive.ts";
import { checkOptions, type ForecastCsvOptions } from "./forecast-csv/options.ts";
import { readSeries } from "./forecast-csv/read-series.ts";
import { checkUnused, readHolidays } from "./forecast-csv/side-files.ts";
import { formatTime } from "./forecast-csv/time-form.ts";
import { headerOf, linesOf, stepsToWrite } from "./forecast-csv/write-table.ts";

export interface ForecastCsvEffects {
  readonly open: (file: string) => Readable;
  /** undefined = standard output. */
  readonly write: (file: string | undefined) => Writable;
  /** One line for the user, on standard error. */
  readonly log: (line: string) => void;
}

const real: ForecastCsvEffects = {
  open: (file) => createReadStream(file),
  write: (file) => (file === undefined ? process.stdout : createWriteStream(file)),
  log: (line) => process.stderr.write(`${line}\n`),
};

/** Reads, forecasts and writes; resolves to the number of rows written.
 *  @throws ConfigError with every fault found before forecasting. */
export async function forecastCsv(
  options: ForecastCsvOptions,
  effects: ForecastCsvEffects = real,
): Promise<number> {
  const { step, zone: asked, origins, levels } = checkOptions(options);
  const { input: file, horizon } = options;
  const facts = options.holidays === undefined ? [] : await readHolidays(options.holidays, effects.open);
  await setAside(options, effects);
  const { set, zone, form, ...read } = await readSeries(
    { file, step, zone: asked, origins, horizon },
    effects.open,
  );
  for (const warning of read.warnings) effects.log(`warning: ${warning}`);
  effects.log(`read ${set.series.length} series from ${file}`);
  const { axis } = set;
  const calendar = compileCalendar(facts, axis.firstDay, axis.dayFrom.length - 1);
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    yield headerOf(levels);
    for (const [i, origin] of read.origins.entries()) {
      const named = options.origin[i] ?? formatTime(axis.start[origin] ?? 0, zone, form, axis.step);
      const known = knownAt(set, origin);
      const steps = stepsToWrite(known, origin, horizon, form);
      const history: History = { set: known, origin, calendars: known.series.map(() => calendar) };
      for (const forecast of forecastAll(history, (steps.at(-1) ?? 0) + 1, levels, named, effects.log)) {
        rows += steps.length;
        yield linesOf(forecast, { axis, zone, form, origin, named, steps });
      }
      effects.log(`origin ${named}: ${known.series.length} series done`);
    }
  }
  await pipeline(lines, effects.write(options.output), { end: options.output !== undefined });
  return rows;
}

async function setAside(options: ForecastCsvOptions, { open, log }: ForecastCsvEffects): Promise<void> {
  const side = [
    ["bookings", options.bookings, ["series", "visit_date", "booked_on", "quantity"]],
    ["covariates", options.covariates, ["series", "time", "issued_at"]],
  ] as const;
  for (const [what, file, columns] of side) {
    if (file === undefined) continue;
    await checkUnused(file, open, columns);
    log(`warning: ${what} are not used by any model yet: ${file} has no influence on these forecasts`);
  }
}

/** Series of which anything was observed before the origin, cut there. */
function knownAt(set: SeriesSet, origin: number): SeriesSet {
  const { axis, series } = cutAt(set, origin);
  return { axis, series: series.filter(({ values }) => values.some((value) => !Number.isNaN(value))) };
}

/** The best that can be said of each series: the average of the models, else the simple rule, else nothing. */
function forecastAll(
  history: History,
  leads: number,
  levels: readonly number[],
  origin: string,
  log: (line: string) => void,
): Forecast[] {
  const simple = seasonalNaive(7);
  const answers = combined.fit(history, { leads }).forecast(history, { leads, levels });
  const fallback = answers.some(({ kind }) => kind === "refused")
    ? simple.fit(history, { leads }).forecast(history, { leads, levels })
    : [];
  return answers.flatMap((answer, i) => {
    if (answer.kind === "forecast") return answer;
    const second = fallback[i];
    const instead = second?.kind === "forecast" ? `${simple.name} instead` : "no rows";
    log(`warning: ${answer.id} at ${origin}: ${answer.reason}; ${instead}`);
    return second?.kind === "forecast" ? second : [];
  });
}

/** Adds the command to the command line; faults come out as `ConfigError`. */
export function addForecastCsv(program: Command): void {
  const list = (text: string) => text.split(",").map(Number);
  const collect = (text: string, before: readonly string[]) => [...before, text];
  program
    .command("forecast-csv")
    .description("forecasts series of a CSV file, no store needed")
    .requiredOption("--input <file>", "CSV with the columns series,time,value; may end in .gz")
    .requiredOption("--step <step>", "PT1H or P1D")
    .requiredOption("--horizon <steps>", "steps to forecast", Number)
    .option(
      "--origin <time>",
      "first step to forecast, repeatable; after the last row if absent",
      collect,
      [],
    )
    .option("--timezone <zone>", "zone of times without offset, such as Europe/Paris")
    .option("--holidays <file>", "CSV with the column date and, if known, name")
    .option("--bookings <file>", "CSV with series,visit_date,booked_on,quantity")
    .option("--covariates <file>", "CSV with series,time,issued_at and one column per covariate")
    .option("--levels <list>", "quantile levels", list, [0.1, 0.5, 0.9])
    .option("--output <file>", "where to write; standard output if absent")
    .action(async (options: ForecastCsvOptions) => {
      await forecastCsv(options);
    });
}
