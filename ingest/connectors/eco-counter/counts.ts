/** Stream `counts`: reads whole local days, always the last three again, since counters upload late. */
import type { Mapped } from "../../../src/domain/record.ts";
import {
  addDays,
  HOUR,
  type Instant,
  type LocalDate,
  localDate,
  MINUTE,
  startOfDay,
  type Zone,
} from "../../../src/domain/time.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { digest } from "../digest.ts";
import { afterSilence, cursorThrough, throughOf } from "./cursor.ts";
import { inOrder } from "./in-order.ts";
import { mapSeries } from "./map.ts";
import type { EcoCounterOptions } from "./options.ts";
import type { Source } from "./series.ts";

const DAY_MS = 24 * HOUR;
const LOOKBACK_MS = 3 * DAY_MS;
const FIRST_READ_DAYS = 730;
/** Requests under way at once. */
const CONCURRENCY = 4;
/** Rows handed on at once. */
const BATCH = 10_000;
/** Share of a re-read span's counts that the vendor may take away before a person must look. */
const MAX_LOSS = 0.5;

/** @param open the API for one pull. Re-read nightly over 14 days and weekly over 60: the vendor edits history. */
export function countsStream(
  options: EcoCounterOptions,
  place: { readonly site: string; readonly zone: Zone },
  open: (context: PullContext) => Source,
): Stream {
  return {
    name: "counts",
    movable: false,
    windowed: true,
    rescans: [
      { everyMs: DAY_MS, backMs: 14 * DAY_MS },
      { everyMs: 7 * DAY_MS, backMs: 60 * DAY_MS },
    ],
    pull: (context) => pull(options, place, open(context), context),
  };
}

async function* pull(
  options: EcoCounterOptions,
  { site, zone }: { readonly site: string; readonly zone: Zone },
  source: Source,
  context: PullContext,
): AsyncGenerator<Page> {
  const { now, until } = context;
  const before = throughOf(context.cursor);
  const firstDay = localDate(scanStart(options, zone, context, before), zone);
  const start = startOfDay(firstDay, zone);
  const chunks = chunksOf(firstDay, addDays(localDate(until, zone), 1), source.chunkDays);
  const sense = { site, zone, travelModes: options.travelModes, until, now };
  let held: Mapped[] = [];
  let end: Instant | undefined;
  const tasks = chunks.map(
    ([from, to]) =>
      () =>
        source.read(from, to),
  );
  for await (const series of inOrder(tasks, CONCURRENCY)) {
    for (const row of mapSeries(series, sense)) {
      held.push(row);
      if (row.kind !== "record") continue;
      end = Math.max(end ?? 0, row.record.at + row.record.minutes * MINUTE);
    }
    if (held.length < BATCH) continue;
    yield { rows: held, token: digest(held), ...cursorThrough(before, end) };
    held = [];
  }
  const silent = end === undefined || (before !== null && end <= before);
  const followed = silent && until >= now ? afterSilence(before, start, now) : undefined;
  yield {
    rows: held,
    token: digest(held),
    ...cursorThrough(before, followed ?? end),
    ...(before === null || end === undefined
      ? {}
      : { replaces: { from: start, to: end, maxLoss: MAX_LOSS } }),
  };
}

function scanStart(
  options: EcoCounterOptions,
  zone: Zone,
  { from, now }: PullContext,
  before: Instant | null,
): Instant {
  if (before !== null) return Math.min(before - LOOKBACK_MS, from ?? before);
  if (from !== undefined) return from;
  return options.since === undefined ? now - FIRST_READ_DAYS * DAY_MS : startOfDay(options.since, zone);
}

/** Half-open spans of at most `size` days. */
function chunksOf(from: LocalDate, to: LocalDate, size: number): [LocalDate, LocalDate][] {
  const chunks: [LocalDate, LocalDate][] = [];
  for (let day = from; day < to; day = addDays(day, size)) {
    const end = addDays(day, size);
    chunks.push([day, end < to ? end : to]);
  }
  return chunks;
}
