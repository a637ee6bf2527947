/** The input file of forecast-csv → series on an axis. Rows at or after the last origin are passed over unread,
 *  whatever they hold. */
import type { Readable } from "node:stream";
import { ConfigError } from "../../domain/errors.ts";
import { type Axis, makeAxis, type SeriesSet, type SeriesStep, stepAt, stepOf } from "../../domain/series.ts";
import { atLocalTime, fromDayNumber, localDate, MINUTE, minuteOfDay, type Zone } from "../../domain/time.ts";
import { Faults, readRows } from "./rows.ts";
import { instantOf, parseTime, type TimeForm, type WrittenTime } from "./time-form.ts";

const DAY_MINUTES = 1440;
const blank = new Set(["", "na", "nan", "null"]);

/** Rows of one series as read: minutes, and people (NaN = not observed). */
interface Column {
  readonly times: number[];
  readonly values: number[];
}

/** What was read, before it stands on an axis. */
interface RawSeries {
  readonly columns: ReadonlyMap<string, Column>;
  readonly form: TimeForm;
  /** Minutes of the last row of all, on the same clock as `times`. */
  readonly last: number;
  /** True: `times` are minutes of UTC; false: of the wall clock. */
  readonly utc: boolean;
}

export interface ReadOptions {
  readonly file: string;
  readonly step: SeriesStep;
  /** Zone of times without offset; undefined = UTC, or the offset that the first row names. */
  readonly zone: Zone | undefined;
  /** As given by the user, each readable by `parseTime`. */
  readonly origins: readonly WrittenTime[];
  readonly horizon: number;
}

export interface ReadResult {
  readonly set: SeriesSet;
  readonly form: TimeForm;
  readonly zone: Zone;
  /** Step index of each origin, in the order given; one (after the last row) when none was. */
  readonly origins: readonly number[];
  /** What was read in a way that the user should know about. */
  readonly warnings: readonly string[];
}

/** Reads the file in one pass. @throws ConfigError with every fault, by line. */
export async function readSeries(
  options: ReadOptions,
  open: (file: string) => Readable,
): Promise<ReadResult> {
  const raw = await readRaw(options, open);
  const zone = options.zone ?? (/^[+-]/.test(raw.form.suffix) ? zoneOf(raw.form.suffix) : "UTC");
  const instants = options.origins.map((origin) => originInstant(origin, zone));
  const dayOf = (minute: number) =>
    raw.utc ? localDate(minute * MINUTE, zone) : fromDayNumber(Math.floor(minute / DAY_MINUTES));
  let first = Number.POSITIVE_INFINITY;
  for (const { times } of raw.columns.values()) for (const time of times) first = Math.min(first, time);
  const lastDay = instants.length > 0 ? localDate(Math.max(...instants), zone) : dayOf(raw.last);
  const spare = options.step === "P1D" ? options.horizon + 2 : Math.ceil(options.horizon / 23) + 3;
  if (!(dayOf(first) <= lastDay)) throw nothingBefore(options, dayOf(first));
  const to = fromDayNumber(Math.round(Date.parse(lastDay) / 86_400_000) + spare);
  const axis = makeAxis(options.step, zone, { from: dayOf(first), to });
  const origins =
    instants.length > 0 ? instants.map((at) => stepAt(axis, at)) : [stepIn(axis, raw, raw.last) + 1];
  if (origins.some((origin) => origin === 0)) throw nothingBefore(options, dayOf(first));
  return { ...place(axis, raw, Math.max(...origins)), form: raw.form, zone, origins };
}

function zoneOf(suffix: string): Zone {
  return suffix.includes(":") ? suffix : `${suffix.slice(0, 3)}:${suffix.slice(3)}`;
}

function originInstant(origin: WrittenTime, zone: Zone): number {
  if (origin.offset !== undefined) return instantOf(origin);
  const clock = `${String(Math.floor(origin.minute / 60)).padStart(2, "0")}:${String(origin.minute % 60).padStart(2, "0")}`;
  return atLocalTime(fromDayNumber(origin.day), clock, zone);
}

function nothingBefore({ file }: ReadOptions, first: string): ConfigError {
  const remedy = `give an origin after the first row (${first})`;
  return new ConfigError([{ file, path: "--origin", value: "no row before the origin", remedy }]);
}

async function readRaw(
  { file, step, zone, origins }: ReadOptions,
  open: (f: string) => Readable,
): Promise<RawSeries> {
  const columns = new Map<string, Column>();
  const faults = new Faults();
  const end = endOf(origins, zone);
  let form: TimeForm | undefined;
  let last = Number.NEGATIVE_INFINITY;
  for await (const { cells, line } of readRows(file, open, ["series", "time", "value"])) {
    const [id = "", text = "", number = ""] = cells;
    const fault = (value: string, remedy: string) =>
      faults.add({ file, path: `line ${line}`, value, remedy });
    const time = parseTime(text);
    if (!time) {
      fault(
        `invalid time: ${text}`,
        "write YYYY-MM-DD or YYYY-MM-DDTHH:MM, with Z or an offset if not local",
      );
      continue;
    }
    // A day stands for itself, whatever zone its midnight is written in.
    const utc = time.offset !== undefined && step === "PT1H";
    const at = time.day * DAY_MINUTES + time.minute - (utc ? (time.offset ?? 0) : 0);
    if (at >= (utc ? end.utc : end.local)) continue;
    form ??= time.form;
    last = Math.max(last, at);
    if (utc !== (form.suffix !== "" && step === "PT1H"))
      fault(text, "write all times with an offset, or none");
    if (time.minute % (step === "PT1H" ? 60 : DAY_MINUTES) !== 0) {
      fault(`invalid time: ${text}`, `give times at the start of a step of ${step}, or another --step`);
    }
    const value = blank.has(number.toLowerCase()) ? Number.NaN : Number(number);
    if (id === "") fault("no series", "name the series in each row");
    if (
      value < 0 ||
      value === Number.POSITIVE_INFINITY ||
      (Number.isNaN(value) && !blank.has(number.toLowerCase()))
    ) {
      fault(`invalid value: ${number}`, "give people as a number of 0 or more, or leave it empty");
    }
    let column = columns.get(id);
    if (!column) {
      column = { times: [], values: [] };
      columns.set(id, column);
    }
    column.times.push(at);
    column.values.push(value);
  }
  faults.throwIfAny();
  if (form) return { columns, form, last, utc: form.suffix !== "" && step === "PT1H" };
  const remedy = "give an origin after the first row, and a file with rows";
  throw new ConfigError([{ file, path: "--origin", value: "no row before the origin", remedy }]);
}

/** The last origin on both clocks, in minutes; infinite without origins. */
function endOf(
  origins: readonly WrittenTime[],
  zone: Zone | undefined,
): { readonly utc: number; readonly local: number } {
  if (origins.length === 0) return { utc: Number.POSITIVE_INFINITY, local: Number.POSITIVE_INFINITY };
  const instants = origins.map((origin) => originInstant(origin, zone ?? "UTC"));
  // The zone of a wall-clock origin may yet come from the rows; what is read too much is cut when placed.
  const unsure = zone === undefined && origins.some(({ offset }) => offset === undefined) ? DAY_MINUTES : 0;
  const locals = origins.map((origin, i) => {
    if (origin.offset === undefined) return origin.day * DAY_MINUTES + origin.minute;
    const at = instants[i] ?? 0;
    return Math.round(Date.parse(localDate(at, zone ?? "UTC")) / MINUTE) + minuteOfDay(at, zone ?? "UTC");
  });
  return { utc: Math.max(...instants) / MINUTE + unsure, local: Math.max(...locals) };
}

function stepIn(axis: Axis, { utc }: RawSeries, minute: number, pass = 0): number {
  if (utc) {
    const step = stepAt(axis, minute * MINUTE);
    return axis.start[step] === minute * MINUTE ? step : -1;
  }
  return stepOf(axis, Math.floor(minute / DAY_MINUTES), Math.floor((minute % DAY_MINUTES) / 60), pass);
}

function place(axis: Axis, raw: RawSeries, end: number): { set: SeriesSet; warnings: string[] } {
  let skipped = 0;
  let repeated = 0;
  const series = [...raw.columns].map(([id, { times, values }]) => {
    const out = new Float64Array(end).fill(Number.NaN);
    const filled = new Uint8Array(end);
    for (let i = 0; i < times.length; i++) {
      let step = stepIn(axis, raw, times[i] ?? 0);
      if (step >= end) continue;
      if (step < 0) {
        skipped++;
        continue;
      }
      if (filled[step] === 1) {
        const second = raw.utc ? -1 : stepIn(axis, raw, times[i] ?? 0, 1);
        if (second >= end) continue;
        if (second >= 0 && filled[second] === 0) step = second;
        else repeated++;
      }
      filled[step] = 1;
      out[step] = values[i] ?? Number.NaN;
    }
    return { id, values: out };
  });
  const warnings = [
    ...(skipped > 0 ? [`${skipped} rows at times that the clock of ${axis.zone} skips were left out`] : []),
    ...(repeated > 0 ? [`${repeated} rows repeat a series and time; the last of each was taken`] : []),
  ];
  return { set: { axis, series }, warnings };
}
