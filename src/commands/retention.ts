/** `retention`: lets go of what is older than the territory file says; `--dry-run` only says what it is. */
import type { Command } from "commander";
import { z } from "zod";
import { toIso } from "../domain/time.ts";
import { deleteOld, findOld } from "../jobs/retention.ts";
import { commonOptions } from "./options.ts";
import { openService } from "./service.ts";
import { table } from "./table.ts";

const Options = z.object({ dryRun: z.boolean().default(false) });

export function addRetention(program: Command): void {
  program
    .command("retention")
    .description("let go of what is older than the territory file says; the nightly job does the same")
    .option("--dry-run", "say what would go, delete nothing")
    .action(async (_: unknown, command: Command) => retention(command));
}

async function retention(command: Command): Promise<void> {
  const common = commonOptions(command);
  const { dryRun } = Options.parse(command.opts());
  const service = await openService(common.config, common.env);
  try {
    const { store, territory, now } = service;
    const old = await (dryRun ? findOld : deleteOld)(store, territory.retention, now());
    const parts = old.map(({ what, rows, before }) => ({
      what,
      rows,
      before: before === null ? null : toIso(before),
    }));
    const lines = parts.map(({ what, rows, before }) => [
      what,
      before ?? (what === "correction" ? "with its row" : "never"),
      rows,
    ]);
    const text = table(["what", "older than", dryRun ? "rows that would go" : "rows gone"], lines);
    process.stdout.write(common.json ? `${JSON.stringify({ dry_run: dryRun, parts })}\n` : `${text}\n`);
  } finally {
    await service.close();
  }
}
