/** Weighs each screen of the build, full of the data that the tests use: what /ecoconception states. Where the tests are
 *  not shipped, nothing is measured and the page says so. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Measured } from "../src/contract/documents.ts";
import type { Frame, RenderPage, Screen } from "../src/contract/screen.ts";

interface Fixtures {
  readonly SCREENS: readonly string[];
  readonly pageAt: (address: URL) => { readonly frame: Frame; readonly screen: Screen };
}

/** Document, style, script, icon. */
const REQUESTS = 4;
const FIXTURES = resolve("tests/dashboards/fixtures/pages.ts");

/** Writes `measured.json` beside the renderer.  @param files bytes of style, script and icon as sent */
export async function measure(out: string, files: number, now: Date): Promise<void> {
  if (!existsSync(FIXTURES)) return;
  const { SCREENS, pageAt }: Fixtures = await import(pathToFileURL(FIXTURES).href);
  const renderer: { renderPage: RenderPage } = await import(pathToFileURL(resolve(out, "server.js")).href);
  const pages = SCREENS.map((path) => {
    const { frame, screen } = pageAt(new URL(path, "http://localhost"));
    const html = renderer.renderPage(frame, screen);
    return { path, bytes: gzipSync(html).length, elements: html.match(/<[a-z]/g)?.length ?? 0 };
  });
  const measured: Measured = { day: now.toISOString().slice(0, 10), files, requests: REQUESTS, pages };
  await writeFile(join(out, "measured.json"), `${JSON.stringify(measured, null, 2)}\n`);
}
