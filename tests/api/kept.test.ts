/** Memory stays inside its bound, whatever is asked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKept } from "../../src/api/kept.ts";
import { createLru } from "../../src/api/lru.ts";
import { roughBytes } from "../../src/api/rough-bytes.ts";

test("the weight never exceeds the bound and is the sum of what is held", () => {
  const step = fc.record({
    key: fc.constantFrom("a", "b", "c", "d", "e"),
    weight: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const lru = createLru<number>(100, 50);
      const weights = new Map<string, number>();
      for (const { key, weight } of steps) {
        lru.set(key, weight, weight);
        if (weight > 50) expect(lru.get(key)).toBeUndefined();
        else weights.set(key, weight);
        expect(lru.weight()).toBeLessThanOrEqual(100);
      }
      const held = ["a", "b", "c", "d", "e"].map((key) => lru.get(key) ?? 0);
      expect(lru.weight()).toBe(held.reduce((sum, weight) => sum + weight, 0));
    }),
  );
});

test("what was used longest ago leaves first", () => {
  const lru = createLru<string>(30);
  for (const key of ["a", "b", "c"]) lru.set(key, key, 10);
  lru.get("a");
  lru.set("d", "d", 10);
  expect(["a", "b", "c", "d"].filter((key) => lru.get(key))).toEqual(["a", "c", "d"]);
});

test("a value that grows pushes others out, and itself when it no longer fits", () => {
  const lru = createLru<object>(30);
  const [a, b] = [{}, {}];
  lru.set("a", a, 10);
  lru.set("b", b, 10);
  lru.grow("b", b, 15);
  expect([lru.get("a"), lru.weight()]).toEqual([undefined, 25]);
  lru.grow("b", {}, 1000);
  expect(lru.weight()).toBe(25);
});

test("one computation serves all who ask meanwhile, and its failure reaches all and is forgotten", async () => {
  const kept = createKept<string>(1000, () => 1);
  const fail = () => kept.get("k", () => Promise.reject(new Error("no")));
  expect((await Promise.allSettled([fail(), fail()])).map(({ status }) => status)).toEqual([
    "rejected",
    "rejected",
  ]);
  expect(await kept.get("k", async () => "yes")).toBe("yes");
  expect(await kept.get("k", async () => "again")).toBe("yes");
  expect(kept.counts).toEqual({ hits: 1, misses: 2, shared: 1 });
});

test("the bytes of a long list are judged by a sample within a fifth", () => {
  const row = (i: number) => ({ site: "tank-1917", day: "2026-01-01", visits: i, state: "measured" });
  const rows = Array.from({ length: 10_000 }, (_, i) => row(i));
  const exact = rows.reduce((sum, one) => sum + 8 + roughBytes(one), 32);
  expect(roughBytes(rows) / exact).toBeGreaterThan(0.8);
  expect(roughBytes(rows) / exact).toBeLessThan(1.2);
});
