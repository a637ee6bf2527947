/** A real Chromium for browser tests: the one that comes as a package, unpacked once into a folder named by its
 *  version. Everything it may do over a network is switched off but the loopback pages under test. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];
const UNPACK = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
const run = promisify(execFile);

/** Folder with the unpacked browser. The package unpacks into the folder of TMPDIR, so a child does it there; the
 *  folder takes its name only once it is whole, so that two workers never share a half. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile("node_modules/@sparticuz/chromium/package.json", "utf8"));
  const folder = resolve("node_modules/.cache", `chromium-${version}`);
  if (existsSync(join(folder, "chromium"))) return folder;
  const fresh = `${folder}-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  // The nodejs runtime of a cloud is faked so that the libraries it ships are unpacked as well.
  const env = { TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  await run(process.execPath, ["--input-type=module", "-e", UNPACK], { env });
  await rename(fresh, folder).catch((cause: unknown) => {
    if (!existsSync(join(folder, "chromium"))) throw cause;
  });
  return folder;
}

/** Starts the browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked();
  const start = (env: Record<string, string>) =>
    chromium.launch({
      executablePath: join(folder, "chromium"),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ARGS,
      env: {
        HOME: homedir(),
        ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }),
        ...env,
      },
    });
  // Where the machine lacks the libraries that a browser needs, the packed ones step in.
  return start({}).catch(() => start({ LD_LIBRARY_PATH: join(folder, "al2023", "lib") }));
}
