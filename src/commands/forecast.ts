/** `forecast`: issues forecasts now, or as they would have been at an earlier instant. */
import type { Command } from "commander";
import { z } from "zod";
import { issueForecasts } from "../jobs/forecast.ts";
import type { IssuedForecast } from "../jobs/forecast-job.ts";
import { DEFAULT_MODEL } from "../jobs/models.ts";
import { commonOptions, instantOption, wrong } from "./options.ts";
import { openService, readConfigured } from "./service.ts";
import { table } from "./table.ts";

const Options = z.object({
  site: z.array(z.string()).optional(),
  at: z.string().optional(),
  compare: z.boolean().default(false),
});

export function addForecast(program: Command): void {
  program
    .command("forecast")
    .description("issue forecasts; --at issues them as they would have been then, from what was known then")
    .option("--site <id...>", "only these sites")
    .option("--at <instant>", "origin in the past")
    .option("--compare", "compare the models first, and serve what wins")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const { site, at, compare } = Options.parse(command.opts());
      const origin = instantOption("--at", at);
      const known = readConfigured(common.config, common.env).sites.map(({ id }) => id);
      const unknown = site?.filter((id) => !known.includes(id)) ?? [];
      if (unknown.length > 0) throw wrong("--site", unknown.join(", "), `known sites: ${known.join(", ")}`);
      const service = await openService(common.config, common.env);
      try {
        const { store, territory, now } = service;
        // Nobody is served meanwhile: no thread is needed.
        const usual = { territory, model: DEFAULT_MODEL, now: now(), compare };
        const job = origin === undefined ? usual : { ...usual, origin };
        const issued = await issueForecasts(store, site ? { ...job, sites: site } : job);
        const rows = issued.map((f) => [f.site, f.measure, f.step, f.points, resultOf(f)]);
        const text = table(["site", "measure", "step", "points", "result"], rows);
        process.stdout.write(common.json ? `${JSON.stringify({ issued })}\n` : `${text}\n`);
      } finally {
        await service.close();
      }
    });
}

function resultOf({ refused, unchanged }: IssuedForecast): string {
  return unchanged ? "as issued before" : refused || "issued";
}
