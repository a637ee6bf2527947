/** The narrow door between ingestion and the store. */
import type { Correction } from "./correction.ts";
import type { KeptRow } from "./kept-row.ts";
import type { RejectionReason, SourceRecord } from "./record.ts";
import type { DaySpan, Instant } from "./time.ts";

/** Versioned, human-readable place up to which a stream has been read. JSON; the connector alone knows its form. */
export type Cursor = { readonly [key: string]: JsonValue };
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Names one stream of one feed. */
export interface StreamKey {
  readonly feed: string;
  readonly stream: string;
}

/** What became of the rows of one batch or run. */
export interface Counts {
  readonly fetched: number;
  /** New facts. */
  readonly accepted: number;
  /** Already stored with the same content, or older than what is stored. */
  readonly unchanged: number;
  /** Newer version with other content, moved or withdrawn. */
  readonly revised: number;
  readonly rejected: Readonly<Partial<Record<RejectionReason, number>>>;
}

/** A row set aside, as the runner hands it on. */
export interface Rejection {
  readonly reason: RejectionReason;
  readonly position: string;
  readonly field?: string;
  readonly detail: string;
  /** Absent when nothing of it can be trusted (no table, no text). */
  readonly row?: KeptRow;
}

/** A row set aside that a rule or a person corrected. */
export interface Handled {
  /** The row's name, and its content at the time. */
  readonly id: string;
  readonly digest: string;
  /** Null for one that is held already. */
  readonly aside: Rejection | null;
  readonly correction: Correction;
  readonly by: CorrectedBy;
  readonly at: Instant;
  /** What it is now; none = dropped, or rightly no fact. */
  readonly records: readonly SourceRecord[];
  /** What stood for it before. */
  readonly before: readonly SourceRecord[];
}

/** - `file`: a rule of the territory file; `person`: somebody, by command. */
export type CorrectedBy = "file" | "person";

/** What stands for a row that was corrected. */
export interface Standing {
  /** Content of the row that the correction was made for. */
  readonly digest: string;
  readonly correction: Correction;
  readonly by: CorrectedBy;
  readonly records: readonly SourceRecord[];
  /** False when it may have been cut short before its facts were stored. */
  readonly done: boolean;
}

export interface RecordBatch extends StreamKey {
  readonly run: string;
  readonly movable: boolean;
  /** True when the run may replace windows: what it has seen is then noted fact by fact. */
  readonly windowed?: boolean;
  /** Deterministic: the same batch delivered again is a no-op. */
  readonly token: string;
  /** True when the caller keeps a ledger of its own: the batch is then compared fact by fact whenever it comes. */
  readonly unledgered?: boolean;
  readonly records: readonly SourceRecord[];
  readonly rejections: readonly Rejection[];
  /** Rows set aside whose corrected records are among `records`; noted as such. */
  readonly handled?: readonly Handled[];
  /** Time of the pull. */
  readonly now: Instant;
}

/** Stores facts. Every method may be repeated after a crash at any instant. */
export interface RecordSink {
  /** Stores one batch: nothing lost, nothing doubled. */
  write(batch: RecordBatch): Promise<Counts>;
  /** Withdraws the facts of a complete window that the run did not deliver; refuses above `maxLoss`. */
  replaceWindow(
    key: StreamKey & { readonly run: string; readonly now: Instant },
    window: { readonly from: Instant; readonly to: Instant; readonly maxLoss: number },
  ): Promise<{ readonly withdrawn: number } | { readonly refused: string }>;
  /** Recomputes the rollups of every site-day that the feed touched. Returns the days recomputed per site. */
  settle(feed: string, now: Instant): Promise<readonly { readonly site: string; readonly days: DaySpan }[]>;
}

/** Where a stream stands. */
export interface StreamState {
  readonly cursor: Cursor | null;
  readonly observedTo: Instant | null;
  /** Instants of the last rescan, by its `everyMs`. */
  readonly rescans: Readonly<Record<string, Instant>>;
}

export interface StateStore {
  read(key: StreamKey): Promise<StreamState>;
  /** Moves the cursor; called only after the batch it covers is stored. */
  save(key: StreamKey, state: StreamState): Promise<void>;
  /** Ledger line of a finished run, for /quality. */
  logRun(run: FeedRun): Promise<void>;
}

export interface FeedRun extends StreamKey {
  readonly run: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly counts: Counts;
  readonly status: "done" | "unavailable" | "changed" | "failed" | "held_back";
  /** Plain words for a person; empty when done. */
  readonly problem: string;
  /** Columns of the source that nobody reads; absent = it names none. */
  readonly unread?: readonly string[];
}
