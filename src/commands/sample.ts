/** `check --sample`: the rows of feeds as they would be read, and why some would not. */
import type { Logger } from "pino";
import type { BoundFeed } from "../../ingest/pull.ts";
import { type Sample, takeSample } from "../../ingest/sample.ts";
import { FeedChanged, FeedUnavailable } from "../domain/errors.ts";
import type { SourceRecord } from "../domain/record.ts";
import type { Territory } from "../domain/site.ts";
import { type Instant, toIso } from "../domain/time.ts";
import { checkContext } from "./feeds.ts";
import { table } from "./table.ts";

const TOO_SLOW = "no answer: it took too long to fetch; look at it with a pull instead";

/** What became of one feed: rows, or why there are none. */
export interface SampledFeed {
  readonly feed: string;
  readonly samples: readonly Sample[];
  /** Empty when the feed could be read. */
  readonly problem: string;
}

/** Looks at each feed in turn. */
export async function sampleFeeds(
  territory: Territory,
  feeds: readonly BoundFeed[],
  log: Logger,
  now: Instant,
  most: number,
): Promise<SampledFeed[]> {
  const sites = new Set(territory.sites.map((site) => site.id));
  const out: SampledFeed[] = [];
  for (const { feed, open } of feeds) {
    const context = checkContext(log, now);
    try {
      const samples = await takeSample(open, context, sites, most);
      out.push({ feed: feed.id, samples, problem: "" });
    } catch (error) {
      const known = error instanceof FeedChanged || error instanceof FeedUnavailable;
      if (!known && !context.signal.aborted) throw error;
      out.push({ feed: feed.id, samples: [], problem: known ? error.message : TOO_SLOW });
    }
  }
  return out;
}

/** True when rows were found and every one of them would be stored or is rightly no fact. */
export function allGood({ samples, problem }: SampledFeed): boolean {
  const found = samples.some(({ counts }) => counts.accepted > 0);
  return problem === "" && found && samples.every(({ counts }) => counts.rejected === 0);
}

/** Two tables per file or stream: rows read, rows that would be set aside. */
export function sampleText({ feed, samples, problem }: SampledFeed): string {
  if (problem !== "") return `feed ${feed}: ${problem}`;
  if (samples.length === 0)
    return `feed ${feed}: nothing to fetch: it is sent to us, and the answer to a batch says what became of its rows`;
  return samples
    .map(({ source, accepted, rejected, counts }) => {
      const sums = `${counts.accepted} would be stored, ${counts.rejected} set aside, ${counts.ignored} are no facts`;
      const parts = [`feed ${feed}, ${source}: of the rows looked at, ${sums}`];
      if (accepted.length > 0) parts.push(table(HEAD, accepted.map(cells)));
      if (rejected.length > 0) {
        const rows = rejected.map((row) => [row.reason, row.position, row.field ?? "", row.detail]);
        parts.push(table(["set aside", "where", "field", "why"], rows));
      }
      return parts.join("\n\n");
    })
    .join("\n\n");
}

const HEAD = ["at", "site", "gate", "measure", "minutes", "value", "tariff", "channel", "booked", "cents"];

function cells(record: SourceRecord): (string | number)[] {
  const { at, site, gate, measure, minutes, value, tariff, channel, bookedOn, amountCents } = record;
  const booked = bookedOn === undefined ? "" : toIso(bookedOn);
  return [
    toIso(at),
    site,
    gate ?? "",
    record.deleted ? `${measure} (withdrawn)` : measure,
    minutes,
    value,
    tariff ?? "",
    channel ?? "",
    booked,
    amountCents ?? "",
  ];
}
