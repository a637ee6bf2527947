import { expect, test } from "vitest";
import { layoutSupposed, type SupposedDay } from "../../../dashboards/charts/supposed-layout.ts";

const FRAME = { width: 648, top: 40, bottom: 312, ticks: 5 };
const levels = (q10: number, q90: number) => ({
  q10,
  q25: q10 + 1,
  q50: (q10 + q90) / 2,
  q75: q90 - 1,
  q90,
});
const day = (change: Partial<SupposedDay> = {}): SupposedDay => ({
  before: levels(10, 30),
  after: null,
  changes: false,
  closed: false,
  weekend: false,
  visits: null,
  ...change,
});
const text = ({ low, high }: { low: number; high: number }) => `${low}–${high}`;
const layout = (days: readonly SupposedDay[]) => layoutSupposed(days, text, FRAME);

test("a day that stays has one band; one that changes has an outline without and a band with", () => {
  const drawn = layout([day(), day({ changes: true, after: levels(20, 60) })]);
  expect(drawn.plain.band).toMatch(/^M0\.26 /);
  expect(drawn.plain.band.match(/M/g)).toHaveLength(1);
  expect(drawn.before).toMatch(/^M1\.1 /);
  expect(drawn.after.band).toMatch(/^M1\.54 /);
  expect(drawn.changed).toEqual([{ from: 1, to: 2 }]);
  expect(drawn.ranges.map((range) => range.text)).toEqual(["20–60"]);
});

test("a day that opens has no outline, one that closes no band", () => {
  const opens = layout([day({ before: null, changes: true, after: levels(20, 60) })]);
  expect([opens.before, opens.after.band === ""]).toEqual(["", false]);
  const closes = layout([day({ changes: true, after: null, closed: true })]);
  expect([closes.after.band, closes.before === ""]).toEqual(["", false]);
  expect(closes.closed).toEqual([{ from: 0, to: 1 }]);
});

test("what came stands on the band with the change, and the range above it", () => {
  const drawn = layout([day({ changes: true, after: levels(20, 60), visits: 80 })]);
  expect(drawn.came).toBe(`M0.72 ${drawn.scale.y(80)}h0`);
  expect(drawn.ranges[0]?.y).toBeLessThan(drawn.scale.y(80));
});

test("ranges that would touch are left out", () => {
  const days = Array.from({ length: 28 }, () => day({ changes: true, after: levels(20, 60) }));
  const { ranges } = layout(days);
  expect(ranges.length).toBeGreaterThan(4);
  expect(ranges.length).toBeLessThan(28);
});
