import fc from "fast-check";
import { expect, test } from "vitest";
import { takeOffControls } from "../../../src/forecast/effect/controls.ts";
import { againstPlacebos } from "../../../src/forecast/effect/estimate.ts";
import { planPlacebos } from "../../../src/forecast/effect/placebo-plan.ts";
import { student90 } from "../../../src/forecast/effect/student.ts";
import "../../support/seed.ts";

const log = fc.double({ min: -1, max: 1, noNaN: true });
const logs = fc.array(log, { minLength: 4, maxLength: 20 });

test("quantiles of Student's t are those of the printed tables", () => {
  const table = { 1: 3.078, 2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 10: 1.372, 30: 1.31, 120: 1.289 };
  for (const [freedom, value] of Object.entries(table)) {
    expect(Math.abs(student90(Number(freedom)) - value), freedom).toBeLessThan(0.003);
  }
});

test("an effect is what lies beyond the placebos' mean, whatever all of them are off by", () => {
  fc.assert(
    fc.property(log, logs, log, (span, placebos, shift) => {
      const plain = againstPlacebos(span, placebos, 4);
      const moved = againstPlacebos(
        span + shift,
        placebos.map((placebo) => placebo + shift),
        4,
      );
      expect(moved.value).toBeCloseTo(plain.value, 9);
      expect(moved.high - moved.low).toBeCloseTo(plain.high - plain.low, 9);
      expect(plain.low).toBeLessThanOrEqual(plain.value);
      expect(plain.high).toBeGreaterThanOrEqual(plain.value);
    }),
  );
});

test("fewer placebos side by side make the range wider", () => {
  const placebos = [0.1, -0.1, 0.05, -0.05, 0.02, -0.02];
  const widths = [6, 4, 2].map((independent) => {
    const { low, high } = againstPlacebos(0.3, placebos, independent);
    return high - low;
  });
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
});

test("chance is the share of placebos as far out, the span itself counted", () => {
  const placebos = [0.3, -0.3, 0.05, -0.05, 0, 0, 0, 0, 0];
  expect(againstPlacebos(0.2, placebos, 9).chance).toBeCloseTo(3 / 10);
  expect(againstPlacebos(1, placebos, 9).chance).toBeCloseTo(1 / 10);
});

test("what the other sites moved too is taken off, as far as they are seen to move together", () => {
  const wave = [0.2, -0.1, 0.15, -0.2, 0.05, -0.1, 0.1, -0.1];
  const together = takeOffControls(
    { span: -0.3, placebos: wave },
    [{ span: -0.3, placebos: wave.map((w) => w + 0.02) }],
    8,
  );
  expect(together.weight).toBeGreaterThan(0.8);
  expect(Math.abs(together.span)).toBeLessThan(0.06);
  const against = takeOffControls(
    { span: -0.3, placebos: wave },
    [{ span: -0.3, placebos: wave.map((w) => -w) }],
    8,
  );
  expect(against).toMatchObject({ weight: 0, span: -0.3 });
});

test("placebos lie before the action, have counts before them and never reach into it", () => {
  const days = fc.record({
    first: fc.nat(100),
    before: fc.integer({ min: 56, max: 900 }),
    after: fc.integer({ min: 14, max: 200 }),
  });
  fc.assert(
    fc.property(days, ({ first, before, after }) => {
      const from = first + before;
      const measured = new Float64Array(from + after).fill(10);
      const plan = planPlacebos(measured, { first, from, to: from + after });
      expect(plan.independent).toBeGreaterThanOrEqual(3);
      for (const start of plan.starts) {
        expect(start - first).toBeGreaterThanOrEqual(28);
        expect(start + plan.days).toBeLessThanOrEqual(from);
      }
    }),
  );
});
