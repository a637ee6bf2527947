/** `digest`: the mail of the morning as it would be now, printed and not sent. */
import type { Command } from "commander";
import { z } from "zod";
import type { AlertKind } from "../domain/alert.ts";
import { LANGUAGES } from "../domain/language.ts";
import { noticesOf } from "../jobs/alerts/conditions.ts";
import { readAlertFacts } from "../views/mail/alert-facts.ts";
import { readDigest } from "../views/mail/digest.ts";
import { readDashboards } from "./dashboards.ts";
import { mailParts } from "./notices.ts";
import { commonOptions, wrong } from "./options.ts";
import { openService } from "./service.ts";

const Options = z.object({
  print: z.boolean().default(false),
  html: z.boolean().default(false),
  lang: z.string().default("fr"),
});

export function addDigest(program: Command): void {
  program
    .command("digest")
    .description("the mail of the morning as it would be now; it is sent by the running service alone")
    .option("--print", "subject and plain text on stdout")
    .option("--html", "the HTML part instead")
    .option("--lang <code>", "fr, en or nl", "fr")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const { print, html, lang: asked } = Options.parse(command.opts());
      const lang = LANGUAGES.find((one) => one === asked);
      if (!lang) throw wrong("--lang", asked, `write one of ${LANGUAGES.join(", ")}`);
      if (!print && !html && !common.json) throw wrong("digest", "", "write digest --print, or --html");
      const { mails } = await readDashboards();
      const service = await openService(common.config, common.env);
      try {
        const parts = mailParts(service);
        const { alerts } = service.territory;
        const now = service.now();
        const kinds = new Set<AlertKind>(alerts.map(({ when }) => when.kind));
        const notices = noticesOf(alerts, await readAlertFacts(parts, now, kinds));
        const message = mails.digest(await readDigest(parts, now, notices), lang);
        const text = html ? message.html : `${message.subject}\n\n${message.text}`;
        process.stdout.write(common.json ? `${JSON.stringify(message)}\n` : text);
      } finally {
        await service.close();
      }
    });
}
