/** What a connector is: our code that reads one kind of source system. A connector finds rows and says what they
 *  mean; the runner does the rest (limits, retries, writing, cursors, rescans, counts). */
import type { ZodType } from "zod";
import type { HeldRow } from "../src/domain/quarantine.ts";
import type { Mapped, SourceRecord } from "../src/domain/record.ts";
import type { Cursor } from "../src/domain/sink.ts";
import type { Instant, Zone } from "../src/domain/time.ts";

export type { Cursor } from "../src/domain/sink.ts";

/** One feed of the territory file, its options checked and its secrets resolved. */
export interface FeedContext<Options> {
  readonly id: string;
  readonly site: string;
  /** All sites of the territory: a feed whose rows name their site may deliver only these. */
  readonly sites: ReadonlySet<string>;
  readonly zone: Zone;
  readonly options: Options;
  /** Folder of the territory file: relative paths in options start there. */
  readonly baseDir: string;
}

/** What the runner lends to one pull of one stream. Every effect is here, so tests pass their own. */
export interface PullContext {
  /** Cursor after the last page that was written, null on the first pull. */
  readonly cursor: Cursor | null;
  /** Re-read from here whatever the cursor says (`--from`, scheduled rescans); undefined = follow the cursor. */
  readonly from: Instant | undefined;
  /** Nothing that starts at or after this instant is asked for or accepted. */
  readonly until: Instant;
  /** Time of this pull: version of facts whose source has no change time. Constant during the pull. */
  readonly now: Instant;
  readonly http: HttpClient;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** HTTP as the runner provides it: rate limit, time limits, retries with back-off, Retry-After, bounded bodies.
 *  A reply that stays bad throws FeedUnavailable (5xx, 429, network, 401/403) or FeedChanged (other 4xx). */
export interface HttpClient {
  json(request: HttpRequest): Promise<HttpReply<unknown>>;
  text(request: HttpRequest): Promise<HttpReply<string>>;
  /** Body as a stream of bytes, for large files. */
  bytes(request: HttpRequest): Promise<HttpReply<AsyncIterable<Uint8Array>>>;
}
export interface HttpRequest {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
export interface HttpReply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** A piece of a pull that is written whole before the cursor moves. Any size the connector can hold in memory; a
 *  few hundred to 50,000 rows is right. */
export interface Page {
  readonly rows: readonly Mapped[];
  /** Deterministic digest of what was read: the same page read again after a crash carries the same token. */
  readonly token: string;
  /** Cursor to keep once this page is stored; absent = not yet a safe place to continue from. */
  readonly cursor?: Cursor;
  /** The feed vouches for everything before this instant: an open hour without a ticket before it is a zero, after
   *  it is unknown. Absent = says nothing. Counters do not need it: their spans say what was observed. */
  readonly observedTo?: Instant;
  /** Given on the last page of a complete scan in `replace-window` mode: facts of this feed and stream inside the
   *  window that no page of this pull delivered are withdrawn, unless too many would be (`maxLoss`, share 0–1). */
  readonly replaces?: { readonly from: Instant; readonly to: Instant; readonly maxLoss: number };
  /** Columns of the source that nobody reads, where it names its columns. */
  readonly unread?: readonly string[];
  /** Called once the page and all before it are stored: the place to acknowledge what a source keeps until then. Such
   *  a page is written at once, without waiting for others. */
  readonly stored?: () => void;
}

/** One stream of a feed, bound to its options. */
export interface Stream {
  /** Name within the feed: `transactions`, `checkins`, `counts`, `rows`. */
  readonly name: string;
  /** True when a fact's site or time can change under the same key (a ticket moved to another slot). */
  readonly movable: boolean;
  /** True when its pages may replace windows. What a run has seen is then noted fact by fact, which takes longer. */
  readonly windowed: boolean;
  /** Scheduled re-reading of history that the source may still change; milliseconds. */
  readonly rescans: readonly { readonly everyMs: number; readonly backMs: number }[];
  pull(context: PullContext): AsyncIterable<Page>;
}

/** What `beffroi check` reports of a feed. */
export type CheckResult =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

/** Rows to look at, with the name of what they are from. */
export interface SampledRows {
  readonly source: string;
  readonly batches: AsyncIterable<readonly Mapped[]>;
}

/** A connector with its options bound. */
export interface OpenFeed {
  readonly streams: readonly Stream[];
  /** Credentials and one small request; writes nothing. */
  check(context: PullContext): Promise<CheckResult>;
  /** Rows of the newest delivery, good and bad alike and without judging it whole; absent where the first pages of a
   *  pull show the same. @throws FeedChanged or FeedUnavailable. */
  sample?(context: PullContext): Promise<SampledRows>;
  /** Reads a kept row of form `source` again by the same mapping, as of the pull that set it aside; absent where the
   *  feed keeps none. */
  remap?(row: RowToRemap): readonly Mapped[];
  /** Stream that a corrected record belongs to, where rows are set aside under one stream for several. */
  streamOf?(record: SourceRecord): string;
}

export interface RowToRemap extends HeldRow {
  /** Nothing that starts at or after this instant is accepted. */
  readonly until: Instant;
  /** Where the stream stands; null for a row that the pull under way has just set aside. */
  readonly cursor: Cursor | null;
}

export interface Connector {
  /** Name in the territory file: `pretix`, `eco-counter`, `file`. */
  readonly type: string;
  /** Schema of the feed's `options`. */
  readonly options: ZodType;
  /** Binds options. @throws ConfigError naming each wrong option. */
  open(feed: FeedContext<unknown>): OpenFeed;
}

/** Builds a {@link Connector} whose `open` receives checked options. */
export function defineConnector<Options>(definition: {
  readonly type: string;
  readonly options: ZodType<Options>;
  readonly open: (feed: FeedContext<Options>) => OpenFeed;
}): Connector {
  return {
    type: definition.type,
    options: definition.options,
    open: (feed) => definition.open({ ...feed, options: definition.options.parse(feed.options) }),
  };
}
