/** `quarantine replay`: rows that were set aside through the mapping again, corrected by rules. */
import type { Command } from "commander";
import { z } from "zod";
import {
  carryOut,
  planReplay,
  type Replayed,
  type ReplayOptions,
} from "../../../ingest/quarantine/replay.ts";
import type { RunEffects } from "../../../ingest/run-options.ts";
import type { Counts } from "../../domain/sink.ts";
import { createStateStore } from "../../store/state-store.ts";
import { chooseFeeds } from "../feeds.ts";
import { commonOptions } from "../options.ts";
import { openService, readConfigured } from "../service.ts";
import { table } from "../table.ts";
import { createTurns } from "../turns.ts";
import { rowsOf, sinceOption } from "./rows.ts";
import { rulesOf } from "./rules.ts";

const Options = z.object({
  feed: z.string(),
  since: z.string().optional(),
  rule: z.string().optional(),
  where: z.array(z.string()).optional(),
  set: z.array(z.string()).optional(),
  replace: z.array(z.string()).optional(),
  drop: z.string().optional(),
  dryRun: z.boolean().default(false),
});

/** How long a replay waits for a feed that a worker is reading. */
const PATIENCE_MS = 30_000;

export function addReplay(quarantine: Command): void {
  quarantine
    .command("replay")
    .description("read rows again: by the given rule, else by those of the territory file and as they stand")
    .requiredOption("--feed <id>", "of which feed")
    .option("--since <day>", "only rows that came since this day or instant")
    .option("--rule <file>", "YAML file with one rule or a list of them")
    .option(
      "--where <field=value...>",
      "rows whose fields say this; @reason, @field, @position, @stream, @row too",
    )
    .option("--set <field=value...>", "what fields are instead")
    .option("--replace <field=old=>new...>", "what stands instead of a piece of text")
    .option("--drop <reason>", "why such rows are no facts")
    .option("--dry-run", "say what would be done, write nothing")
    .action(async (_: unknown, command: Command) => {
      process.exitCode = await replay(command);
    });
}

async function replay(command: Command): Promise<number> {
  const common = commonOptions(command);
  const options = Options.parse(command.opts());
  const territory = readConfigured(common.config, common.env);
  const given = rulesOf(options);
  const since = sinceOption(territory, options.since);
  const [bound] = chooseFeeds(territory, [options.feed]);
  if (!bound) return 2;
  const service = await openService(common.config, common.env);
  try {
    const asIs = { correction: { where: {} }, by: "person" } as const;
    const ofFile = bound.feed.corrections.map((correction) => ({ correction, by: "file" as const }));
    const asked: ReplayOptions = {
      feed: bound.open,
      rows: (await rowsOf(service, [options.feed], since)).rows,
      rules:
        given.length > 0
          ? given.map((correction) => ({ correction, by: "person" as const }))
          : [...ofFile, asIs],
      sites: new Set(service.territory.sites.map((site) => site.id)),
      now: service.now(),
    };
    if (options.dryRun) {
      const plan = await planReplay(asked, createStateStore(service.store));
      return report(plan, null, common.json);
    }
    const done = await createTurns(service).leased(
      options.feed,
      (effects) => write(options.feed, asked, effects),
      PATIENCE_MS,
    );
    if (done) return report(done.plan, done.counts, common.json);
    process.stderr.write(`${options.feed}: another worker is reading it; nothing was done\n`);
    return 1;
  } finally {
    await service.close();
  }
}

async function write(
  feed: string,
  asked: ReplayOptions,
  effects: RunEffects,
): Promise<{ readonly plan: readonly Replayed[]; readonly counts: Counts }> {
  const plan = await planReplay(asked, effects.state);
  const counts = await carryOut(plan, asked, effects.sink);
  await effects.sink.settle(feed, effects.now());
  return { plan, counts };
}

/** 1 when a row that a rule speaks of stays set aside. */
function report(plan: readonly Replayed[], counts: Counts | null, json: boolean): number {
  const touched = plan.filter(({ outcome }) => outcome !== "untouched");
  const rows = touched.map(({ row, outcome, detail, records }) => ({
    ...{ row: row.id, stream: row.stream, position: row.position, outcome, detail },
    facts: records.map(
      ({ site, measure, at, value }) => `${site} ${measure} ${new Date(at).toISOString()} ${value}`,
    ),
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify({ dry_run: counts === null, rows, counts })}\n`);
  } else {
    const text = table(
      ["row", "position", counts ? "outcome" : "would be", "facts"],
      rows.map(({ row, position, outcome, detail, facts }) => [
        row,
        position,
        outcome,
        detail || facts.join("; "),
      ]),
    );
    const sum = counts
      ? `${counts.accepted} new, ${counts.revised} changed, ${counts.unchanged} as they were`
      : "nothing was written";
    process.stdout.write(`${text}\n${touched.length} of ${plan.length} rows: ${sum}\n`);
  }
  return rows.some(({ outcome }) => outcome === "refused") ? 1 : 0;
}
