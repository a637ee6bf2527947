/** The options of forecast-csv, checked all at once. */
import { parseLevels } from "../../domain/quantile.ts";
import type { SeriesStep } from "../../domain/series.ts";
import type { Zone } from "../../domain/time.ts";
import { Faults } from "./rows.ts";
import { parseTime, type WrittenTime } from "./time-form.ts";

export interface ForecastCsvOptions {
  readonly input: string;
  readonly step: string;
  /** Steps to forecast. */
  readonly horizon: number;
  /** Times as in the input; [] = after its last row. */
  readonly origin: readonly string[];
  /** Zone of times without offset; absent = UTC, or the offset of the input's first row. */
  readonly timezone?: string;
  readonly holidays?: string;
  readonly bookings?: string;
  readonly covariates?: string;
  readonly levels: readonly number[];
  /** Absent = standard output. */
  readonly output?: string;
}

/** What of the options had to be understood first. */
export interface CheckedOptions {
  readonly step: SeriesStep;
  readonly zone: Zone | undefined;
  readonly origins: readonly WrittenTime[];
  /** Ascending. */
  readonly levels: readonly number[];
}

/** @throws ConfigError with every fault. */
export function checkOptions(options: ForecastCsvOptions): CheckedOptions {
  const faults = new Faults();
  const check = (path: string, value: string, remedy: string) => faults.add({ path, value, remedy });
  const step: SeriesStep = options.step === "P1D" ? "P1D" : "PT1H";
  if (step !== options.step) check("--step", `invalid step: ${options.step}`, "give PT1H or P1D");
  if (!Number.isInteger(options.horizon) || options.horizon < 1) {
    check("--horizon", `invalid horizon: ${options.horizon}`, "give a whole number of steps, 1 or more");
  }
  let levels: readonly number[] = [];
  try {
    levels = parseLevels(options.levels);
  } catch {
    check(
      "--levels",
      `invalid levels: ${options.levels.join(",")}`,
      "give numbers between 0 and 1, each once",
    );
  }
  const origins = options.origin.flatMap((text) => {
    const time = parseTime(text);
    if (!time) check("--origin", `invalid origin: ${text}`, "write it like the times of the input");
    return time ?? [];
  });
  if (options.timezone !== undefined && !isZone(options.timezone)) {
    check("--timezone", `invalid timezone: ${options.timezone}`, "give an IANA name such as Europe/Paris");
  }
  faults.throwIfAny();
  return { step, zone: options.timezone, origins, levels };
}

function isZone(zone: Zone): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
}
