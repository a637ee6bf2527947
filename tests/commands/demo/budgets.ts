/** What a page may weigh and how soon it has to be there, over the service itself: with script and without, on a first
 *  visit, on a second one, and on the line of a village. */
import type { Browser, BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";

/** Bytes over the wire, headers included. */
const FIRST_PLAIN = 60_000;
const FIRST_SCRIPTED = 110_000;
const SECOND = 10_000;
const REQUESTS = 10;
const ELEMENTS = 900;
/** 400 kbit/s and 400 ms of latency: content has to be there in 3 s. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOW_MS = 3_000;

interface Visit {
  readonly bytes: number;
  readonly requests: number;
  readonly elements: number;
  /** Until something can be read; measured on a slow line only. */
  readonly ms: number;
}

async function visit(context: BrowserContext, address: string, slow = false): Promise<Visit> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  network.on("Network.requestWillBeSent", () => {
    requests += 1;
  });
  await network.send("Network.enable");
  if (slow) await network.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(address);
  await page.locator("h1").waitFor();
  const ms = slow ? await page.evaluate(firstPaint) : 0;
  const elements = await page.locator("*").count();
  await page.close();
  return { bytes, requests, elements, ms };
}

/** Runs in the page; waits for the paint, which may come after the last byte.  SOURCE: W3C Paint Timing. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint) resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}

export function budgets(
  paths: readonly string[],
  where: () => { readonly url: string; readonly browser: Browser },
): void {
  const viewport = { width: 1280, height: 900 };
  describe("the budget", () => {
    test.each(paths)("of %s holds: with script, without, on a second visit, on a slow line", async (path) => {
      const { url, browser } = where();
      const visits = async (count: number, options: object, slow = false) => {
        const context = await browser.newContext({ viewport, ...options });
        const made: Visit[] = [];
        for (let i = 0; i < count; i++) made.push(await visit(context, url + path, slow));
        await context.close();
        return made;
      };
      const [plain] = await visits(1, { javaScriptEnabled: false });
      const [first, second] = await visits(2, {});
      const [slow] = await visits(1, {}, true);
      if (!plain || !first || !second || !slow) throw new Error("invalid visit: none was made");
      const kB = (n: number) => (n / 1000).toFixed(1);
      console.log(
        `${path}: ${kB(plain.bytes)} kB without script, ${kB(first.bytes)} with, ${kB(second.bytes)} again; ` +
          `${first.requests} requests, ${first.elements} elements; ${(slow.ms / 1000).toFixed(1)} s at 400 kbit/s`,
      );
      expect(plain.bytes).toBeGreaterThan(3_000);
      expect(plain.bytes).toBeLessThanOrEqual(FIRST_PLAIN);
      expect(first.bytes).toBeLessThanOrEqual(FIRST_SCRIPTED);
      expect(second.bytes).toBeLessThanOrEqual(SECOND);
      expect(first.requests).toBeLessThanOrEqual(REQUESTS);
      expect(first.elements).toBeLessThanOrEqual(ELEMENTS);
      expect(slow.ms).toBeGreaterThan(SLOW.latency);
      expect(slow.ms).toBeLessThan(SLOW_MS);
    });
  });
}
