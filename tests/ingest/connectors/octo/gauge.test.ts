import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesOf, type State } from "../../../../ingest/connectors/octo/gauge.ts";
import type { Reading } from "../../../../ingest/connectors/octo/readings.ts";
import { HOUR } from "../../../../src/domain/time.ts";

const START = Date.parse("2026-10-20T09:00:00Z");
const AT = START + 48 * HOUR;
const sense = (now: number) => ({ site: "museum", now, countsSales: true });
const reading = (slot: string, sold: number | null): Reading => ({
  ...{ slot, at: AT, minutes: 60, capacity: 20, sold },
});

const SLOTS = ["a", "b", "c"] as const;
interface Told {
  readonly told: { readonly [slot in (typeof SLOTS)[number]]?: number | undefined };
  readonly ends: string;
}

/** One pull: what is told of each slot; undefined = no longer offered. Where it ends: whole, or killed before its rows
 *  or with some of them written. */
const pulls = fc.array(
  fc.record({
    told: fc.record({
      a: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      b: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      c: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    }),
    ends: fc.constantFrom("whole", "before its rows", "with every other row", "before its cursor"),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("readings as facts", () => {
  test("whenever pulls are killed, the facts of a slot add up to its last reading", () => {
    fc.assert(
      fc.property(pulls, (steps) => {
        const store = new Map<string, number>();
        let cursor: State | null = null;
        let now = START;
        const last: Told = { told: steps.at(-1)?.told ?? {}, ends: "whole" };
        for (const { told, ends } of [...steps, last] satisfies Told[]) {
          now += HOUR / 6;
          const readings = new Map<string, Reading>();
          for (const slot of SLOTS) {
            const sold = told[slot];
            if (sold !== undefined) readings.set(slot, reading(slot, sold));
          }
          const before: State | null = cursor;
          const gone = Object.keys(before?.slots ?? {}).filter((slot) => !readings.has(slot));
          const { rows, intent, after } = changesOf(before, readings, gone, sense(now));
          // A first pull has no cursor to keep its intent in but this one.
          if (Object.keys(intent.pending).length > 0) cursor = intent;
          if (ends === "before its rows") continue;
          for (const [n, row] of rows.entries()) {
            if (row.kind !== "record" || row.record.measure !== "tickets") continue;
            if (ends === "with every other row" && n % 2 === 1) continue;
            if (row.record.deleted) store.delete(row.record.key);
            else store.set(row.record.key, row.record.value);
          }
          if (ends === "whole") cursor = after;
        }
        for (const slot of SLOTS) {
          let sum = 0;
          for (const [key, value] of store) if (key.startsWith(`${slot}/`)) sum += value;
          expect(sum).toBe(last.told[slot] ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("places taken count from the reading that saw them on", () => {
    const first = changesOf(null, new Map([["a", reading("a", 5)]]), [], sense(START));
    const later = changesOf(first.after, new Map([["a", reading("a", 3)]]), [], sense(START + HOUR));
    const taken = [...first.rows, ...later.rows].flatMap((row) =>
      row.kind === "record" && row.record.measure === "tickets" ? [row.record] : [],
    );
    expect(taken).toMatchObject([
      { key: "a/0", value: 5, at: AT, knownAt: START, bookedOn: START },
      { key: "a/1", value: -2, at: AT, knownAt: START + HOUR, bookedOn: START + HOUR },
    ]);
  });

  test("a reading without a number leaves what was known", () => {
    const first = changesOf(null, new Map([["a", reading("a", 5)]]), [], sense(START));
    const later = changesOf(first.after, new Map([["a", reading("a", null)]]), [], sense(START + HOUR));
    expect(later.rows.filter((row) => row.kind === "record" && row.record.measure === "tickets")).toEqual([]);
    expect(later.after.slots.a).toEqual(first.after.slots.a);
  });

  test("where bookings are the visits, places taken are none", () => {
    const { rows } = changesOf(null, new Map([["a", reading("a", 5)]]), [], {
      ...sense(START),
      countsSales: false,
    });
    expect(rows.map((row) => row.kind === "record" && row.record.measure)).toEqual(["capacity"]);
  });
});
