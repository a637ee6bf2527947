/** Rows set aside in the store, and what was done about them. */
import { z } from "zod";
import type { Correction } from "../domain/correction.ts";
import type { KeptRow } from "../domain/kept-row.ts";
import { type HeldRow, rowDigest, rowId } from "../domain/quarantine.ts";
import { CHANNELS, MEASURES, type SourceRecord, TARIFFS, WEATHER_VARIABLES } from "../domain/record.ts";
import type { CorrectedBy, Handled, RecordBatch, Rejection, Standing, StreamKey } from "../domain/sink.ts";
import { type Instant, toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { ask, Int, query } from "./query.ts";
import { insertRows } from "./rows.ts";
import { nextStamp } from "./stamp.ts";

/** Rows of one batch that are kept; more are counted only. */
const MOST_PER_BATCH = 1000;

/** Notes the rows of a batch that were set aside, and what is about to be corrected. May be repeated. */
export async function writeQuarantine(store: Store, batch: RecordBatch): Promise<void> {
  const { handled = [], rejections } = batch;
  // Two faults of one row are one row.
  const byId = new Map(rejections.slice(0, MOST_PER_BATCH).map((aside) => [rowId(batch, aside), aside]));
  for (const { id, aside } of handled) if (aside) byId.set(id, aside);
  const stamp = nextStamp();
  await insertRows(
    store,
    "write_quarantine",
    "quarantine",
    [...byId].map(([id, aside]) => quarantineRow(batch, id, aside, stamp)),
  );
  if (byId.size > 0) await markQuarantine(store);
  const intents = handled.map((each) => ({ ...each, records: [...each.records, ...each.before] }));
  await writeCorrections(store, batch, intents, 0);
}

/** Notes what was corrected, once its facts are stored. */
export async function writeCorrected(store: Store, batch: RecordBatch): Promise<void> {
  const { handled = [] } = batch;
  if (handled.length === 0) return;
  await writeCorrections(store, batch, handled, 1);
  await markQuarantine(store);
}

/** Answers that are kept by the state of the data are made anew. */
export async function markQuarantine(store: Store): Promise<void> {
  await insertRows(store, "data_state", "data_state", [{ name: "quarantine", version: nextStamp() }]);
}

async function writeCorrections(
  store: Store,
  { feed, stream }: StreamKey,
  handled: readonly Handled[],
  done: 0 | 1,
): Promise<void> {
  const stamp = nextStamp();
  const rows = handled.map(({ id, digest, correction, by, at, records }) => ({
    ...{ feed, stream, row_id: id, digest },
    rule: JSON.stringify(correction),
    author: by,
    records: JSON.stringify(records),
    ...{ done, at: toIso(at), stamp },
  }));
  await insertRows(store, "write_correction", "correction", rows);
}

function quarantineRow(
  batch: RecordBatch,
  id: string,
  aside: Rejection,
  stamp: number,
): Record<string, unknown> {
  const { position, reason, field = "", detail, row } = aside;
  return {
    ...{ feed: batch.feed, stream: batch.stream, id, digest: rowDigest(aside) },
    ...{ position, reason, field, detail },
    form: row?.form ?? "",
    fields: JSON.stringify(row?.fields ?? {}),
    withheld: row?.withheld ?? [],
    run: batch.run,
    seen: toIso(batch.now),
    stamp,
  };
}

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), fieldValue);
const Rule = z.object({
  where: z.record(z.string(), z.string()),
  set: Fields.exactOptional(),
  replace: z.record(z.string(), z.tuple([z.string(), z.string()])).exactOptional(),
  drop: z.string().exactOptional(),
});
const Records: z.ZodType<SourceRecord[]> = z.array(
  z.object({
    site: z.string(),
    measure: z.enum([...MEASURES, ...WEATHER_VARIABLES]),
    key: z.string(),
    at: z.number(),
    minutes: z.number(),
    value: z.number(),
    version: z.number(),
    deleted: z.boolean(),
    knownAt: z.number(),
    gate: z.string().exactOptional(),
    tariff: z.enum(TARIFFS).exactOptional(),
    channel: z.enum(CHANNELS).exactOptional(),
    origin: z.string().exactOptional(),
    language: z.string().exactOptional(),
    topic: z.string().exactOptional(),
    cameFrom: z.string().exactOptional(),
    bookedOn: z.number().exactOptional(),
    amountCents: z.number().exactOptional(),
  }),
);

export const QUARANTINE_STATES = ["open", "corrected", "dropped"] as const;

const quarantineList = query(
  "quarantine_list",
  z.object({ feeds: z.array(z.string()), from: z.int(), to: z.int(), most: z.int() }),
  z.object({
    feed: z.string(),
    stream: z.string(),
    id: z.string(),
    digest: z.string(),
    position: z.string(),
    reason: z.string(),
    field: z.string(),
    detail: z.string(),
    form: z.enum(["source", "record", ""]),
    fields: z.string(),
    withheld: z.array(z.string()),
    run: z.string(),
    seen_ms: Int,
    state: z.enum(QUARANTINE_STATES),
    rule: z.string(),
    author: z.enum(["file", "person", ""]),
    made_for: z.string(),
    finished: Int,
    records: z.string(),
    acted: Int,
    held: Int,
    open_rows: Int,
  }),
);

/** A row set aside and what was last done about it. */
export interface QuarantinedRow extends Omit<HeldRow, "row"> {
  readonly run: string;
  /** Null when nothing of it was kept. */
  readonly row: KeptRow | null;
  readonly state: (typeof QUARANTINE_STATES)[number];
  /** Null = nothing was ever done. */
  readonly standing: (Standing & { readonly at: Instant }) | null;
}

export interface Quarantine {
  readonly rows: readonly QuarantinedRow[];
  /** All that there are, and those that wait for somebody. */
  readonly held: number;
  readonly open: number;
}

/** Rows that a pull delivered in a span, newest first. @param feeds none = all */
export async function readQuarantine(
  store: Store,
  asked: {
    readonly feeds: readonly string[];
    readonly from: Instant;
    readonly to: Instant;
    readonly most: number;
  },
): Promise<Quarantine> {
  const rows = await ask(store, quarantineList, { ...asked, feeds: [...asked.feeds] });
  return {
    rows: rows.map(
      ({
        form,
        fields,
        withheld,
        seen_ms: seen,
        rule,
        author,
        made_for,
        finished,
        records,
        acted,
        ...row
      }) => ({
        ...{
          feed: row.feed,
          stream: row.stream,
          id: row.id,
          digest: row.digest,
          run: row.run,
          seen,
          state: row.state,
        },
        ...{ position: row.position, reason: row.reason, field: row.field, detail: row.detail },
        row: form === "" ? null : { form, own: "", fields: Fields.parse(JSON.parse(fields)), withheld },
        standing:
          author === ""
            ? null
            : { ...standingOf({ digest: made_for, rule, author, records, done: finished }), at: acted },
      }),
    ),
    held: rows[0]?.held ?? 0,
    open: rows[0]?.open_rows ?? 0,
  };
}

const Standings = z.array(
  z.object({
    row_id: z.string(),
    digest: z.string(),
    rule: z.string(),
    author: z.enum(["file", "person"]),
    records: z.string(),
    done: Int,
  }),
);

/** What stands for the corrected rows of a stream, by row. */
export async function readStanding(
  store: Store,
  { feed, stream }: StreamKey,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await store.rows(
    "read_standing",
    `select row_id, argMax(c.digest, c.stamp) as digest, argMax(c.rule, c.stamp) as rule,
       argMax(c.author, c.stamp) as author, argMax(c.records, c.stamp) as records,
       argMax(c.done, c.stamp) as done
     from correction as c where c.feed = {feed: String} and c.stream = {stream: String} group by row_id`,
    { feed, stream },
  );
  return new Map(Standings.parse(rows).map((row) => [row.row_id, standingOf(row)]));
}

function standingOf(told: {
  readonly digest: string;
  readonly rule: string;
  readonly author: CorrectedBy;
  readonly records: string;
  readonly done: number;
}): Standing {
  const correction: Correction = Rule.parse(JSON.parse(told.rule));
  return {
    digest: told.digest,
    correction,
    by: told.author,
    records: Records.parse(JSON.parse(told.records)),
    done: told.done === 1,
  };
}
