import fc from "fast-check";
import { expect, test } from "vitest";
import { concentrationOf } from "../../src/views/concentration.ts";

test("two sites with three quarters and one quarter of the visits", () => {
  // 0.75² + 0.25² = 0.625; (0.625 − 0.5) / 0.5 = 0.25; 1 / 0.625 = 1.6
  expect(concentrationOf([300, 100])).toEqual({
    sites: 2,
    visits: 400,
    hhi: 0.625,
    normalised: 0.25,
    effective: 1.6,
  });
});

test("one site, or no visit, has no concentration", () => {
  expect(concentrationOf([10])).toBeNull();
  expect(concentrationOf([0, 0])).toBeNull();
});

test("equal shares are as many sites as there are, all visits at one site are one; else between", () => {
  const sites = fc.array(fc.nat(9999), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(sites, (visits) => {
      const found = concentrationOf(visits);
      if (!found) return expect(visits.every((n) => n === 0)).toBe(true);
      expect(found.effective).toBeGreaterThan(1 - 1e-9);
      expect(found.effective).toBeLessThan(visits.length + 1e-9);
      expect(found.normalised).toBeGreaterThanOrEqual(0);
      expect(found.normalised).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
  expect(concentrationOf([50, 50, 50])).toMatchObject({ normalised: 0 });
  expect(concentrationOf([50, 50, 50])?.effective).toBeCloseTo(3);
  expect(concentrationOf([50, 0, 0])).toMatchObject({ normalised: 1, effective: 1 });
});
