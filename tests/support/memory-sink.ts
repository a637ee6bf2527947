/** A store in memory with the rules of the real one: by key the highest version wins, of two equal ones the later;
 *  the same batch again is a no-op. */
import type { SourceRecord } from "../../src/domain/record.ts";
import type {
  Counts,
  FeedRun,
  RecordBatch,
  RecordSink,
  Rejection,
  StateStore,
  StreamKey,
  StreamState,
} from "../../src/domain/sink.ts";

interface Kept {
  readonly record: SourceRecord;
  /** Last run that delivered the key. */
  readonly run: string;
}

export interface MemorySink extends RecordSink {
  readonly rejections: Rejection[];
  readonly batches: RecordBatch[];
  /** Facts of a stream that hold, deleted ones left out, in no order. */
  facts(key: StreamKey): SourceRecord[];
  /** Sum of values per `measure instant site` over all streams, zero sums left out. */
  totals(): Map<string, number>;
}

export function createMemorySink(): MemorySink {
  const streams = new Map<string, Map<string, Kept>>();
  const tokens = new Set<string>();
  const rejections: Rejection[] = [];
  const batches: RecordBatch[] = [];

  const streamOf = ({ feed, stream }: StreamKey) => {
    const kept = streams.get(`${feed}/${stream}`) ?? new Map<string, Kept>();
    streams.set(`${feed}/${stream}`, kept);
    return kept;
  };

  return {
    rejections,
    batches,
    async write(batch): Promise<Counts> {
      batches.push(batch);
      const token = `${batch.feed}/${batch.stream}/${batch.token}`;
      const again = tokens.has(token);
      tokens.add(token);
      if (!again) rejections.push(...batch.rejections);
      const kept = streamOf(batch);
      const counts = { accepted: 0, unchanged: 0, revised: 0 };
      for (const record of batch.records) {
        const before = kept.get(record.key);
        const result = again ? "unchanged" : compare(before?.record, record);
        counts[result] += 1;
        const stays = result === "unchanged" && before ? before.record : record;
        if (stays) kept.set(record.key, { record: stays, run: batch.run });
      }
      const rejected: Record<string, number> = {};
      for (const { reason } of batch.rejections) rejected[reason] = (rejected[reason] ?? 0) + 1;
      return { fetched: batch.records.length + batch.rejections.length, ...counts, rejected };
    },
    async replaceWindow(key, { from, to, maxLoss }) {
      const kept = streamOf(key);
      const inside = [...kept.values()].filter(
        ({ record }) => !record.deleted && record.at >= from && record.at < to,
      );
      const gone = inside.filter(({ run }) => run !== key.run);
      if (gone.length > maxLoss * inside.length)
        return { refused: `${gone.length} of ${inside.length} would go` };
      for (const { record, run } of gone) {
        kept.set(record.key, { record: { ...record, deleted: true, version: key.now }, run });
      }
      return { withdrawn: gone.length };
    },
    async settle() {
      return [];
    },
    facts: (key) =>
      [...streamOf(key).values()].map(({ record }) => record).filter((record) => !record.deleted),
    totals() {
      const sums = new Map<string, number>();
      for (const kept of streams.values()) {
        for (const { record } of kept.values()) {
          if (record.deleted) continue;
          const name = totalName(record);
          sums.set(name, (sums.get(name) ?? 0) + record.value);
        }
      }
      return new Map([...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a.localeCompare(b)));
    },
  };
}

/** Name of a sum: what, when, where. */
export function totalName({ measure, at, site }: Pick<SourceRecord, "measure" | "at" | "site">): string {
  return `${measure} ${new Date(at).toISOString()} ${site}`;
}

function compare(before: SourceRecord | undefined, next: SourceRecord): "accepted" | "unchanged" | "revised" {
  if (!before) return "accepted";
  if (next.version < before.version) return "unchanged";
  return content(before) === content(next) ? "unchanged" : "revised";
}

function content({ version: _, ...rest }: SourceRecord): string {
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)));
}

/** Cursors and run ledger in memory. */
export function createMemoryState(): StateStore & { readonly runs: FeedRun[] } {
  const states = new Map<string, StreamState>();
  const runs: FeedRun[] = [];
  return {
    runs,
    async read({ feed, stream }) {
      return states.get(`${feed}/${stream}`) ?? { cursor: null, observedTo: null, rescans: {} };
    },
    async save({ feed, stream }, state) {
      states.set(`${feed}/${stream}`, structuredClone(state));
    },
    async logRun(run) {
      runs.push(run);
    },
  };
}
