/** `work`: ingestion and jobs alone, for a separate worker. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import { bindFeeds } from "./feeds.ts";
import { runJobs } from "./jobs.ts";
import { commonOptions } from "./options.ts";
import { openService, readConfigured } from "./service.ts";

/** A worker lives for months beside a store that wants the memory: its heap grows by half of what is alive before it is
 *  cleared, not fourfold. Costs a fifth of the speed on files of gigabytes. */
const FRUGAL_HEAP = "--heap-growing-percent=50";

/** Written after each pass over the feeds: whoever watches the worker looks at its age. */
const ALIVE = join(tmpdir(), "beffroi-work");

export function addWork(program: Command): void {
  program
    .command("work")
    .description("ingestion and jobs alone, beside a `serve --no-jobs`")
    .action(async (_: unknown, command: Command) => {
      setFlagsFromString(FRUGAL_HEAP);
      const common = commonOptions(command);
      bindFeeds(readConfigured(common.config, common.env));
      const service = await openService(common.config, common.env);
      try {
        await runJobs(service, bindFeeds(service.territory), () => writeFileSync(ALIVE, ""));
      } finally {
        await service.close();
      }
    });
}
