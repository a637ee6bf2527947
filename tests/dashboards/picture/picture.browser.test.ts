/** Pictures as a browser draws them, opened as files of their own. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../support/browser.ts";
import { SCREENS } from "../fixtures/pages.ts";
import { type Site, serveFixtures } from "../support/site.ts";

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

/** Most charts a screen has. */
const MOST = 4;

test("every picture fills its sheet, and no text stands outside of it", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const path of SCREENS)
    for (let n = 1; n <= MOST; n++) {
      const reply = await page.goto(`${site.url}${path}.svg?chart=${n}`);
      if (!(await reply?.text())) break;
      const seen = await page.evaluate(() => {
        const root = document.documentElement;
        const { width, height } = root.getBoundingClientRect();
        const texts = [...root.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "");
        const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
        return {
          name: root.nodeName,
          faults: root.querySelectorAll("parsererror").length,
          width,
          reach: Math.max(...boxes.map(({ box }) => box.right)),
          outside: boxes.flatMap(({ text, box }) =>
            box.left < 0 || box.right > width || box.top < 0 || box.bottom > height ? [text] : [],
          ),
        };
      });
      expect(seen, `${path} ${n}`).toMatchObject({ name: "svg", faults: 0, outside: [] });
      expect(seen.width, `${path} ${n}`).toBe(Number(seen.width < 1000 ? 704 : 1280));
      expect(seen.reach / seen.width, `${path} ${n}`).toBeGreaterThan(0.6);
    }
  await page.context().close();
});
