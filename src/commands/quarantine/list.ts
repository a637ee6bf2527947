/** `quarantine list`, `show` and `export`: rows that were set aside. */
import type { Command } from "commander";
import { z } from "zod";
import { columnsOf } from "../../api/columns.ts";
import { encodeCsv } from "../../api/encode-csv.ts";
import { QuarantineRow } from "../../contract/quarantine.ts";
import { quarantineRow } from "../../views/quarantine/wire.ts";
import { commonOptions } from "../options.ts";
import { openService, readConfigured, type Service } from "../service.ts";
import { table } from "../table.ts";
import { checkFeeds, rowNamed, rowsOf, sinceOption } from "./rows.ts";

const Options = z.object({
  feed: z.array(z.string()).default([]),
  since: z.string().optional(),
  all: z.boolean().default(false),
});

export function addList(quarantine: Command): void {
  chosen(quarantine.command("list"))
    .description("rows that wait for somebody; --all also those that were corrected or dropped")
    .action((_: unknown, command: Command) =>
      withRows(command, (rows, held, json) => {
        const text = table(
          ["row", "feed", "seen", "state", "reason", "field", "position", "detail"],
          rows.map((row) => [
            row.id,
            row.feed,
            row.seen_at.slice(0, 16),
            row.state,
            row.reason,
            row.field,
            row.position,
            row.detail,
          ]),
        );
        process.stdout.write(json ? `${JSON.stringify({ held, rows })}\n` : `${text}\n`);
      }),
    );
  chosen(quarantine.command("export"))
    .description("the same as CSV on stdout, with what is kept of each row")
    .action((_: unknown, command: Command) =>
      withRows(command, async (rows) => {
        process.stdout.write(await encodeCsv(columnsOf(QuarantineRow), rows));
      }),
    );
}

export function addShow(quarantine: Command): void {
  quarantine
    .command("show <row>")
    .description("one row: what is kept of it, and what was done about it")
    .action(async (name: string, _: unknown, command: Command) => {
      const common = commonOptions(command);
      const service = await openService(common.config, common.env);
      try {
        const row = quarantineRow(rowNamed(await rowsOf(service, [], 0), name));
        process.stdout.write(common.json ? `${JSON.stringify(row)}\n` : `${describe(row)}\n`);
      } finally {
        await service.close();
      }
    });
}

function chosen(command: Command): Command {
  return command
    .option("--feed <id...>", "only these feeds")
    .option("--since <day>", "only rows that came since this day or instant")
    .option("--all", "also rows that were corrected or dropped");
}

async function withRows(
  command: Command,
  show: (rows: QuarantineRow[], held: number, json: boolean) => void | Promise<void>,
): Promise<void> {
  const common = commonOptions(command);
  const options = Options.parse(command.opts());
  const territory = readConfigured(common.config, common.env);
  checkFeeds(territory, options.feed);
  const since = sinceOption(territory, options.since);
  const service: Service = await openService(common.config, common.env);
  try {
    const { rows, held } = await rowsOf(service, options.feed, since);
    const shown = rows.filter(({ state }) => options.all || state === "open").map(quarantineRow);
    await show(shown, held, common.json);
  } finally {
    await service.close();
  }
}

function describe(row: QuarantineRow): string {
  const { fields, withheld, correction, ...rest } = row;
  const lines = Object.entries(rest).map(([name, value]) => [name, String(value ?? "")]);
  const kept =
    fields === null ? [["nothing", "could be kept"]] : Object.entries(fields).map(([n, v]) => [n, String(v)]);
  const gone = withheld.map((name) => [
    name,
    "(not kept: it may name a person, or is no value of this field)",
  ]);
  const done = correction === null ? "" : `\n\nlast correction\n${JSON.stringify(correction)}`;
  return `${table(["row", ""], lines)}\n\n${table(["field", "value"], [...kept, ...gone])}${done}`;
}
