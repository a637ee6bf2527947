/** The demonstration as a newcomer meets it: started, filled, looked at in a real browser, ended and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { GROUPS, placePath, placesOf } from "../../src/contract/places.ts";
import { axeFaults } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { budgets } from "./demo/budgets.ts";
import { walks } from "./demo/walk.ts";

const CLOCK = "2026-11-25T15:40:00+01:00";
const folder = mkdtempSync(join(tmpdir(), "beffroi-demo-"));
let demo: { child: ChildProcess; url: string };
let browser: Browser;

/** Starts `beffroi demo` and waits for a line that begins with `word`. */
function start(word: "Ready" | "Beffroi"): Promise<typeof demo> {
  const child = spawn(process.execPath, ["src/main.ts", "demo"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", BEFFROI_DATA: folder, BEFFROI_CLOCK: CLOCK, BEFFROI_LOG: "error" },
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (bytes: Buffer) => {
      said += bytes.toString();
      const url = new RegExp(`^${word}: (\\S+)`, "m").exec(said)?.[1];
      if (url) resolve({ child, url });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) =>
      reject(new Error(`the demonstration ended with ${code}: ${said.slice(-2000)}`)),
    );
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

async function total(url: string): Promise<number> {
  const reply = await fetch(`${url}/api/v1/visits?from=2025-01-01&to=2026-11-01&step=P1M`);
  return z.object({ total: z.number() }).parse(await reply.json()).total;
}

beforeAll(async () => {
  [demo, browser] = await Promise.all([start("Ready"), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  if (demo) await stop(demo.child);
  rmSync(folder, { recursive: true, force: true });
});

/** Every screen of the menu; people are counted by hand at the castle. */
const PAGES = GROUPS.flatMap(placesOf).map((place) =>
  placePath(place, place === "tally" ? "chateau-esnes" : "tank-1917"),
);
const here = () => ({ url: demo.url, browser });

walks(here);
budgets(PAGES, here);

describe("the demonstration", () => {
  // Fixtures are looked at in three languages; here it is the data that are real.
  test.each(PAGES)(
    "%s: no axe violation, no scroll sideways and nobody else asked, at 1280 and 360 px",
    async (path) => {
      for (const width of [1280, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        const page = await context.newPage();
        const strangers: string[] = [];
        page.on("request", (request) => {
          if (!request.url().startsWith(demo.url)) strangers.push(request.url());
        });
        const reply = await page.goto(demo.url + path);
        expect(reply?.status()).toBe(200);
        expect(await page.locator("h1").textContent()).not.toBe("");
        expect((await axeFaults(page)).found, `${path} at ${width}`).toEqual([]);
        expect(
          await page.evaluate("document.documentElement.scrollWidth"),
          `${path} at ${width}`,
        ).toBeLessThanOrEqual(width);
        expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThanOrEqual(900);
        expect(strangers).toEqual([]);
        expect(await context.cookies()).toEqual([]);
        await context.close();
      }
    },
  );

  test("says on every page that the data are simulated, and reads without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of PAGES) {
      const reply = await page.goto(demo.url + path);
      expect(reply?.status()).toBe(200);
      expect(await page.locator("footer").textContent()).toMatch(/simulées/i);
      expect(await page.locator("table").count()).toBeGreaterThan(0);
    }
    await context.close();
  });

  test("continues from its data when started again, and counts nothing twice", async () => {
    const before = await total(demo.url);
    await stop(demo.child);
    demo = await start("Beffroi");
    expect(await total(demo.url)).toBe(before);
    expect(before).toBeGreaterThan(50_000);
  });
});
