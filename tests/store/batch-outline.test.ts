import fc from "fast-check";
import { expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import { dayFinder, localDate } from "../../src/domain/time.ts";
import { outline, spanOf } from "../../src/store/batch-outline.ts";

const ZONE = "Europe/Paris";
const HOUR = 3_600_000;
/** The day on which clocks go back: 25 hours. */
const FROM = Date.parse("2026-10-24T20:00:00Z");

function record(site: string, at: number, key: string): SourceRecord {
  return {
    site,
    measure: "entries",
    key,
    at,
    minutes: 15,
    value: 1,
    version: 1,
    deleted: false,
    knownAt: at,
  };
}

const one = fc
  .tuple(
    fc.constantFrom("alpha", "beta"),
    fc.integer({ min: 0, max: 60 }),
    fc.constantFrom("a", "b", "c", "d"),
  )
  .map(([site, hour, key]) => record(site, FROM + hour * HOUR, key));
/** In any order, and in the order of time, as most sources deliver. */
const batches = fc
  .tuple(fc.array(one, { minLength: 1, maxLength: 40 }), fc.boolean())
  .map(([records, sorted]) => (sorted ? records.toSorted((a, b) => a.at - b.at) : records));

test("a batch's outline is that of its records looked at one by one", () => {
  fc.assert(
    fc.property(batches, (records) => {
      const { sites, repeats } = outline(records, dayFinder(ZONE));
      expect(sites.map(({ site }) => site).sort()).toEqual([...new Set(records.map((r) => r.site))].sort());
      for (const { site, first, last, days } of sites) {
        const ats = records.filter((r) => r.site === site).map((r) => r.at);
        expect([first, last]).toEqual([Math.min(...ats), Math.max(...ats)]);
        expect([...days].sort()).toEqual([...new Set(ats.map((at) => localDate(at, ZONE)))].sort());
      }
      const facts = new Set(records.map(({ site, at, key }) => `${site} ${at} ${key}`));
      expect(repeats).toBe(facts.size < records.length);
      const ats = records.map(({ at }) => at);
      expect(spanOf({ sites, repeats })).toEqual({ from: Math.min(...ats), to: Math.max(...ats) });
    }),
    { numRuns: 300 },
  );
});

test("a fact named twice is found among many at one instant, and a second key is none", () => {
  const many = Array.from({ length: 500 }, (_, i) => record("alpha", FROM, `k${i}`));
  expect(outline(many, dayFinder(ZONE)).repeats).toBe(false);
  expect(outline([...many, record("alpha", FROM, "k490")], dayFinder(ZONE)).repeats).toBe(true);
  expect(outline([...many, record("beta", FROM, "k490")], dayFinder(ZONE)).repeats).toBe(false);
});
