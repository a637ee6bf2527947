/** Small pages are written together, and the source is read while the store writes. */
import { createHash } from "node:crypto";
import type { Page } from "./connector.ts";

/** Rows that are worth a write of their own. A row of a count is light; a ticket carries several times as much, and
 *  both are in memory from their reading until they are stored. */
export const ENOUGH_COUNTS = 70_000;
export const ENOUGH_TICKETS = 30_000;
/** Longest time that a page waits for others: what a slow source has given is soon safe. */
const ENOUGH_MS = 2_000;

/** Joins pages in order until there are enough rows, or the first has waited long enough; what was read before a
 *  fault is still handed on. */
export async function* together(
  pages: AsyncIterable<Page>,
  enough: number,
  now: () => number = Date.now,
): AsyncGenerator<Page> {
  let waiting: Page[] = [];
  let rows = 0;
  let since = now();
  try {
    for await (const page of pages) {
      if (waiting.length === 0) since = now();
      waiting.push(page);
      rows += page.rows.length;
      if (rows >= enough || now() - since >= ENOUGH_MS || page.replaces || page.stored) {
        const full = join(waiting);
        waiting = [];
        rows = 0;
        yield full;
      }
    }
  } catch (cause) {
    if (waiting.length > 0) yield join(waiting);
    throw cause;
  }
  if (waiting.length > 0) yield join(waiting);
}

/** One page that says what its parts say in order: the last cursor, the highest watermark. */
function join(pages: readonly Page[]): Page {
  const [only] = pages;
  if (only && pages.length === 1) return only;
  const hash = createHash("sha256");
  for (const page of pages) hash.update(`${page.token}\n`);
  const cursor = pages.findLast((page) => page.cursor)?.cursor;
  const observed = pages.flatMap((page) => page.observedTo ?? []);
  const unread = pages.flatMap((page) => page.unread ?? []);
  const { replaces, stored } = pages.at(-1) ?? {};
  return {
    rows: pages.flatMap((page) => page.rows),
    token: hash.digest("hex"),
    ...(cursor ? { cursor } : {}),
    ...(observed.length > 0 ? { observedTo: Math.max(...observed) } : {}),
    ...(unread.length > 0 ? { unread } : {}),
    ...(replaces ? { replaces } : {}),
    ...(stored ? { stored } : {}),
  };
}

/** The connector reads its next page while the store writes this one. */
export async function* readAhead(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = iterator.next();
      // Whoever awaits it later sees the failure; without this a slow write would let it crash the process first.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}
