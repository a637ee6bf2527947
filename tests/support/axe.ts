/** The automatic accessibility check, run in the page itself: the same engine as by its wrapper for the browser's driver,
 *  without the blank page that the wrapper opens for every single look. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS: RunOptions = { resultTypes: ["violations"] };

interface Faults {
  /** Rule and the elements that break it, one line per rule. */
  readonly found: readonly string[];
  readonly version: string;
}

/** What axe finds wrong in a page as it stands.
 *  @throws Error when the page holds frames: they would not be looked into */
export async function axeFaults(page: Page): Promise<Faults> {
  if (page.frames().length > 1) throw new Error(`${page.url()} holds frames, which are not looked into`);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const { violations, testEngine } = await page.evaluate(
    (options) => (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return {
    found: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    ),
    version: testEngine.version,
  };
}
