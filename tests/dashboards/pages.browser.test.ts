/** The pages in a real Chromium: complete without script, by keyboard, light, and nobody else is asked. */
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { SCREENS } from "./fixtures/pages.ts";
import { addressOf, overflow } from "./support/look.ts";
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

/** A page in a context of its own, as axe wants it; closing the context closes both. */
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

const at = (prefix: string, path: string) => addressOf(site, prefix, path);

test("text twice as large loses nothing and makes nobody scroll sideways", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  for (const path of SCREENS) {
    await page.goto(at("", path));
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

test("without script each screen has its answer, its chart and its complete table; days are links", async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  for (const path of SCREENS) {
    await page.goto(at("", path));
    expect((await page.locator("h1").textContent())?.length).toBeGreaterThan(40);
    expect(await page.locator('svg[role="img"]:visible').count()).toBeGreaterThan(0);
    await page.locator("#twin > summary").click();
    expect(await page.locator("#twin tbody tr:visible").count()).toBeGreaterThan(5);
    expect(await page.locator("[data-refresh]:visible, [data-copy]:visible").count()).toBe(0);
  }
  await page.goto(at("", "/previsions/tank-1917"));
  await page.locator(".list a", { hasText: "29" }).click();
  await page.waitForURL(/day=2026-11-29/);
  expect(await page.locator("tr.sel").textContent()).toContain("29");
  await page.goto(at("", "/frequentation"));
  await page.locator(".filter > summary").click();
  await page.locator('input[name="last"]').fill("2026-11-15");
  await page.locator(".filter button").click();
  await page.waitForURL(/from=2026-09-28&last=2026-11-15&sites=/);
  await context.close();
});

test("the keyboard walks a chart day by day, says each value, opens a day and lets go", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("", "/previsions/tank-1917"));
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
  const focused = () => page.evaluate(() => document.activeElement?.classList.contains("chart") ?? false);
  for (let i = 0; i < 20 && !(await focused()); i++) await page.keyboard.press("Tab");
  expect(await focused()).toBe(true);
  const spoken = () => page.locator('.chart [role="status"]').textContent();
  await page.keyboard.press("Home");
  expect(await spoken()).toMatch(/^mer\. 11\snov\..*168/s);
  await page.keyboard.press("ArrowRight");
  expect(await spoken()).toMatch(/^jeu\. 12\snov\..*fermé/s);
  await page.keyboard.press("ArrowLeft");
  expect(await page.locator(".tip").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator(".tip").isVisible()).toBe(false);
  await page.keyboard.press("End");
  expect(await spoken()).toMatch(/^mer\. 23\sdéc\..*42–118/s);
  await page.keyboard.press("Enter");
  await page.waitForURL(/day=2026-12-23#day$/);
  await page.context().close();
});

test("Enter on a day without a page of its own opens its row in the table", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("", "/frequentation"));
  await page.locator(".chart").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("d2026-09-29");
  expect(await page.locator("#d2026-09-29").isVisible()).toBe(true);
  await page.context().close();
});

test("a span is marked by drag or by Shift and arrows, and opens as a period", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("", "/frequentation"));
  const plot = await page.locator(".plot.wide svg").first().boundingBox();
  if (!plot) throw new Error("invalid page: no drawing is shown");
  const x = (day: number) => plot.x + ((day + 0.5) / 58) * plot.width;
  await page.mouse.move(x(19), plot.y + 200);
  await page.mouse.down();
  await page.mouse.move(x(34), plot.y + 200, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=2026-10-17&to=2026-11-02/);
  await page.goto(at("", "/frequentation"));
  await page.locator(".chart").focus();
  for (const key of ["Home", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.waitForURL(/from=2026-09-28&to=2026-10-01/);
  await page.context().close();
});

test("the pause of the refresh is kept for the session", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("/en", "/"));
  await page.locator("[data-refresh] button").click();
  expect(await page.locator("[data-refresh]").textContent()).toBe("Refresh paused · Resume");
  await page.reload();
  expect(await page.locator("[data-refresh]").textContent()).toBe("Refresh paused · Resume");
  await page.context().close();
});

test("the refresh replaces the content in place and keeps what was unfolded", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.clock.install();
  await page.goto(at("", "/"));
  await page.locator("#twin > summary").click();
  await page.evaluate(() => {
    document.querySelector("h1")?.replaceChildren("old");
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.clock.fastForward("05:01");
  await page.locator("h1", { hasText: "117" }).waitFor();
  expect(await page.locator("#twin").getAttribute("open")).not.toBeNull();
  expect(await page.locator("[data-refresh]").isVisible()).toBe(true);
  await page.context().close();
});

test("a chart goes home as a PNG twice as large as drawn", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("/en", "/frequentation"));
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-png]").first().click(),
  ]);
  expect(file.suggestedFilename()).toBe("en-frequentation.png");
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(2560);
  expect(bytes.length).toBeGreaterThan(50_000);
  await page.goto(at("", "/"));
  const [board] = await Promise.all([page.waitForEvent("download"), page.locator("[data-png]").click()]);
  expect(board.suggestedFilename()).toBe("beffroi.png");
  await page.context().close();
});

test("the list of comparable pairs is one click from the answer, without script too", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at("", "/frequentation"));
  expect(await page.locator("#pairs").isVisible()).toBe(false);
  await page.locator('a[href="#pairs"]').click();
  await page.locator("#pairs").waitFor({ state: "visible" });
  expect(await page.locator("#pairs").textContent()).toContain("sans paire");
  expect(await page.locator('.marked a[href^="/journal?from=2026-11-20"]').count()).toBe(1);
  await context.close();
});

test("a stripe leads to its day, and a note can be written without script", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(at("", "/qualite"));
  await page.locator(".chart").focus();
  for (const key of ["End", "Enter"]) await page.keyboard.press(key);
  await page.waitForURL(/\/qualite\?day=2026-11-25#day$/);
  const form = 'form[action="/forms/createAnnotation"]';
  expect(await page.locator(`${form} input[name="kind"]`).getAttribute("value")).toBe("fault");
  await page.goto(at("/en", "/journal"));
  await page.locator("#add > summary").click();
  await page.locator(`#add ${form} input[name="text"]`).fill("snow");
  const [sent] = await Promise.all([
    page.waitForRequest(/forms\/createAnnotation/),
    page.locator(`#add ${form} button`).click(),
  ]);
  const fields = Object.fromEntries(new URLSearchParams(sent.postData() ?? ""));
  expect(fields).toMatchObject({
    back: "/en/journal",
    from: "2026-11-25",
    last: "2026-11-25",
    kind: "note",
    text: "snow",
  });
  await page.context().close();
});

/** Bytes over the wire, requests and elements of a first visit. */
async function firstVisit(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const asked: string[] = [];
  const sizes: Promise<{ responseBodySize: number }>[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfinished", (request) => sizes.push(request.sizes()));
  await page.goto(`${site.url}${path}`, { waitUntil: "networkidle" });
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  const cookies = await context.cookies();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size.responseBodySize, 0);
  await page.close();
  return { asked, bytes, elements, cookies };
}

test.each(SCREENS)(
  "%s keeps its budget: weight, requests, elements, no third party, no cookie",
  async (path) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { asked, bytes, elements, cookies } = await firstVisit(context, path);
    console.log(`${path}: ${(bytes / 1000).toFixed(1)} kB, ${asked.length} requests, ${elements} elements`);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(elements).toBeLessThanOrEqual(900);
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
    expect(cookies).toEqual([]);
    await context.close();
  },
);

test("no page says anything on the console, under the service's own security policy", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 900 } });
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  for (const path of SCREENS) await page.goto(at("", path), { waitUntil: "networkidle" });
  expect(said).toEqual([]);
  await page.context().close();
});
