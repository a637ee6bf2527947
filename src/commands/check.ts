/** `check`: reads the configuration, reaches the store, the mail server and each feed, writes nothing. */
import type { Command } from "commander";
import { checkMail, type MailServer } from "../jobs/alerts/smtp.ts";
import { openStore } from "../store/connect.ts";
import { secretsOf } from "../territory/load.ts";
import { bindFeeds, checkContext } from "./feeds.ts";
import { commonOptions } from "./options.ts";
import { secretsOfMail } from "./redact.ts";
import { createLog, readConfigured } from "./service.ts";
import { table } from "./table.ts";

interface Line {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

export function addCheck(program: Command): void {
  program
    .command("check")
    .description("read the configuration, reach the store and each feed, write nothing")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const territory = readConfigured(common.config, common.env);
      const log = createLog(common.config, [...secretsOf(territory), ...secretsOfMail(common.config)]);
      const lines: Line[] = [
        {
          what: "configuration",
          ok: true,
          detail: `${territory.sites.length} sites, ${territory.feeds.length} feeds`,
        },
      ];
      if (common.config.store !== undefined) lines.push(await checkServer(common.config.store));
      if (common.config.mail !== null) lines.push(await checkServerOfMail(common.config.mail));
      for (const { feed, open } of bindFeeds(territory)) {
        const result = await open.check(checkContext(log, Date.now() + common.config.clockShiftMs));
        const detail = result.ok ? result.detail : `${result.problem}: ${result.remedy}`;
        lines.push({ what: `feed ${feed.id}`, ok: result.ok, detail });
      }
      const text = table(
        ["", "what", "detail"],
        lines.map((l) => [l.ok ? "ok" : "FAILED", l.what, l.detail]),
      );
      process.stdout.write(common.json ? `${JSON.stringify({ checks: lines })}\n` : `${text}\n`);
      process.exitCode = lines.every((line) => line.ok) ? 0 : 1;
    });
}

async function checkServerOfMail(mail: MailServer): Promise<Line> {
  const { kind, reason } = await checkMail(mail);
  const ok = kind === "sent";
  return { what: "mail", ok, detail: ok ? `${new URL(mail.url).host} answers` : reason };
}

async function checkServer(address: string): Promise<Line> {
  const url = new URL(address);
  const store = openStore({
    url: url.origin,
    username: decodeURIComponent(url.username) || "default",
    password: decodeURIComponent(url.password),
    database: "default",
  });
  try {
    const [row] = await store.rows("version", "select version() as version");
    return { what: "store", ok: true, detail: `ClickHouse ${JSON.stringify(row)}` };
  } catch (cause) {
    return { what: "store", ok: false, detail: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    await store.close();
  }
}
