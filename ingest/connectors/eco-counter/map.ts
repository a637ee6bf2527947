/** Counts → records: in = entries, out = exits, without direction = entries. A hole is no fact; 0 is one. */
import type { Mapped, RejectionReason, SourceRecord } from "../../../src/domain/record.ts";
import { daySpan, type Instant, localDate, MINUTE, toIso, type Zone } from "../../../src/domain/time.ts";
import { keepRecord } from "../../quarantine/record-form.ts";
import type { Point, Series } from "./series.ts";
import { readTimes } from "./times.ts";

export interface Sense {
  readonly site: string;
  readonly zone: Zone;
  readonly travelModes: readonly string[];
  /** Spans that end later are left for the next pull: they may be unfinished. */
  readonly until: Instant;
  /** Version of the records: Eco-Counter has no time of change. */
  readonly now: Instant;
}

/** Records of one reading of the API. Where a kind of traffic has directions, its series without one is their sum
 *  and is left out. */
export function mapSeries(series: readonly Series[], sense: Sense): Mapped[] {
  const directed = new Set(
    series.filter(({ direction }) => direction !== "undefined").map(({ mode }) => mode),
  );
  return series
    .filter(({ mode }) => sense.travelModes.includes(mode))
    .filter(({ mode, direction }) => direction !== "undefined" || !directed.has(mode))
    .flatMap((one) => mapOne(one, sense));
}

function mapOne(series: Series, sense: Sense): Mapped[] {
  const times = readTimes(
    series.points.map((point) => point.time),
    sense.zone,
  );
  return series.points.map((point, index): Mapped => {
    const position = `gate ${series.gate} ${series.mode} ${series.direction} point ${index + 1}`;
    const time = times[index];
    if (time === undefined || time.kind !== "at") {
      return reject(time?.kind ?? "bad_time", position, "timestamp", point.time.slice(0, 40));
    }
    return mapPoint(series, point, time.at, position, sense);
  });
}

function mapPoint(series: Series, point: Point, at: Instant, position: string, sense: Sense): Mapped {
  const { gate, mode, direction } = series;
  const { count, granularity } = point;
  const minutes = minutesOf(granularity, at, sense.zone);
  if (minutes === undefined) {
    return reject("unknown_value", position, "granularity", `${granularity}: PT15M, PT1H or P1D is expected`);
  }
  const to = at + minutes * MINUTE;
  if (count === null || to > sense.until) return { kind: "ignored" };
  const record: SourceRecord = {
    site: sense.site,
    measure: direction === "out" ? "exits" : "entries",
    key: `${gate}/${mode}/${direction}/${granularity}/${toIso(at)}`,
    at,
    minutes,
    value: count,
    version: sense.now,
    deleted: false,
    knownAt: to,
    gate,
  };
  const row = () => ({ row: keepRecord(record) });
  if (count < 0)
    return { ...reject("negative", position, "counts", `${count}: a count cannot be negative`), ...row() };
  if (!Number.isInteger(count))
    return { ...reject("bad_number", position, "counts", `${count}: not a whole number`), ...row() };
  return { kind: "record", record };
}

/** A day has 23, 24 or 25 hours. Longer steps are sums of what finer ones say and are not read. */
function minutesOf(granularity: string, at: Instant, zone: Zone): number | undefined {
  if (granularity === "PT15M") return 15;
  if (granularity === "PT1H") return 60;
  if (granularity !== "P1D") return undefined;
  const day = daySpan(localDate(at, zone), zone);
  return (day.to - day.from) / MINUTE;
}

function reject(
  reason: RejectionReason,
  position: string,
  field: string,
  detail: string,
): Extract<Mapped, { kind: "rejected" }> {
  return { kind: "rejected", reason, position, field, detail };
}
