import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Page } from "../../ingest/connector.ts";
import { readAhead, together } from "../../ingest/pages.ts";

const page = (n: number, rows: number, over: Partial<Page> = {}): Page => ({
  rows: Array.from({ length: rows }, () => ({ kind: "ignored" as const })),
  token: `t${n}`,
  cursor: { page: n },
  ...over,
});

async function* from(pages: readonly Page[], fault?: Error): AsyncGenerator<Page> {
  yield* pages;
  if (fault) throw fault;
}

test("joined pages hold every row once, in order, under the last cursor", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 9 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 20 }),
      async (sizes, enough) => {
        const out = await Array.fromAsync(together(from(sizes.map((size, i) => page(i, size))), enough));
        expect(out.flatMap((p) => p.rows)).toHaveLength(sizes.reduce((a, b) => a + b, 0));
        expect(out.at(-1)?.cursor).toEqual({ page: sizes.length - 1 });
      },
    ),
  );
});

test("a page that replaces a window ends its batch, so that the window is judged by what came before it", async () => {
  const replaces = { from: 0, to: 1, maxLoss: 0.3 };
  const out = await Array.fromAsync(together(from([page(1, 1), page(2, 1, { replaces }), page(3, 1)]), 100));
  expect(out.map((p) => p.replaces)).toEqual([replaces, undefined]);
});

test("a page that a source wants acknowledged is written at once, and says so when it is joined to earlier ones", async () => {
  const stored = () => undefined;
  const out = await Array.fromAsync(together(from([page(1, 1), page(2, 1, { stored }), page(3, 1)]), 100));
  expect(out.map((p) => [p.rows.length, p.stored])).toEqual([
    [2, stored],
    [1, undefined],
  ]);
});

test("a page waits for others only so long", async () => {
  let now = 0;
  const slow = (async function* () {
    for (let i = 0; i < 4; i++) {
      yield page(i, 1);
      now += 1500;
    }
  })();
  const sizes = (await Array.fromAsync(together(slow, 100, () => now))).map((p) => p.rows.length);
  expect(sizes).toEqual([3, 1]);
});

test("what was read before a fault is handed on before the fault", async () => {
  const seen: Page[] = [];
  const pull = async () => {
    for await (const p of together(from([page(1, 2)], new Error("cut")), 100)) seen.push(p);
  };
  await expect(pull()).rejects.toThrow("cut");
  expect(seen).toEqual([page(1, 2)]);
});

test("the next page is read while the last one is being written", async () => {
  const events: string[] = [];
  const source = (async function* () {
    for (let i = 1; i <= 2; i++) {
      events.push(`read ${i}`);
      yield page(i, 1);
    }
  })();
  for await (const p of readAhead(source)) {
    await setTimeout(5);
    events.push(`wrote ${p.token}`);
  }
  expect(events).toEqual(["read 1", "read 2", "wrote t1", "wrote t2"]);
});
