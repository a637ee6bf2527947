/** Builds the dashboards when a source is newer than the last build, or when there is none. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = ["dashboards", "src/contract", "src/domain", "vite.config.ts", "scripts/build.ts"];
const STAMP = "dist/dashboards/manifest.json";

/** Newest modification under a path, epoch ms. */
async function newest(path: string): Promise<number> {
  const facts = await stat(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  const names = await readdir(path, { recursive: true });
  const times = await Promise.all(names.map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(facts.mtimeMs, ...times);
}

const built = await stat(STAMP).then(
  ({ mtimeMs }) => mtimeMs,
  () => 0,
);
const changed = Math.max(...(await Promise.all(SOURCES.map(newest))));
if (changed > built) await import("./build.ts");
