/** Keeps weather apart from what people do: batches of weather go to their own table, where nothing is summed and no
 *  rollup is touched; all else goes on to the sink behind. */
import { z } from "zod";
import { type SourceRecord, WEATHER_VARIABLES } from "../domain/record.ts";
import type { Counts, RecordBatch, RecordSink } from "../domain/sink.ts";
import { arrowStream, int32, labels, timestamps, uint64 } from "./arrow.ts";
import { writeRejections } from "./batch-ledger.ts";
import type { Store } from "./connect.ts";
import { writeCorrected } from "./quarantine.ts";
import { Int } from "./query.ts";
import { nextStamp } from "./stamp.ts";

const WEATHER: ReadonlySet<string> = new Set(WEATHER_VARIABLES);

/** A sink that stores weather itself and hands the rest to `facts`. A batch is one or the other, as its first record
 *  is: streams deliver one kind. */
export function withWeather(store: Store, facts: RecordSink): RecordSink {
  return {
    ...facts,
    write: (batch) =>
      WEATHER.has(batch.records[0]?.measure ?? "") ? writeWeather(store, batch) : facts.write(batch),
  };
}

/** Needs no ledger: what is stored with the same value is left alone, so a batch may come any number of times. */
async function writeWeather(store: Store, batch: RecordBatch): Promise<Counts> {
  await writeRejections(store, batch);
  const known = await readKnown(store, batch.records);
  const wanted = new Map(batch.records.map((record) => [keyOf(record), record]));
  const news = [...wanted].filter(([key, { value }]) => known.get(key) !== value);
  await insertWeather(
    store,
    batch.feed,
    news.map(([, record]) => record),
  );
  await writeCorrected(store, batch);
  const revised = news.filter(([key]) => known.has(key)).length;
  const rejected: Record<string, number> = {};
  for (const { reason } of batch.rejections) rejected[reason] = (rejected[reason] ?? 0) + 1;
  return {
    fetched: batch.records.length + batch.rejections.length,
    accepted: news.length - revised,
    revised,
    unchanged: batch.records.length - news.length,
    rejected,
  };
}

function keyOf({ site, measure, at, knownAt }: SourceRecord): string {
  return `${site} ${measure} ${knownAt} ${at}`;
}

const Known = z.array(z.object({ site: z.string(), variable: z.string(), i: Int, v: Int, tenths: Int }));

/** Stored values around a batch, by {@link keyOf}. */
async function readKnown(store: Store, records: readonly SourceRecord[]): Promise<Map<string, number>> {
  const bounds = { from: Number.POSITIVE_INFINITY, to: 0, first: Number.POSITIVE_INFINITY, last: 0 };
  for (const { at, knownAt } of records) {
    bounds.from = Math.min(bounds.from, at);
    bounds.to = Math.max(bounds.to, at);
    bounds.first = Math.min(bounds.first, knownAt);
    bounds.last = Math.max(bounds.last, knownAt);
  }
  const rows = await store.rows(
    "known_weather",
    `select site, variable, toUnixTimestamp64Milli(issued) as i, toUnixTimestamp64Milli(valid) as v, tenths
     from weather final
     where site in {sites: Array(String)}
       and issued >= fromUnixTimestamp64Milli({first: Int64}, 'UTC') and issued <= fromUnixTimestamp64Milli({last: Int64}, 'UTC')
       and valid >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and valid <= fromUnixTimestamp64Milli({to: Int64}, 'UTC')`,
    { ...bounds, sites: [...new Set(records.map((record) => record.site))] },
  );
  return new Map(
    Known.parse(rows).map(({ site, variable, i, v, tenths }) => [`${site} ${variable} ${i} ${v}`, tenths]),
  );
}

async function insertWeather(store: Store, feed: string, records: readonly SourceRecord[]): Promise<void> {
  if (records.length === 0) return;
  const stamp = nextStamp();
  const columns = [
    labels("site", records, (r) => r.site),
    labels("variable", records, (r) => r.measure),
    timestamps("issued", records, (r) => r.knownAt),
    timestamps("valid", records, (r) => r.at),
    int32("tenths", records, (r) => r.value),
    labels("feed", records, () => feed),
    uint64("stamp", records, () => stamp),
  ];
  const names = columns.map((column) => column.name).join(", ");
  await store.insert(
    "write_weather",
    `insert into weather (${names}) format ArrowStream`,
    arrowStream(columns, records.length),
    { max_partitions_per_insert_block: 0 },
  );
}
