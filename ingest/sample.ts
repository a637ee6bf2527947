/** A look at what a feed would deliver: its rows mapped and checked as in a run, none of them written. */
import type { Mapped, SourceRecord } from "../src/domain/record.ts";
import type { Rejection } from "../src/domain/sink.ts";
import { checkRows } from "./check-rows.ts";
import type { OpenFeed, PullContext, Stream } from "./connector.ts";

export interface Sample {
  /** What the rows are of: the name of a file, or of a stream. */
  readonly source: string;
  readonly accepted: readonly SourceRecord[];
  readonly rejected: readonly Rejection[];
  /** Of all rows looked at, which are more than those kept above. */
  readonly counts: { readonly accepted: number; readonly rejected: number; readonly ignored: number };
}

/** Rows looked at in each source: enough to meet the bad ones, few enough to be waited for. */
const MOST_ROWS = 10_000;

/** The first `most` good and the first `most` bad rows of the newest file, or of each stream.
 *  @throws FeedChanged or FeedUnavailable as a run would report them. */
export async function takeSample(
  open: OpenFeed,
  context: PullContext,
  sites: ReadonlySet<string>,
  most: number,
): Promise<Sample[]> {
  if (open.sample) {
    const { source, batches } = await open.sample(context);
    return [await look(source, batches, context, sites, most, MOST_ROWS)];
  }
  const samples: Sample[] = [];
  // An API is asked for no more pages than it takes to have the rows.
  for (const stream of open.streams)
    samples.push(await look(stream.name, pageRows(stream, context), context, sites, most, most));
  return samples;
}

async function* pageRows(stream: Stream, context: PullContext): AsyncGenerator<readonly Mapped[]> {
  for await (const page of stream.pull(context)) yield page.rows;
}

async function look(
  source: string,
  batches: AsyncIterable<readonly Mapped[]>,
  context: PullContext,
  sites: ReadonlySet<string>,
  most: number,
  enough: number,
): Promise<Sample> {
  const accepted: SourceRecord[] = [];
  const rejected: Rejection[] = [];
  const counts = { accepted: 0, rejected: 0, ignored: 0 };
  for await (const batch of batches) {
    const checked = checkRows(batch, sites, context.until);
    counts.accepted += checked.records.length;
    counts.rejected += checked.rejections.length;
    for (const row of batch) if (row.kind === "ignored") counts.ignored += 1;
    accepted.push(...checked.records.slice(0, most - accepted.length));
    rejected.push(...checked.rejections.slice(0, most - rejected.length));
    if (counts.accepted + counts.rejected >= enough) break;
  }
  return { source, accepted, rejected, counts };
}
