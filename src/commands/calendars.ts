/** `calendars`: how old the calendar of school holidays is, and a newer one from the ministry. It is configuration, not
 *  a feed: a file beside the territory's, replaced only by one that was checked. */
import type { Command } from "commander";
import { z } from "zod";
import { MINISTRY } from "../../ingest/calendars/school-holidays-fr.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { ConfigError, FeedChanged, FeedUnavailable } from "../domain/errors.ts";
import { localDate } from "../domain/time.ts";
import { schoolCalendarOf } from "../territory/load.ts";
import { commonOptions, wrong } from "./options.ts";
import { ageText } from "./school-age.ts";
import { readConfigured } from "./service.ts";
import { updateCalendar, updateText } from "./update-calendar.ts";

const Options = z.object({
  update: z.boolean().default(false),
  accept: z.boolean().default(false),
  source: z.string().default(MINISTRY),
});

export function addCalendars(program: Command): void {
  program
    .command("calendars")
    .description("how old the calendar of school holidays is; with --update, fetch the official one")
    .option("--update", "fetch France's calendar, check it and keep it beside the territory file")
    .option("--accept", "also when many holidays would move")
    .option("--source <url>", "another address of the ministry's portal")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const territory = readConfigured(common.config, common.env);
      const now = Date.now() + common.config.clockShiftMs;
      const today = localDate(now, territory.zone);
      const calendar = schoolCalendarOf(territory);
      const options = Options.parse(command.opts());
      if (!options.update) {
        const text = calendar ? ageText(calendar, today) : "no calendar of school holidays";
        const told = calendar && { file: calendar.file, asOf: calendar.asOf, until: calendar.until };
        process.stdout.write(common.json ? `${JSON.stringify({ school: told ?? null })}\n` : `${text}\n`);
        return;
      }
      if (!calendar?.isFrench) {
        const remedy = "only France publishes its calendar this way; name your own under holidays.school";
        throw new ConfigError([{ path: "territory.country", value: "(not FR)", remedy }]);
      }
      if (!/^https?:\/\//.test(options.source) || !URL.canParse(options.source))
        throw wrong("--source", options.source, `write an address such as ${MINISTRY}`);
      const ending = new AbortController();
      process.once("SIGINT", () => ending.abort());
      try {
        const http = createHttpClient({ signal: ending.signal });
        const done = await updateCalendar(calendar, today, options, http);
        process.stdout.write(common.json ? `${JSON.stringify({ school: done })}\n` : `${updateText(done)}\n`);
      } catch (cause) {
        if (!(cause instanceof FeedUnavailable || cause instanceof FeedChanged)) throw cause;
        process.stderr.write(`not updated: ${cause.message}\nstays: ${ageText(calendar, today)}\n`);
        process.exitCode = 1;
      }
    });
}
