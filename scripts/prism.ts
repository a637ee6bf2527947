/** Fetches Prism, a server that plays an API from its published description, into `.tools`: the real counterpart of
 *  tests/ingest/prism.test.ts. Pinned, once, in bounded time; where it cannot be had, the tests say so and go on. It is no
 *  dependency: nobody who runs or installs this service needs it. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { DESCRIPTIONS, PRISM_FOLDER, PRISM_VERSION } from "../tests/support/prism-places.ts";

const LONGEST_MS = 60_000;

/** Never rejects. Fetches nothing where it is there, or where there are no descriptions to play. */
export async function fetchPrism(): Promise<void> {
  if (existsSync(PRISM_FOLDER) || !existsSync(DESCRIPTIONS)) return;
  const part = `${PRISM_FOLDER}.${process.pid}`;
  try {
    mkdirSync(resolve(part, ".."), { recursive: true });
    const quiet = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    // A folder of its own: npm would take away what else lies in one that has no package.json.
    const args = ["install", "--prefix", part, ...quiet, "--fetch-retries=1", "--fetch-timeout=20000"];
    await promisify(execFile)("npm", [...args, `@stoplight/prism-cli@${PRISM_VERSION}`], {
      timeout: LONGEST_MS,
      killSignal: "SIGKILL",
    });
    renameSync(part, PRISM_FOLDER);
  } catch {
    console.log("Prism could not be fetched (no npm, no registry, or too slow): its tests are skipped");
    rmSync(part, { recursive: true, force: true });
  }
}
