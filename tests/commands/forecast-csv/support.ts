/** Runs forecast-csv on files held in memory. */
import { Readable, Writable } from "node:stream";
import type { ForecastCsvOptions } from "../../../src/commands/forecast-csv/options.ts";
import { forecastCsv } from "../../../src/commands/forecast-csv.ts";
import { ConfigError } from "../../../src/domain/errors.ts";

const base = { input: "in.csv", step: "P1D", horizon: 3, origin: [], levels: [0.1, 0.5, 0.9] };

/** Runs and returns what was written, as text and as a table. */
export async function run(files: Record<string, string | Buffer>, options: Partial<ForecastCsvOptions> = {}) {
  let output = "";
  const logs: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      output += String(chunk);
      done();
    },
  });
  const open = (file: string) => {
    const content = files[file];
    if (content === undefined) throw new Error(`no such file: ${file}`);
    return Readable.from([Buffer.from(content)]);
  };
  const rows = await forecastCsv(
    { ...base, ...options },
    { open, write: () => sink, log: (l) => logs.push(l) },
  );
  const table = output
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return { rows, output, logs, head: table[0], table: table.slice(1) };
}

/** The faults of a run that is bound to fail, as `place: value`. */
export async function faultsOf(files: Record<string, string>, options: Partial<ForecastCsvOptions> = {}) {
  const error = await run(files, options).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof ConfigError)) throw new Error(`no ConfigError: ${String(error)}`);
  return error.faults.map(({ path, value }) => `${path}: ${value}`);
}
