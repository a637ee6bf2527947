/** The covariates file of forecast-csv → covariates by series, one per further column, each value with the time of
 *  its issue. Rows issued after the last origin are passed over unread, whatever else they hold; those between two
 *  origins are cut by the models. */
import type { Readable } from "node:stream";
import { type Axis, type SeriesSet, stepAt, stepOf } from "../../domain/series.ts";
import { fromDayNumber, MINUTE, startOfDay, type Zone } from "../../domain/time.ts";
import type { Covariate } from "../../forecast/inputs.ts";
import { Faults, readRows } from "./rows.ts";
import { instantOf, parseTime, type WrittenTime } from "./time-form.ts";
import { unknownSeries } from "./unknown-series.ts";

/** Covariates by the name of their series; a series without rows is absent. */
export interface ReadCovariates {
  readonly covariates: ReadonlyMap<string, readonly Covariate[]>;
  readonly warnings: readonly string[];
}

interface Row {
  readonly issued: number;
  readonly steps: readonly number[];
  /** By column; NaN = not said. */
  readonly values: readonly number[];
}

/** end: instant of the last origin. @throws ConfigError with every fault, by line. */
export async function readCovariates(
  file: string,
  open: (file: string) => Readable,
  { axis, series }: SeriesSet,
  end: number,
): Promise<ReadCovariates> {
  const faults = new Faults();
  const rows = new Map(series.map(({ id }): [string, Row[]] => [id, []]));
  const unknown = new Set<string>();
  let names: readonly string[] = [];
  const others = (found: readonly string[]) => {
    names = found;
  };
  for await (const { cells, line } of readRows(file, open, ["series", "time", "issued_at"], [], others)) {
    const [id = "", text = "", said = "", ...given] = cells;
    const fault = (value: string, remedy: string) =>
      faults.add({ file, path: `line ${line}`, value, remedy });
    const [time, issue] = [parseTime(text), parseTime(said)];
    if (!issue) {
      fault(`invalid issued_at: ${said}`, "write YYYY-MM-DDTHH:MM, with Z or an offset if not local");
      continue;
    }
    const issued = issueInstant(issue, axis.zone);
    if (issued > end) continue;
    if (!time) fault(`invalid time: ${text}`, "write it like the times of the input");
    const values = given.map((cell) => (cell === "" ? Number.NaN : Number(cell)));
    for (const [i, value] of values.entries()) {
      if (given[i] !== "" && !Number.isFinite(value))
        fault(`invalid ${names[i]}: ${given[i]}`, "give a number, or leave it empty");
    }
    if (id === "") fault("no series", "name the series in each row");
    const own = rows.get(id);
    if (own && time) own.push({ issued, steps: stepsOf(axis, time), values });
    else if (!own) unknown.add(id);
  }
  if (names.length === 0) {
    const remedy = "add a column per covariate, such as temperature or rain";
    faults.add({ file, path: "line 1", value: "no column beside series,time,issued_at", remedy });
  }
  faults.throwIfAny();
  const known = [...rows].filter(([, own]) => own.length > 0);
  return {
    covariates: new Map(known.map(([id, own]) => [id, covariatesOf(names, own)])),
    warnings: unknownSeries(file, unknown),
  };
}

/** TRICKY: a bare day of issue does not say when on that day, so it counts from its end. */
function issueInstant(issue: WrittenTime, zone: Zone): number {
  if (issue.offset !== undefined) return instantOf(issue);
  if (issue.form.separator === undefined) return startOfDay(fromDayNumber(issue.day + 1), zone);
  return startOfDay(fromDayNumber(issue.day), zone) + issue.minute * MINUTE;
}

/** Steps that a time names: none outside the axis, both passes of the hour that the clock doubles. */
function stepsOf(axis: Axis, time: WrittenTime): readonly number[] {
  if (time.offset !== undefined && axis.step === "PT1H") {
    const step = stepAt(axis, instantOf(time));
    return axis.start[step] === instantOf(time) ? [step] : [];
  }
  const hour = axis.step === "PT1H" ? Math.floor(time.minute / 60) : 0;
  return [0, 1].map((pass) => stepOf(axis, time.day, hour, pass)).filter((step) => step >= 0);
}

function covariatesOf(names: readonly string[], rows: Row[]): readonly Covariate[] {
  rows.sort((a, b) => a.issued - b.issued);
  return names.flatMap((name, column): Covariate[] => {
    const said = rows.flatMap(({ issued, steps, values }) => {
      const value = values[column] ?? Number.NaN;
      return Number.isNaN(value) ? [] : steps.map((step) => ({ issued, step, value }));
    });
    if (said.length === 0) return [];
    return [
      {
        name,
        issued: Float64Array.from(said, ({ issued }) => issued),
        step: Int32Array.from(said, ({ step }) => step),
        value: Float64Array.from(said, ({ value }) => value),
      },
    ];
  });
}
