/** A new user at the desk: how many clicks to an answer, and how long they take. */
import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";

/** Longer than this nobody waits, on a machine that does other things meanwhile. */
const PATIENCE_MS = 15_000;

export function walks(where: () => { readonly url: string; readonly browser: Browser }): void {
  describe("a new user", () => {
    test("learns in two clicks how many come on Saturday to Cambrai Tank, and why", async () => {
      const { url, browser } = where();
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const began = performance.now();
      await page.goto(url);
      await page.getByRole("link", { name: "Cambrai Tank 1917" }).click();
      await page
        .getByRole("link", { name: /^sam\. 28/ })
        .first()
        .click();
      await page.waitForURL(/day=2026-11-28/);
      expect(await page.locator("#day").textContent()).toMatch(/sam/i);
      expect(await page.locator("tr.sel").textContent()).toMatch(/28.*\d+–\d+/s);
      const reasons = await page.locator("#day .steps li").allTextContents();
      expect(reasons.length).toBeGreaterThan(2);
      expect(reasons.every((reason) => /\p{L}.*\d/su.test(reason))).toBe(true);
      console.log(`Saturday at Cambrai Tank and why: 2 clicks, ${(performance.now() - began).toFixed(0)} ms`);
      expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
      await page.close();
    });

    test("learns in one click whether it is better than last year", async () => {
      const { url, browser } = where();
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const began = performance.now();
      await page.goto(url);
      await page.getByRole("link", { name: "Fréquentation" }).first().click();
      await page.waitForURL(/\/frequentation/);
      const answer = await page.locator("h1").textContent();
      expect(answer).toMatch(/de plus que l’an dernier|de moins que l’an dernier|autant que/);
      console.log(`better than last year: 1 click, ${(performance.now() - began).toFixed(0)} ms`);
      expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
      await page.close();
    });
  });
}
