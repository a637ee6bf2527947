/** What a run is asked for, and what it needs from outside. */
import type { Correction } from "../src/domain/correction.ts";
import type { RecordSink, Standing, StateStore, StreamKey } from "../src/domain/sink.ts";
import type { Instant } from "../src/domain/time.ts";
import type { HttpClient, Log, Stream } from "./connector.ts";
import type { Remap } from "./quarantine/corrector.ts";
import type { StoredRow } from "./quarantine/stored-row.ts";

export interface RunEffects {
  readonly sink: RecordSink;
  readonly state: StateStore;
  readonly http: HttpClient;
  readonly log: Log;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
  /** What stands for rows that were corrected before; default nothing. */
  readonly standing?: (key: StreamKey) => Promise<ReadonlyMap<string, Standing>>;
  /** Rows of a feed that were set aside and are kept; default none. */
  readonly held?: (feed: string) => Promise<readonly StoredRow[]>;
}

export interface RunOptions {
  readonly feed: string;
  readonly stream: Stream;
  /** Sites that the feed may deliver. */
  readonly sites: ReadonlySet<string>;
  /** Re-read from here; undefined = follow the cursor and the scheduled rescans. */
  readonly from?: Instant | undefined;
  /** Ask for nothing, and take nothing, that starts at or after; default now. */
  readonly until?: Instant | undefined;
  /** A person has looked: what a complete scan no longer holds is withdrawn, however much it is. */
  readonly acceptLoss?: boolean | undefined;
  /** How rows set aside are corrected; default not at all. */
  readonly corrections?: { readonly rules: readonly Correction[]; readonly remap: Remap } | undefined;
}
