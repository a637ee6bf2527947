import { expect, test } from "vitest";
import type { Forecast } from "../../src/forecast/model.ts";
import { sumSites } from "../../src/forecast/reconcile.ts";

const site = (row: readonly number[], mean: number, closed = 0): Forecast => ({
  kind: "forecast",
  id: "s",
  model: "m",
  levels: [0.1, 0.5, 0.9],
  leads: 1,
  quantiles: Float64Array.from(row),
  mean: Float64Array.of(mean),
  closed: Uint8Array.of(closed),
});

test("a territory is the sum of its sites, with bands between independent and together", () => {
  const sites = [site([60, 100, 160], 105), site([10, 50, 130], 60)];
  expect([...sumSites("t", sites, 1).quantiles]).toEqual([70, 150, 290]);
  expect(sumSites("t", sites, 0).quantiles[2]).toBeCloseTo(250, 9);
  expect(sumSites("t", sites).mean[0]).toBe(165);
});

test("a closed site adds nothing; where all are closed the territory is", () => {
  const shut = site([0, 0, 0], 0, 1);
  expect(sumSites("t", [site([1, 2, 4], 2), shut]).closed[0]).toBe(0);
  expect(sumSites("t", [shut, shut]).closed[0]).toBe(1);
});

test("sites that do not match are refused", () => {
  expect(() => sumSites("t", [])).toThrow("invalid sites: none");
  expect(() => sumSites("t", [{ ...site([1, 2, 4], 2), levels: [0.1, 0.4, 0.9] }])).toThrow("0.5 is needed");
});
