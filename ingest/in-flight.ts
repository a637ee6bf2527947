/** Batches of one stream on their way into the store. Two that cannot speak of the same fact are written at the same
 *  time: while the engine waits for the disk or for the next statement of one, it works on the other. */
import type { SourceRecord } from "../src/domain/record.ts";
import type { Counts, RecordBatch, RecordSink } from "../src/domain/sink.ts";
import type { Instant } from "../src/domain/time.ts";

/** Batches under way at most; each is held in memory until it is stored. */
const AT_ONCE = 2;

export interface InFlight {
  /** Begins to write a batch as soon as it may be under way beside the others. `landed` is called once it and all
   *  batches before it are stored. @throws the first fault of an earlier batch, or of its `landed` */
  begin(batch: RecordBatch, landed: (counts: Counts) => Promise<void>): Promise<void>;
  /** Waits until nothing is under way. @throws as `begin` does */
  land(): Promise<void>;
}

interface Flight {
  readonly spans: SiteSpans | "anywhere";
  readonly written: Promise<Counts>;
  readonly landed: (counts: Counts) => Promise<void>;
}

/** Nothing under way yet. After a fault nothing is, either: what was under way has come to its end, and no `landed`
 *  behind the fault was called. */
export function inFlight(sink: Pick<RecordSink, "write">, atOnce = AT_ONCE): InFlight {
  let flights: Flight[] = [];

  const landFirst = async (): Promise<void> => {
    const [first] = flights;
    if (!first) return;
    try {
      await first.landed(await first.written);
      flights.shift();
    } catch (cause) {
      const others = flights.slice(1).map(({ written }) => written);
      flights = [];
      // Whoever hears of the fault may close the store: nothing writes any more by then.
      await Promise.allSettled(others);
      throw cause;
    }
  };

  return {
    async begin(batch, landed) {
      const spans = batch.movable ? "anywhere" : siteSpans(batch.records);
      while (flights.length >= atOnce || flights.some((other) => mayMeet(other.spans, spans))) {
        await landFirst();
      }
      const written = sink.write(batch);
      // It is awaited in its turn; until then a fault is nobody's and would end the process.
      written.catch(() => undefined);
      flights.push({ spans, written, landed });
    },
    async land() {
      while (flights.length > 0) await landFirst();
    },
  };
}

/** First and last instant of a batch at each site, both inclusive. */
type SiteSpans = ReadonlyMap<string, { readonly first: Instant; readonly last: Instant }>;

function siteSpans(records: readonly SourceRecord[]): SiteSpans {
  const spans = new Map<string, { first: Instant; last: Instant }>();
  for (const { site, at } of records) {
    const span = spans.get(site);
    if (!span) spans.set(site, { first: at, last: at });
    else if (at > span.last) span.last = at;
    else if (at < span.first) span.first = at;
  }
  return spans;
}

/** A fact that cannot move lives at its site and instant. One that can may be anywhere in another batch. */
function mayMeet(a: Flight["spans"], b: Flight["spans"]): boolean {
  if (a === "anywhere" || b === "anywhere") return true;
  for (const [site, span] of a) {
    const other = b.get(site);
    if (other && span.first <= other.last && other.first <= span.last) return true;
  }
  return false;
}
