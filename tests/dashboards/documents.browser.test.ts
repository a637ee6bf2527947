/** Pages of text and the public widget in a real Chromium. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { DOCUMENT_PATHS } from "./fixtures/documents.ts";
import { type Site, serveFixtures } from "./support/site.ts";

const PREFIXES = ["", "/en", "/nl"];
const WIDGET = "/widget/tank-1917";

let browser: Browser;
let site: Site;
let host: { readonly url: string; readonly close: () => void };

/** A page elsewhere that frames the widget. */
async function serveHost(framed: () => string) {
  const server = createServer((_req, res) => {
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.end(
      `<!doctype html><html lang="fr"><title>Site</title><iframe title="Heures calmes" src="${framed()}"></iframe>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

beforeAll(async () => {
  host = await serveHost(() => `${site.url}${WIDGET}`);
  site = await serveFixtures([host.url]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  host?.close();
});

async function sound(page: Page, path: string): Promise<void> {
  await page.goto(`${site.url}${path}`);
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    // Axe at both widths in French; the other languages are the same boxes.
    if (width === 320 || (width === 1280 && /^\/(en|nl)/.test(path))) continue;
    expect((await axeFaults(page)).found, `${path} at ${width}`).toEqual([]);
  }
}

test.each(["full", "empty"])(
  "%s: pages of text have no axe violation and no sideways scroll",
  async (story) => {
    const page = await (await browser.newContext()).newPage();
    for (const path of DOCUMENT_PATHS.flatMap((one) => PREFIXES.map((prefix) => `${prefix}${one}`))) {
      await sound(page, story === "full" ? path : `${path}?case=${story}`);
    }
    await page.context().close();
  },
);

test("every page of text is one link away from any screen, and the map leads to all screens", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/nl`);
  const links = await page
    .locator("footer a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(links).toEqual(DOCUMENT_PATHS.map((path) => `/nl${path}`));
  for (const link of links) {
    await page.goto(`${site.url}${link}`);
    expect((await page.locator("h1").textContent())?.length).toBeGreaterThan(30);
  }
  const known = await page
    .locator("main a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(known).toEqual(
    expect.arrayContaining(["/nl", "/nl/frequentation", "/nl/previsions/tank-1917", ...links]),
  );
  await context.close();
});

test.each(["full", "empty", "stale", "closed", "away"])(
  "%s: the widget has no axe violation and no sideways scroll, in light and dark",
  async (story) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await (await browser.newContext({ colorScheme })).newPage();
      const prefixes = colorScheme === "dark" ? [""] : PREFIXES;
      for (const prefix of prefixes) await sound(page, `${prefix}${WIDGET}?case=${story}`);
      await page.context().close();
    }
  },
);

test("the widget is one request of at most 15 kB, without cookie or script, under its own policy", async () => {
  const context = await browser.newContext({ viewport: { width: 400, height: 600 } });
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  await page.goto(`${site.url}${WIDGET}`, { waitUntil: "networkidle" });
  // The browser itself looks for an icon; the page asks for none.
  expect(asked.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([`${site.url}${WIDGET}`]);
  expect(said.filter((text) => !text.includes("favicon"))).toEqual([]);
  expect(Buffer.byteLength(await page.content())).toBeLessThan(15_000);
  expect(await context.cookies()).toEqual([]);
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe("rgb(245, 245, 242)");
  await context.close();
});

test("a page of a listed origin may frame it, another one may not, and no screen may be framed", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.url);
  await page.frameLocator("iframe").locator("h1", { hasText: "Pour venir au calme" }).waitFor();
  const stranger = await serveHost(() => `${site.url}${WIDGET}`);
  await page.goto(stranger.url);
  await page.waitForLoadState("networkidle");
  expect(await page.frameLocator("iframe").locator("h1").count()).toBe(0);
  stranger.close();
  const bold = await serveHost(() => `${site.url}/`);
  await page.goto(bold.url);
  await page.waitForLoadState("networkidle");
  expect(await page.frameLocator("iframe").locator("h1").count()).toBe(0);
  bold.close();
  await page.context().close();
});
