/** Every screen in a real Chromium, in every language, state and width: reachable by everybody, wider than no window. Two
 *  at a time, each in a context of its own. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { SCREENS } from "./fixtures/pages.ts";
import { count, writeChecked } from "./support/checked.ts";
import { addressOf, overflow } from "./support/look.ts";
import { type Site, serveFixtures } from "./support/site.ts";

const PREFIXES = ["", "/en", "/nl"];
const STORIES = ["full", "empty", "stale", "error", "starting", "refused", "monday"];
/** Stories that look the same on every screen, or exist on one. */
const PLAIN = ["error", "starting", "refused", "monday"];

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveFixtures();
  browser = await openBrowser();
});
afterAll(async () => {
  await writeChecked(SCREENS.length);
  await browser?.close();
  site?.close();
});

/** A page in a context of its own, as axe wants it; closing the context closes both. */
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

const at = (prefix: string, path: string, story = "full") => addressOf(site, prefix, path, story);

/** @param counted false for a page that was broken on purpose */
async function faults(page: Page, counted = true): Promise<readonly string[]> {
  const { found, version } = await axeFaults(page);
  if (counted) count(found.length, version);
  return found;
}

/** Stories with the screens that have them; those that look the same everywhere are opened on the first one. */
const SHOWN = STORIES.flatMap((story) =>
  (PLAIN.includes(story) ? ["/"] : SCREENS).map((path) => [story, path] as const),
);

test.concurrent.each(SHOWN)(
  "%s %s: no axe violation at 1280 and 360, no sideways scroll there and at 320",
  async (story, path) => {
    const page = await openPage();
    for (const address of PREFIXES.map((prefix) => at(prefix, path, story))) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      for (const width of [1280, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
        if (width > 320) expect(await faults(page), `${address} at ${width}`).toEqual([]);
      }
    }
    await page.context().close();
  },
);

test("the checks themselves see a fault", async () => {
  const page = await openPage({ viewport: { width: 360, height: 740 } });
  await page.goto(at("", "/"));
  await page.evaluate(() => {
    document.documentElement.removeAttribute("lang");
    document.querySelector("h1")?.insertAdjacentHTML("afterend", "<pre>wide ".padEnd(300, "x"));
  });
  expect((await faults(page, false)).join()).toContain("html-has-lang");
  expect(await overflow(page)).toBeGreaterThan(0);
  await page.context().close();
});

test.concurrent.each(SCREENS)(
  "%s on a phone, with every fold open, in the dark: no axe violation",
  async (path) => {
    const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    for (const prefix of PREFIXES) {
      await page.goto(at(prefix, path));
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      expect(await faults(page), `${prefix}${path}`).toEqual([]);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  },
);
