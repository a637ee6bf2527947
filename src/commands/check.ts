/** `check`: reads the configuration, reaches the store, the mail server and each feed, writes nothing. */
import type { Command } from "commander";
import { z } from "zod";
import { localDate } from "../domain/time.ts";
import { checkMail, type MailServer } from "../jobs/alerts/smtp.ts";
import { openStore } from "../store/connect.ts";
import { schoolCalendarOf, secretsOf } from "../territory/load.ts";
import { checkContext, chooseFeeds } from "./feeds.ts";
import { commonOptions, wrong } from "./options.ts";
import { secretsOfMail } from "./redact.ts";
import { allGood, sampleFeeds, sampleText } from "./sample.ts";
import { ageText, RENEW, reachesFar } from "./school-age.ts";
import { createLog, readConfigured } from "./service.ts";
import { table } from "./table.ts";

const Options = z.object({ feed: z.array(z.string()).optional(), sample: z.string().optional() });

/** Rows shown at most. */
const MOST_SHOWN = 1000;

interface Line {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

export function addCheck(program: Command): void {
  program
    .command("check")
    .description("read the configuration, reach the store and each feed, write nothing")
    .option("--feed <id...>", "only these feeds")
    .option("--sample <rows>", "show so many rows of each feed as they would be read, and why some would not")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const territory = readConfigured(common.config, common.env);
      const log = createLog(common.config, [...secretsOf(territory), ...secretsOfMail(common.config)]);
      const options = Options.parse(command.opts());
      const feeds = chooseFeeds(territory, options.feed);
      const now = Date.now() + common.config.clockShiftMs;
      if (options.sample !== undefined) {
        const most = Number(options.sample);
        if (!Number.isInteger(most) || most < 1 || most > MOST_SHOWN)
          throw wrong("--sample", options.sample, `write a number from 1 to ${MOST_SHOWN}`);
        const sampled = await sampleFeeds(territory, feeds, log, now, most);
        const text = sampled.map(sampleText).join("\n\n");
        process.stdout.write(common.json ? `${JSON.stringify({ feeds: sampled })}\n` : `${text}\n`);
        process.exitCode = sampled.length > 0 && sampled.every(allGood) ? 0 : 1;
        return;
      }
      const lines: Line[] = [
        {
          what: "configuration",
          ok: true,
          detail: `${territory.sites.length} sites, ${territory.feeds.length} feeds`,
        },
      ];
      const calendar = schoolCalendarOf(territory);
      const today = localDate(now, territory.zone);
      if (calendar && territory.schoolZone !== null) {
        const ok = reachesFar(calendar, today);
        const detail = ageText(calendar, today);
        lines.push({ what: "calendar", ok, detail: ok ? detail : `${detail}: ${RENEW}` });
      }
      if (common.config.store !== undefined) lines.push(await checkServer(common.config.store));
      if (common.config.mail !== null) lines.push(await checkServerOfMail(common.config.mail));
      for (const { feed, open } of feeds) {
        const result = await open.check(checkContext(log, now));
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
