/** Builds the dashboards: browser files with hashed names, each also as .br and .gz, then the renderer. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { measure } from "./measure.ts";

const OUT = "dist/dashboards";
const ASSETS = join(OUT, "assets");

/** Names of the built files by entry, and their bytes as sent. */
interface Built {
  readonly style: string;
  readonly script: string;
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
  const names = {
    style: find(/^style-.+\.css$/),
    script: find(/^client-.+\.js$/),
    icon: find(/^mark-.+\.svg$/),
  };
  let bytes = 0;
  for (const name of Object.values(names)) bytes += await compress(join(ASSETS, name));
  return { ...names, bytes };
}

await rm(OUT, { recursive: true, force: true });
await build({ mode: "client", configFile: "vite.config.ts" });
const built = await packed();
await build({
  mode: "server",
  configFile: "vite.config.ts",
  define: { __BEFFROI_BUILT__: JSON.stringify(built) },
});
await writeFile(join(OUT, "manifest.json"), `${JSON.stringify(built, null, 2)}\n`);
await measure(OUT, built.bytes, new Date());
console.log(`dashboards built: style, script and icon weigh ${(built.bytes / 1000).toFixed(1)} kB`);
