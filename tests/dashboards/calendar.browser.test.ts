/** The calendar's walk by keyboard and pointer in a real Chromium. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
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

test("arrows walk weeks and days, Home and End jump, Escape closes, Enter opens the week", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.url}/calendrier`);
  const spoken = () => page.locator(".chart [role=status]").first().textContent();
  await page.locator("[data-calendar]").focus();
  await page.keyboard.press("Home");
  expect(await spoken()).toMatch(/^lundi 1er décembre 2025\. fermé$/);
  await page.keyboard.press("ArrowDown");
  expect(await spoken()).toMatch(/^mardi 2 décembre 2025\. \d+$/);
  await page.keyboard.press("ArrowRight");
  expect(await spoken()).toMatch(/^mardi 9 décembre 2025/);
  await page.keyboard.press("ArrowUp");
  expect(await spoken()).toMatch(/^lundi 8 décembre 2025/);
  expect(await page.locator(".tip").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator(".tip").isVisible()).toBe(false);
  await page.keyboard.press("End");
  expect(await spoken()).toMatch(/^dimanche 29 novembre 2026\. prévu \d+–\d+$/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await spoken()).toMatch(/^vendredi 20 novembre 2026\. 1\s214, bataille de Cambrai$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/frequentation\?from=2026-11-16&to=2026-11-23#d2026-11-20$/);
  await page.context().close();
});

test("the day under the pointer is the day drawn there, at every width", async () => {
  const page = await browser.newPage();
  for (const [width, form, weeks] of [
    [1280, "wide", 26],
    [360, "narrow", 12],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}/en/calendrier`);
    const svg = page.locator(`.plot.${form} svg`).first();
    await svg.scrollIntoViewIfNeeded();
    const box = await svg.boundingBox();
    if (!box) throw new Error("invalid page: no drawing is shown");
    // The framed day is the one that goes on: Wednesday 25 November 2026, in the last column.
    const frame = await page.locator(`.plot.${form} .now-day`).boundingBox();
    if (!frame) throw new Error("invalid page: today is not framed");
    await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
    expect(await page.locator(".tip b").textContent()).toMatch(/^Wednesday,? 25 November 2026$/);
    const marked = await page.locator(".day-frame").boundingBox();
    expect(Math.abs((marked?.x ?? 0) - frame.x)).toBeLessThan(3);
    expect(Math.abs((marked?.y ?? 0) - frame.y)).toBeLessThan(3);
    // One column to the left is a week before.
    await page.mouse.move(frame.x + frame.width / 2 - box.width / weeks, frame.y + frame.height / 2);
    expect(await page.locator(".tip b").textContent()).toMatch(/^Wednesday,? 18 November 2026$/);
  }
  await page.context().close();
});

test("without script a week of the table leads to its days, and a site is added to the comparison", async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${site.url}/calendrier`);
  await page.locator("#twin > summary").click();
  await page.locator("#d2026-11-16 a").click();
  await page.waitForURL(/frequentation\?from=2026-11-16&to=2026-11-23$/);
  await page.goto(`${site.url}/comparer?case=stale`);
  await page.locator(".add-sites a").click();
  await page.waitForURL(/comparer\?from=2025-11-25&to=2026-11-25$/);
  await context.close();
});
