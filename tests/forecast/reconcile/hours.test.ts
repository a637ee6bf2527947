import fc from "fast-check";
import { expect, test } from "vitest";
import { makeAxis } from "../../../src/domain/series.ts";
import { dayNumber } from "../../../src/domain/time.ts";
import type { Forecast } from "../../../src/forecast/model.ts";
import { hoursToDays, wholeDays } from "../../../src/forecast/reconcile/hours.ts";
import { sumSites } from "../../../src/forecast/reconcile.ts";

const levels = [0.1, 0.5, 0.9];

function made(rows: readonly (readonly number[])[]): Forecast {
  const sorted = rows.map((row) => [...row].sort((a, b) => a - b));
  return {
    kind: "forecast",
    id: "s",
    model: "m",
    levels,
    leads: rows.length,
    quantiles: Float64Array.from(sorted.flat()),
    mean: Float64Array.from(sorted, (row) => row.reduce((a, b) => a + b, 0) / row.length),
    closed: Uint8Array.from(sorted, (row) => (row.every((v) => v === 0) ? 1 : 0)),
  };
}

const people = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.double({ min: 0.01, max: 900, noNaN: true }) },
);
const row = fc.array(people, { minLength: 3, maxLength: 3 });
const DAYS = 4;
// Four days around the end of summer time in Paris: 24 + 25 + 24 + 24 hours.
const axis = makeAxis("PT1H", "Europe/Paris", { from: "2026-10-24", to: "2026-10-28" });
const first = dayNumber("2026-10-24");

test("hours of whole days sum to their day, keep their order and their shape, and leave the others alone", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 97, maxLength: 97 }),
      fc.array(row, { minLength: DAYS, maxLength: DAYS }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 97 }),
      (hourRows, dayRows, origin, length) => {
        const leads = Math.min(length, 97 - origin);
        const hours = made(hourRows.slice(0, leads));
        const firstDay = axis.day[origin] ?? 0;
        const days = made(dayRows);
        const lead = wholeDays(axis, origin, leads, firstDay);
        const out = hoursToDays(hours, days, lead);
        for (let day = 1; day <= DAYS; day++) {
          const inside = Array.from({ length: leads }, (_, i) => i).filter((i) => lead[i] === day);
          const sum = (of: Float64Array) => inside.reduce((total, i) => total + (of[i] ?? 0), 0);
          if (sum(hours.mean) > 0) expect(sum(out.mean)).toBeCloseTo(days.mean[day - 1] ?? 0, 6);
        }
        for (let i = 0; i < leads; i++) {
          const [low = 0, middle = 0, high = 0] = out.quantiles.subarray(i * 3, i * 3 + 3);
          expect(low <= middle && middle <= high && low >= 0).toBe(true);
          if (lead[i] === 0) expect(out.mean[i]).toBe(hours.mean[i]);
          if (hours.closed[i] === 1) expect(out.closed[i]).toBe(1);
          const ratio = (out.mean[i] ?? 0) / (hours.mean[i] || 1);
          expect(middle).toBeCloseTo(ratio * (hours.quantiles[i * 3 + 1] ?? 0), 6);
        }
      },
    ),
  );
});

test("a day of 25 hours is whole with 25; begun and unfinished days are not", () => {
  expect([...new Set(wholeDays(axis, 0, 97, first))]).toEqual([1, 2, 3, 4]);
  const begun = wholeDays(axis, 10, 60, first);
  expect(begun.filter((day) => day === 2)).toHaveLength(25);
  expect([...new Set(begun)]).toEqual([0, 2]);
});

test("a day forecast as closed closes its hours", () => {
  const shut = hoursToDays(
    made([
      [1, 2, 3],
      [2, 3, 4],
    ]),
    made([[0, 0, 0]]),
    Int32Array.of(1, 1),
  );
  expect([[...shut.mean], [...shut.quantiles], [...shut.closed]]).toEqual([
    [0, 0],
    [0, 0, 0, 0, 0, 0],
    [1, 1],
  ]);
});

test("territory and days agree both ways: the sum of the sites' hours is the territory's day", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(row, { minLength: 24, maxLength: 24 }), { minLength: 1, maxLength: 4 }),
      (sites) => {
        const lead = new Int32Array(24).fill(1);
        const days = sites.map((rows) => made([rows[0] ?? []]));
        const hours = sites.map((rows, i) => hoursToDays(made(rows), days[i] ?? made([]), lead));
        // A site whose hours are all 0 cannot be scaled.
        const able = sites.flatMap((rows, i) => (rows.flat().some((v) => v > 0) ? [i] : []));
        if (able.length === 0) return;
        const pick = (all: readonly Forecast[]) => able.flatMap((i) => all[i] ?? []);
        const total = sumSites("t", pick(hours)).mean.reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(sumSites("t", pick(days)).mean[0] ?? 0, 6);
      },
    ),
  );
});
