/** When a row's count happened: cells → instant and minutes, through the zone's clock changes. */
import type { RejectionReason } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { type ClockRules, resolveWall, type SeriesClock } from "../../format/clock-changes.ts";
import { parseTimeOfDay, parseWall, type WallReading } from "../../format/dates.ts";
import { localClock } from "../../format/local-clock.ts";
import { describeCell } from "./describe.ts";
import type { FilePlan, Positions } from "./plan.ts";

/** Reads the time of a row; `moved` marks a reading that never was on the wall and is counted after the change. */
export type When =
  | { readonly kind: "at"; readonly at: Instant; readonly minutes: number; readonly moved: boolean }
  | {
      readonly kind: "rejected";
      readonly reason: RejectionReason;
      readonly field: string;
      readonly detail: string;
    };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minutes of a step that is no whole local day: `PT15M` 15, `PT1H` 60; undefined for `P1D` and no step. */
function stepMinutes(step: string | undefined): number | undefined {
  const [, count, unit] = /^PT(\d+)([HM])$/.exec(step ?? "") ?? [];
  return count === undefined ? undefined : Number(count) * (unit === "H" ? 60 : 1);
}

/** A reader of the row's own time (`at`, or `date` with `time` or `from` and `to`). */
export function whenReader(
  plan: FilePlan,
  positions: Positions,
): (fields: readonly string[], series: SeriesClock) => When {
  const { options } = plan;
  const clock = localClock(plan.zone);
  const minutes = stepMinutes(options.step);
  const rules: ClockRules = { dst: options.dst, nonexistent: options.nonexistent, grid: !plan.ticketing };
  const { at: atColumn, date, time, from, to } = positions;

  const place = (
    reading: WallReading,
    span: number,
    series: SeriesClock,
    field: string,
    text: string,
  ): When => {
    const { wall, offset } = reading;
    if (Number.isNaN(wall)) {
      return {
        kind: "rejected",
        reason: "bad_time",
        field,
        detail: `${describeCell(text)}: no date that exists`,
      };
    }
    if (offset !== undefined) return { kind: "at", at: wall - offset, minutes: span, moved: false };
    const at = clock.once(wall);
    if (!Number.isNaN(at)) {
      series.last = wall;
      return { kind: "at", at, minutes: span, moved: false };
    }
    const resolved = resolveWall(wall, clock, rules, series);
    if (resolved.kind === "at") return { kind: "at", at: resolved.at, minutes: span, moved: resolved.moved };
    return { kind: "rejected", reason: resolved.reason, field, detail: resolved.detail };
  };

  const wholeDay = (reading: WallReading, field: string, text: string): When => {
    const local = reading.offset === undefined ? reading.wall : Number.NaN;
    if (Number.isNaN(reading.wall)) return place(reading, 0, UNUSED, field, text);
    if (Number.isNaN(local)) {
      return {
        kind: "rejected",
        reason: "bad_time",
        field,
        detail: "a day without offset is expected with P1D",
      };
    }
    const day = clock.day(local);
    return { kind: "at", at: day.from, minutes: (day.to - day.from) / MINUTE, moved: false };
  };

  if (from !== -1) {
    return (fields, series) => {
      const day = parseWall(fields[date] ?? "", options.date_order);
      const start = parseTimeOfDay(fields[from] ?? "");
      const end = parseTimeOfDay(fields[to] ?? "");
      if (Number.isNaN(day.wall)) return place(day, 0, series, "date", fields[date] ?? "");
      const length = end > start ? end - start : end + DAY - start;
      const startsAt = Math.floor(day.wall / DAY) * DAY + start;
      const field = Number.isNaN(end) ? "to" : "from";
      const text = fields[Number.isNaN(end) ? to : from] ?? "";
      const wall = Number.isNaN(end) ? Number.NaN : startsAt;
      return place({ wall, offset: undefined, dateOnly: false }, length / MINUTE, series, field, text);
    };
  }
  const first = atColumn === -1 ? date : atColumn;
  const name = atColumn === -1 ? "date" : "at";
  const read = (fields: readonly string[]): WallReading => {
    const reading = parseWall(fields[first] ?? "", options.date_order);
    if (time === -1) return reading;
    const cell = fields[time] ?? "";
    const ofDay = parseTimeOfDay(cell);
    // Spreadsheets write a time alone as a date and time in their year zero.
    const clockTime = Number.isNaN(ofDay) ? parseWall(cell, options.date_order).wall % DAY : ofDay;
    return { wall: Math.floor(reading.wall / DAY) * DAY + clockTime, offset: undefined, dateOnly: false };
  };
  if (options.step === "P1D") return (fields) => wholeDay(read(fields), name, fields[first] ?? "");
  return (fields, series) => place(read(fields), minutes ?? 0, series, name, fields[first] ?? "");
}

const UNUSED: SeriesClock = { last: 0, before: 0, foldDay: 0, second: false };

/** A reader of a further time in the row (sold, cancelled): the first of two passes, a skipped time moved forward;
 *  undefined for an empty cell, NaN for one that is no time. */
export function instantReader(plan: FilePlan): (text: string) => Instant | undefined {
  const clock = localClock(plan.zone);
  return (text) => {
    if (text.trim() === "") return undefined;
    const { wall, offset } = parseWall(text, plan.options.date_order);
    if (Number.isNaN(wall) || offset !== undefined) return wall - (offset ?? 0);
    const passes = clock.passes(wall);
    if (passes.kind === "once") return passes.at;
    return passes.kind === "twice" ? passes.earlier : passes.forward;
  };
}

/** First instant of the local day that lies `days` days before the day of `at`. */
export function daysBefore(plan: FilePlan): (at: Instant, days: number) => Instant {
  const clock = localClock(plan.zone);
  return (at, days) => clock.day(clock.wallOf(at) - days * DAY).from;
}
