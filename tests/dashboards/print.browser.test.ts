/** Every screen on A4: the answer, the chart and where it comes from, nothing that wants a finger. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { DOCUMENT_PATHS } from "./fixtures/documents.ts";
import { SCREENS } from "./fixtures/pages.ts";
import { type Site, serveFixtures } from "./support/site.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveFixtures();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** What A4 leaves between margins of 12 mm, CSS pixels. */
const A4 = { width: 703, height: 1032 };

test.each([...SCREENS, ...DOCUMENT_PATHS])("%s goes on paper", async (path) => {
  const page = await browser.newPage({ viewport: A4 });
  await page.emulateMedia({ media: "print" });
  await page.goto(site.url + path);
  const seen = await page.evaluate(() => {
    const shown = (element: Element) => element.getClientRects().length > 0;
    const drawings = [...document.querySelectorAll("main svg[role=img]")].filter(shown);
    return {
      controls: [...document.querySelectorAll("form, button, input, select, nav, .pic")]
        .filter(shown)
        .map((element) => element.outerHTML.slice(0, 80)),
      drawings: drawings.length,
      wide: Math.max(0, ...drawings.map((drawing) => drawing.getBoundingClientRect().right)),
      sideways: document.documentElement.scrollWidth,
      foot: document.querySelector(".foot")?.textContent ?? "",
    };
  });
  expect(seen.controls).toEqual([]);
  expect(seen.sideways).toBeLessThanOrEqual(A4.width);
  expect(seen.wide).toBeLessThanOrEqual(A4.width);
  if (SCREENS.includes(path)) expect(seen.drawings).toBeGreaterThan(0);
  expect(seen.foot).toContain(`Office de tourisme du Cambrésis · ${site.url}${path}`);
  await page.context().close();
});

test("a table goes on paper where it was unfolded", async () => {
  const page = await browser.newPage({ viewport: A4 });
  await page.goto(`${site.url}/en/frequentation`);
  await page.emulateMedia({ media: "print" });
  const rows = page.locator(".twin tbody tr");
  expect(await rows.first().isVisible()).toBe(false);
  expect(await page.locator(".twin").isVisible()).toBe(false);
  await page.locator(".twin details").evaluate((details) => details.setAttribute("open", ""));
  expect(await rows.first().isVisible()).toBe(true);
  expect(await page.locator(".twin .dl").isVisible()).toBe(false);
  await page.context().close();
});
