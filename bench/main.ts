/** `npm run bench`: what the service does beside the engine's own limit, in one run. `-- door`, `-- ingest`, `-- push`,
 *  `-- memory`, `-- idle`, `-- api`, `-- pages`, `-- blocking`, `-- live` for one part. Forecasts have their own:
 *  `npm run bench:forecast -- --data <folder>`. */
import { benchApi } from "./api.ts";
import { benchBlocking } from "./blocking.ts";
import { benchDoor } from "./door.ts";
import { benchIdle } from "./idle.ts";
import { benchIngest } from "./ingest.ts";
import { benchLive } from "./live.ts";
import { benchMemory } from "./memory.ts";
import { benchPages } from "./pages.ts";
import { benchPush } from "./push.ts";

const PARTS = {
  door: benchDoor,
  ingest: benchIngest,
  push: benchPush,
  api: benchApi,
  pages: benchPages,
  blocking: benchBlocking,
  live: benchLive,
  memory: benchMemory,
  idle: benchIdle,
} as const;

const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`— ${name}`);
  await bench();
}
