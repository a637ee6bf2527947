/** The board in a real Chromium while the data change: one connection a tab, none while paused, back after a cut. */
import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { type Listening, listen } from "../../src/api/listen.ts";
import { readDashboards } from "../../src/commands/dashboards.ts";
import type { Live } from "../../src/contract/live.ts";
import { fakeViews } from "../api/support/fake-views.ts";
import { openBrowser } from "../support/browser.ts";
import { board } from "./fixtures/board.ts";
import { SITES } from "./fixtures/sites.ts";

let browser: Browser;
let service: Listening | undefined;
beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const world = { version: 1, visits: 0, people: 19 };

/** The board's own rows, with the tank's as the world has it. */
function state(): Live {
  const rows = [board.territory, ...board.rows].map(({ site, state, visits, bound, inside }) =>
    site === "tank-1917" && inside
      ? { site, state, visits: world.visits, bound, inside: { ...inside, people: world.people } }
      : { site, state, visits, bound, inside },
  );
  return {
    as_of: board.as_of,
    coverage: 1,
    figure: "x",
    now: board.now,
    zone: board.zone,
    day: board.day,
    rows,
  };
}

async function start(port = 0) {
  const ending = new AbortController();
  const dashboards = await readDashboards();
  const app = createApp({
    views: { ...fakeViews(), board: async () => board, live: async () => state() },
    frame: () => ({
      office: { fr: "Office" },
      simulated: true,
      sites: SITES,
      version: "test",
      assets: dashboards.assets,
    }),
    render: dashboards.renderPage,
    assetsDir: dashboards.folder,
    version: "test",
    ready: async () => ({ ready: true }),
    dataVersion: () => String(world.version),
    access: {},
    ending: ending.signal,
    live: { lookMs: 50, retryMs: 200 },
    log: pino({ level: "silent" }),
    checkReplies: true,
  });
  const listening = await listen(app, { host: "127.0.0.1", port, access: {} });
  service = {
    ...listening,
    close: () => {
      ending.abort();
      return listening.close();
    },
  };
  return listening;
}

const connections = async () => {
  const text = await (await fetch(`${service?.url}/metrics`)).text();
  return Number(/beffroi_live_connections (\d+)/.exec(text)?.[1]);
};
const row = (page: Page) => page.locator('[data-site="tank-1917"]');
const status = (page: Page, text: string) => page.locator("[data-refresh]", { hasText: text }).waitFor();

function change(visits: number, people: number): void {
  world.visits = visits;
  world.people = people;
  world.version++;
}

test("counts and people inside follow the data; pausing closes the line, resuming opens it", async () => {
  const { url } = await start();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  change(25, 19);
  await page.goto(`${url}/`);
  await status(page, "En direct");
  expect(await connections()).toBe(1);
  change(1234, 21);
  await row(page)
    .locator(".cnt", { hasText: /1\s234/ })
    .waitFor();
  expect(await row(page).locator("[data-inside]").textContent()).toBe(
    "21 à l’intérieur (±\u00a04) sur 120, 15\u00a0h\u00a030",
  );
  await page.locator("[data-refresh] button").click();
  await status(page, "en pause");
  await expect.poll(connections).toBe(0);
  change(1300, 22);
  await page.waitForTimeout(300);
  expect(await row(page).locator(".cnt").textContent()).toMatch(/1\s234/);
  await page.locator("[data-refresh] button").click();
  await row(page)
    .locator(".cnt", { hasText: /1\s300/ })
    .waitFor();
  expect(await connections()).toBe(1);
  await page.close();
  await expect.poll(connections).toBe(0);
});

test("after a cut the line comes back by itself, with what was missed", async () => {
  const first = await start();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  change(30, 20);
  await page.goto(`${first.url}/`);
  await status(page, "En direct");
  const port = Number(new URL(first.url).port);
  await service?.close();
  await status(page, "toutes les 5 min");
  change(77, 18);
  await start(port);
  await row(page).locator(".cnt", { hasText: "77" }).waitFor();
  await status(page, "En direct");
  await page.close();
});

test("where there is no room the page goes on as before", async () => {
  const { url } = await start();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route("**/api/v1/live", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${url}/`);
  await page.waitForTimeout(3_000);
  await status(page, "toutes les 5 min");
  await page.close();
});
