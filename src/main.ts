#!/usr/bin/env node
/** The command line: the table of commands, and what an error means for the exit code (0 done, 1 failed, 2 wrong use
 *  or configuration). */
import { Command } from "commander";
import { addBacktest } from "./commands/backtest.ts";
import { addCalendars } from "./commands/calendars.ts";
import { addCheck } from "./commands/check.ts";
import { addDemo } from "./commands/demo.ts";
import { addDigest } from "./commands/digest.ts";
import { exitCodeOf, explain } from "./commands/failure.ts";
import { addForecast } from "./commands/forecast.ts";
import { addForecastCsv } from "./commands/forecast-csv.ts";
import { addIngest } from "./commands/ingest.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addQuarantine } from "./commands/quarantine.ts";
import { addRetention } from "./commands/retention.ts";
import { addRollup } from "./commands/rollup.ts";
import { addServe } from "./commands/serve.ts";
import { addWork } from "./commands/work.ts";

const program = new Command("beffroi")
  .description("Visits, forecasts and indicators for tourist offices")
  .option("--config <file>", "territory file (BEFFROI_CONFIG)")
  .option("--data <folder>", "folder of the embedded store (BEFFROI_DATA)")
  .option("--store <url>", "a ClickHouse server instead of the embedded store (BEFFROI_STORE)")
  .option("--json", "one JSON document on stdout, logs on stderr")
  .showHelpAfterError()
  .exitOverride();

for (const add of [
  addDemo,
  addServe,
  addWork,
  addCheck,
  addCalendars,
  addIngest,
  addQuarantine,
  addRetention,
  addRollup,
  addForecast,
  addBacktest,
  addForecastCsv,
  addDigest,
  addMigrate,
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (cause) {
  const text = explain(cause);
  if (text) process.stderr.write(`${text}\n`);
  process.exitCode = exitCodeOf(cause);
}
