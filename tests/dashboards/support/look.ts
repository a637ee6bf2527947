/** Where a fixture page stands, and whether it is wider than its window. */
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";

export function addressOf({ url }: Site, prefix: string, path: string, story = "full"): string {
  return `${url}${prefix}${path === "/" && prefix ? "" : path}${story === "full" ? "" : `?case=${story}`}`;
}

/** Pixels that a page is wider than its window; 0 or less where nobody has to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
