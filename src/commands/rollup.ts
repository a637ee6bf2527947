/** `rollup`: recomputes derived tables from records. */
import type { Command } from "commander";
import { z } from "zod";
import { createRecordSink } from "../store/record-sink.ts";
import { insertRows } from "../store/rows.ts";
import { nextStamp } from "../store/stamp.ts";
import { commonOptions, dayOption } from "./options.ts";
import { openService } from "./service.ts";

const Options = z.object({ from: z.string().optional(), to: z.string().optional() });
const Held = z.array(z.object({ feed: z.string(), site: z.string(), day: z.string() }));

export function addRollup(program: Command): void {
  program
    .command("rollup")
    .description("recompute derived tables from records")
    .option("--from <day>", "first day; default the first record's")
    .option("--to <day>", "last day, exclusive; default after the last record's")
    .action(async (_: unknown, command: Command) => rollup(command));
}

async function rollup(command: Command): Promise<void> {
  const common = commonOptions(command);
  const options = Options.parse(command.opts());
  const from = dayOption("--from", options.from) ?? "1970-01-01";
  const to = dayOption("--to", options.to) ?? "2149-01-01";
  const service = await openService(common.config, common.env);
  try {
    const { store, territory } = service;
    const held = Held.parse(
      await store.rows(
        "held_days",
        `select distinct feed, site, toDate(at, {tz: String}) as day from record final
         where toDate(at, {tz: String}) >= {from: Date} and toDate(at, {tz: String}) < {to: Date}`,
        { tz: territory.zone, from, to },
      ),
    );
    const stamp = nextStamp();
    await insertRows(
      store,
      "touch_all",
      "touched",
      held.map((row) => ({ ...row, done: 0, stamp })),
    );
    const sink = createRecordSink(store, territory.zone, territory.sites);
    const feeds = [...new Set(held.map((row) => row.feed))];
    for (const feed of feeds) await sink.settle(feed, service.now());
    const done = { days: held.length, feeds: feeds.length };
    process.stdout.write(
      common.json
        ? `${JSON.stringify(done)}\n`
        : `${done.days} site-days of ${done.feeds} feeds recomputed\n`,
    );
  } finally {
    await service.close();
  }
}
