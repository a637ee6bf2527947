/** Held rows through the mapping again, corrected by rules: as if they had been right at the pull that set them aside.
 *  May be repeated: a row that was corrected twice counts once, and what the source said later stays. */
import { createHash } from "node:crypto";
import { speaksOf } from "../../src/domain/apply-correction.ts";
import type { Correction } from "../../src/domain/correction.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import type {
  CorrectedBy,
  Counts,
  Cursor,
  Handled,
  RecordBatch,
  RecordSink,
  StateStore,
} from "../../src/domain/sink.ts";
import type { Instant } from "../../src/domain/time.ts";
import { checkRows } from "../check-rows.ts";
import type { OpenFeed } from "../connector.ts";
import { addCounts, NO_COUNTS } from "../counts.ts";
import { tryCorrection, withdrawn } from "./corrector.ts";
import type { StoredRow } from "./stored-row.ts";

export interface Rule {
  readonly correction: Correction;
  readonly by: CorrectedBy;
}

/** What a replay did with one row, or would do. */
export interface Replayed {
  readonly row: StoredRow;
  readonly correction: Correction | null;
  readonly by: CorrectedBy;
  readonly outcome: "corrected" | "dropped" | "refused" | "untouched";
  /** Why it is refused; empty otherwise. */
  readonly detail: string;
  readonly records: readonly SourceRecord[];
}

export interface ReplayOptions {
  readonly feed: Pick<OpenFeed, "streams" | "remap" | "streamOf">;
  readonly rows: readonly StoredRow[];
  /** In the order in which they are tried. A rule without conditions speaks of every row. */
  readonly rules: readonly Rule[];
  readonly sites: ReadonlySet<string>;
  readonly now: Instant;
}

/** Works out what would become of each row, and of what stood for it; writes nothing. */
export async function planReplay(
  { feed, rows, rules, sites, now }: ReplayOptions,
  state: Pick<StateStore, "read">,
): Promise<Replayed[]> {
  const cursors = new Map<string, Cursor | null>();
  for (const { feed: id, stream } of rows) {
    if (!cursors.has(stream)) cursors.set(stream, (await state.read({ feed: id, stream })).cursor);
  }
  return rows.map((row): Replayed => {
    const none = { row, correction: null, by: "file", detail: "", records: [] } as const;
    const kept = row.row;
    if (!kept) return { ...none, outcome: rules.length > 0 ? "refused" : "untouched", detail: NOTHING_KEPT };
    const held = { ...row, row: kept };
    const rule = rules.find((each) => speaksOf(each.correction, held) && mayReplace(each, row));
    if (!rule) return { ...none, outcome: "untouched" };
    const cursor = cursors.get(row.stream) ?? null;
    const tried = tryCorrection(held, rule.correction, { remap: feed.remap, until: now, cursor });
    if (tried.kind === "refused") return { ...none, ...rule, outcome: "refused", detail: tried.detail };
    const checked = checkRows(
      tried.records.map((record) => ({ kind: "record", record })),
      sites,
      now,
    );
    const fault = checked.rejections[0] ?? weatherIn(tried.records);
    if (fault) return { ...none, ...rule, outcome: "refused", detail: fault.detail };
    const outcome = rule.correction.drop === undefined ? "corrected" : "dropped";
    return { ...none, ...rule, outcome, records: tried.records };
  });
}

const NOTHING_KEPT = "nothing of this row could be kept: correct it at the source";

/** A rule of the file does not go over what a person decided, and need not be applied twice; reading again as it
 *  stands goes over nothing. */
function mayReplace({ by, correction }: Rule, { standing, digest }: StoredRow): boolean {
  if (standing?.digest !== digest || !standing.done) return true;
  if (by === "file" && JSON.stringify(correction) === JSON.stringify(standing.correction)) return false;
  const { set, replace, drop } = correction;
  const changes = (set ?? replace ?? drop) !== undefined;
  return changes && (by === "person" || standing.by !== "person");
}

/** Weather has no versions: an old value would stand over a newer one. */
function weatherIn(records: readonly SourceRecord[]): { readonly detail: string } | undefined {
  const weather = records.some(({ measure }) => measure === "temperature" || measure === "rain");
  return weather ? { detail: "weather is not replayed: the next issue brings it" } : undefined;
}

/** Carries out a plan, a batch for each pull that had set rows aside. */
export async function carryOut(
  plan: readonly Replayed[],
  { feed, now: at }: Pick<ReplayOptions, "feed" | "now">,
  sink: Pick<RecordSink, "write">,
): Promise<Counts> {
  const done = plan.filter(({ outcome }) => outcome === "corrected" || outcome === "dropped");
  const pulls = Map.groupBy(done, ({ row }) => JSON.stringify([row.feed, row.stream, row.seen, row.run]));
  let counts = NO_COUNTS;
  // Oldest first: of two rows that speak of one fact the newer one stays.
  for (const rows of [...pulls.values()].sort((a, b) => (a[0]?.row.seen ?? 0) - (b[0]?.row.seen ?? 0))) {
    for (const batch of batchesOf(rows, feed, at)) counts = addCounts(counts, await sink.write(batch));
  }
  return counts;
}

/** What is noted goes with the rows' own stream; facts may belong to another one beside it. */
function batchesOf(rows: readonly Replayed[], feed: ReplayOptions["feed"], at: Instant): RecordBatch[] {
  const [first] = rows;
  if (!first) return [];
  const { feed: id, stream: own, run, seen } = first.row;
  const streamOf = (record: SourceRecord) => feed.streamOf?.(record) ?? own;
  const movableIn = (name: string) =>
    feed.streams.find((stream) => stream.name === name)?.movable ?? name === "tickets";
  const handled = rows.map(({ row, correction, by, records }): Handled => {
    const rule = correction ?? { where: {} };
    return {
      id: row.id,
      digest: row.digest,
      aside: null,
      correction: rule,
      by,
      at,
      records,
      before: row.standing?.records ?? [],
    };
  });
  const facts = rows.flatMap(({ row, records }) => {
    const before = row.standing?.records ?? [];
    const movable = [...before, ...records].some((record) => movableIn(streamOf(record)));
    return [...withdrawn(before, records, movable), ...records];
  });
  const streams = [own, ...new Set(facts.map(streamOf).filter((stream) => stream !== own))];
  return streams.map((stream) => ({
    ...{ feed: id, stream, run, now: seen, movable: movableIn(stream), unledgered: true },
    token: createHash("sha256")
      .update(JSON.stringify([id, stream, seen, handled]))
      .digest("hex"),
    records: facts.filter((record) => streamOf(record) === stream),
    rejections: [],
    handled: stream === own ? handled : [],
  }));
}
