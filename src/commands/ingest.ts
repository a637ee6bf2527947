/** `ingest`: pulls feeds, once or for as long as it runs, and says what became of the rows. */
import type { Command } from "commander";
import { z } from "zod";
import { pullFeeds } from "../../ingest/pull.ts";
import { isDone } from "../../ingest/runner.ts";
import type { FeedRun } from "../domain/sink.ts";
import { chooseFeeds } from "./feeds.ts";
import { runJobs } from "./jobs.ts";
import { commonOptions, instantOption, wrong } from "./options.ts";
import { openService, readConfigured } from "./service.ts";
import { table } from "./table.ts";
import { createTurns } from "./turns.ts";

const Options = z.object({
  feed: z.array(z.string()).optional(),
  once: z.boolean().default(false),
  from: z.string().optional(),
  to: z.string().optional(),
  acceptLoss: z.boolean().default(false),
});

/** How long a pass waits for a feed that another worker is reading; longer than the lease of a dead one lives. */
const PATIENCE_MS = 30_000;

export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("pull due feeds; --once ends after one pass with a table")
    .option("--feed <id...>", "only these feeds")
    .option("--once", "end after one pass")
    .option("--from <instant>", "re-read from here")
    .option("--to <instant>", "ask for nothing from here on")
    .option(
      "--accept-loss",
      "with --once and --feed: withdraw what the source no longer holds, however much it is",
    )
    .action(async (_: unknown, command: Command) => {
      process.exitCode = await ingest(command);
    });
}

async function ingest(command: Command): Promise<number> {
  const common = commonOptions(command);
  const options = Options.parse(command.opts());
  const from = instantOption("--from", options.from);
  const until = instantOption("--to", options.to);
  if (options.acceptLoss && !(options.once && options.feed)) {
    throw wrong("--accept-loss", "", "it confirms one look at one source: name it by --feed, with --once");
  }
  // Everything a person wrote is checked before the store is opened.
  const chosen = chooseFeeds(readConfigured(common.config, common.env), options.feed);
  const service = await openService(common.config, common.env);
  try {
    if (!options.once) {
      await runJobs(service, chosen);
      return 0;
    }
    const turns = createTurns(service);
    const runs: FeedRun[] = [];
    const taken: string[] = [];
    await pullFeeds(chosen, service.signal, async (bound) => {
      const done = await turns.pull(bound, { from, until, acceptLoss: options.acceptLoss }, PATIENCE_MS);
      if (done) runs.push(...done);
      else taken.push(bound.feed.id);
    });
    process.stdout.write(common.json ? `${JSON.stringify({ runs })}\n` : `${runTable(runs)}\n`);
    for (const id of taken) process.stderr.write(`${id}: another worker is reading it; nothing was done\n`);
    return runs.every(isDone) && taken.length === 0 ? 0 : 1;
  } finally {
    await service.close();
  }
}

/** What became of the rows of each run. */
export function runTable(runs: readonly FeedRun[]): string {
  return table(
    ["feed", "stream", "fetched", "accepted", "unchanged", "revised", "rejected", "status"],
    runs.map(({ feed, stream, counts, status, problem }) => [
      feed,
      stream,
      counts.fetched,
      counts.accepted,
      counts.unchanged,
      counts.revised,
      Object.entries(counts.rejected)
        .map(([reason, n]) => `${n} ${reason}`)
        .join(", ") || 0,
      problem ? `${status}: ${problem}` : status,
    ]),
  );
}
