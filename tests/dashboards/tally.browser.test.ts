/** Counting by hand in a real Chromium against the real service and store: whatever the network does, each press counts
 *  exactly once. */
import { pino } from "pino";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bindActions } from "../../src/api/actions.ts";
import { createApp } from "../../src/api/app.ts";
import { type Listening, listen } from "../../src/api/listen.ts";
import { readDashboards } from "../../src/commands/dashboards.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { createActions } from "../../src/views/scenarios/actions.ts";
import { createViews } from "../../src/views/views.ts";
import { openBrowser } from "../support/browser.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "Agglomération", publishes: true } ]
sites:
  - { id: esnes, name: { fr: Esnes }, owner: cac, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: manual } }
feeds:
  - { id: hand, site: esnes, kind: manual, connector: tally, every: PT1H, allowance: P1D, options: { tariffs: [full, child] } }
`;
const territory = readTerritory(TEXT, "essai.yaml", {});
const TOKEN = "0123456789abcdef";

let engine: TestEngine;
let browser: Browser;
let store: Store;
let service: Listening;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  engine = await startEngine();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
  await engine?.close();
});

beforeEach(async () => {
  await context?.close();
  await service?.close();
  ({ store } = await engine.fresh());
  const dashboards = await readDashboards();
  let version = 0;
  const app = createApp({
    views: createViews({ store, territory, now: Date.now, dataVersion: () => String(version) }),
    actions: bindActions(
      createActions({
        store,
        now: Date.now,
        territory,
        sink: createRecordSink(store, territory.zone, territory.sites),
        advised: async () => [],
        whatIf: async () => {
          throw new Error("nothing is asked here");
        },
      }),
    ),
    acted: async () => void version++,
    frame: () => ({
      office: territory.office,
      simulated: true,
      sites: territory.sites.map(({ id, name }) => ({ id, name })),
      version: "test",
      assets: dashboards.assets,
    }),
    render: dashboards.renderPage,
    assetsDir: dashboards.folder,
    worker: dashboards.worker,
    version: "test",
    ready: async () => ({ ready: true }),
    dataVersion: () => String(version),
    access: { token: TOKEN },
    log: pino({ level: "silent" }),
    checkReplies: true,
  });
  service = await listen(app, { host: "127.0.0.1", port: 0, access: { token: TOKEN } });
  context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    httpCredentials: { username: "x", password: TOKEN },
  });
  page = await context.newPage();
  await openPad(page);
});

async function openPad(at: Page): Promise<void> {
  await at.goto(`${service.url}/saisie/esnes`);
  await at.locator("[data-more]").first().waitFor();
}

/** Until a worker keeps the page. */
async function kept(): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let i = 0; i < 100 && (await caches.match(location.href)) === undefined; i++)
      await new Promise((done) => setTimeout(done, 100));
  });
}

const more = (at: Page, tariff: "full" | "child") => at.locator(`[data-more="${tariff}"]`).click();
const said = (at: Page, text: string) => at.locator("[data-said]", { hasText: text }).waitFor();
/** What the store holds: facts, and people. */
async function stored(): Promise<{ facts: number; people: number }> {
  const [row] = await store.rows(
    "stored",
    "select count() as facts, sum(value) as people from record final where measure = 'manual'",
  );
  const { facts, people } = row as { facts: number | string; people: number | string };
  return { facts: Number(facts), people: Number(people) };
}

test("presses count by class, are taken back, and reach the store once", async () => {
  for (const tariff of ["full", "full", "child", "full"] as const) await more(page, tariff);
  await page.locator('[data-count="full"]', { hasText: "3" }).waitFor();
  // −1 takes the last of its class, undo the last of all that is left: the child.
  await page.locator('[data-less="full"]').click();
  await page.locator("[data-undo]").click();
  await page.locator('[data-count="full"]', { hasText: "2" }).waitFor();
  await page.locator('[data-count="child"]', { hasText: "0" }).waitFor();
  expect(await page.locator('[data-less="child"]').isDisabled()).toBe(true);
  await said(page, "Tout est envoyé");
  expect(await stored()).toEqual({ facts: 2, people: 2 });
  // The sums of all phones around the keys follow, and the keys stay.
  await page.locator("h1", { hasText: "2 personnes comptées" }).waitFor();
  expect(await page.locator(".figs").textContent()).toContain("Dont 2 plein tarif");
  await page.locator("[data-confirm]").click();
  await said(page, "Noté");
  await said(page, "Tout est envoyé");
  expect((await stored()).people).toBe(2);
  await page.reload();
  await page.locator('[data-count="full"]', { hasText: "2" }).waitFor();
  expect(await page.locator("h1").textContent()).toContain("2 personnes comptées");
});

test("offline the page counts on, also after a reload without a network, and sends once when it is back", async () => {
  await kept();
  await more(page, "full");
  await said(page, "Tout est envoyé");
  await context.setOffline(true);
  for (let i = 0; i < 3; i++) await more(page, "full");
  await said(page, "Hors connexion");
  // A press counts once it is shown, and what is shown is kept.
  await page.locator('[data-count="full"]', { hasText: "4" }).waitFor();
  await page.reload();
  await page.locator('[data-count="full"]', { hasText: "4" }).waitFor();
  await page.locator("[data-kept]").waitFor();
  await more(page, "child");
  await said(page, "4 envois en attente");
  expect(await stored()).toEqual({ facts: 1, people: 1 });
  await context.setOffline(false);
  await said(page, "Tout est envoyé");
  expect(await stored()).toEqual({ facts: 5, people: 5 });
  expect(await page.evaluate(() => fetch("/api/v1/board").then(({ status }) => status))).toBe(200);
});

test("a press whose answer is lost is sent again and counts once; taken back meanwhile, it is gone", async () => {
  let lost = 0;
  await page.route("**/api/v1/tallies", async (route) => {
    // The server does its work; its answer never arrives.
    if (lost++ < 2) {
      await route.fetch({ headers: { ...route.request().headers(), authorization: basic() } });
      await route.abort("connectionreset");
    } else await route.continue();
  });
  await more(page, "full");
  await said(page, "Hors connexion");
  expect(await stored()).toEqual({ facts: 1, people: 1 });
  await more(page, "full");
  await said(page, "2 envois en attente");
  await expect.poll(stored, { timeout: 20_000 }).toEqual({ facts: 2, people: 2 });
  await page.locator("[data-undo]").click();
  await said(page, "Tout est envoyé");
  expect(lost).toBeGreaterThan(2);
  expect(await stored()).toEqual({ facts: 1, people: 1 });
});

test("two tabs show and send the same presses, once", async () => {
  const other = await context.newPage();
  await openPad(other);
  await context.setOffline(true);
  for (let i = 0; i < 4; i++) await more(i % 2 === 0 ? page : other, "full");
  for (const tab of [page, other]) await tab.locator('[data-count="full"]', { hasText: "4" }).waitFor();
  await context.setOffline(false);
  for (const tab of [page, other]) await said(tab, "Tout est envoyé");
  expect(await stored()).toEqual({ facts: 4, people: 4 });
});

test("a clock that is far off is told, and nothing is counted in the future", async () => {
  const wrong = await (
    await browser.newContext({ httpCredentials: { username: "x", password: TOKEN } })
  ).newPage();
  await wrong.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 10 * 60_000;
  });
  await openPad(wrong);
  await wrong.locator("[data-clock]", { hasText: "avance de 10" }).waitFor();
  await more(wrong, "full");
  await said(wrong, "1 envoi en attente");
  expect(await stored()).toEqual({ facts: 0, people: 0 });
  await wrong.context().close();
});

test("without script a whole hour is entered by a form, and entered again it is replaced", async () => {
  const plain = await (
    await browser.newContext({
      javaScriptEnabled: false,
      httpCredentials: { username: "x", password: TOKEN },
    })
  ).newPage();
  await plain.goto(`${service.url}/en/saisie/esnes`);
  expect(await plain.locator("[data-more]").first().isVisible()).toBe(false);
  for (const count of ["12", "9"]) {
    await plain.locator('input[name="count"]').fill(count);
    await plain.locator(".save").click();
    await plain.waitForURL(/\/en\/saisie\/esnes$/);
    await plain.locator("h1", { hasText: `${count} people counted` }).waitFor();
  }
  expect((await stored()).people).toBe(9);
  await plain.context().close();
});

test("the worker keeps the tally alone: neither other pages nor any reply", async () => {
  await kept();
  await page.goto(`${service.url}/`);
  await page.goto(`${service.url}/saisie/esnes`);
  const urls = await page.evaluate(async () => {
    const names = await caches.keys();
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    return (await Promise.all(caches_.map((cache) => cache.keys())))
      .flat()
      .map(({ url }) => new URL(url).pathname);
  });
  expect(urls.filter((path) => !path.startsWith("/assets/"))).toEqual(["/saisie/esnes"]);
  expect(urls.length).toBe(5);
});

function basic(): string {
  return `Basic ${Buffer.from(`x:${TOKEN}`).toString("base64")}`;
}
