/** Builds the dashboards: browser files with hashed names, each also as .br and .gz, then the worker that keeps the
 *  tally, then the renderer. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { measure } from "./measure.ts";

const OUT = "dist/dashboards";
const ASSETS = join(OUT, "assets");

/** Names of the built files by entry, and bytes of those that every page asks for as sent. */
interface Built {
  readonly style: string;
  readonly script: string;
  readonly tally: string;
  readonly icon: string;
  readonly bytes: number;
}

/** Compresses a file beside itself. @returns bytes of the brotli form */
async function compress(path: string): Promise<number> {
  const bytes = await readFile(path);
  const br = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  await writeFile(`${path}.br`, br);
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  return br.length;
}

/** @throws Error when an entry is missing from the build. */
async function packed(): Promise<Built> {
  const files = await readdir(ASSETS);
  const find = (pattern: RegExp) => {
    const file = files.find((name) => pattern.test(name));
    if (file === undefined) throw new Error(`missing build output: ${pattern} in ${ASSETS}`);
    return file;
  };
  const common = {
    style: find(/^style-.+\.css$/),
    script: find(/^client-.+\.js$/),
    icon: find(/^mark-.+\.svg$/),
  };
  const tally = find(/^tally-.+\.js$/);
  let bytes = 0;
  for (const name of Object.values(common)) bytes += await compress(join(ASSETS, name));
  await compress(join(ASSETS, tally));
  return { ...common, tally, bytes };
}

await rm(OUT, { recursive: true, force: true });
await build({ mode: "client", configFile: "vite.config.ts" });
await build({ mode: "tally", configFile: "vite.config.ts" });
const built = await packed();
const files = [built.style, built.script, built.tally, built.icon];
const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 12);
await build({
  mode: "worker",
  configFile: "vite.config.ts",
  define: { __BEFFROI_KEPT__: JSON.stringify({ version, files }) },
});
await build({
  mode: "server",
  configFile: "vite.config.ts",
  define: { __BEFFROI_BUILT__: JSON.stringify(built) },
});
await writeFile(join(OUT, "manifest.json"), `${JSON.stringify(built, null, 2)}\n`);
await measure(OUT, built.bytes, new Date());
console.log(`dashboards built: style, script and icon weigh ${(built.bytes / 1000).toFixed(1)} kB`);
