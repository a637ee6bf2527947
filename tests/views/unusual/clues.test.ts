import { expect, test } from "vitest";
import { makeAxis } from "../../../src/domain/series.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import { flaggedDays, scoreSites } from "../../../src/views/unusual/score-sites.ts";
import { surpriseOf } from "../../../src/views/unusual/weather-surprise.ts";

const promised = (day: string, visits: number) => ({
  day,
  visits,
  q10: 80,
  q50: 100,
  q90: 125,
  naive: null,
  retrospective: false,
});

test("a wild day is flagged at its site, with the sites that moved the same way", () => {
  const calm = Array.from({ length: 28 }, (_, i) =>
    promised(`2026-10-${String(i + 1).padStart(2, "0")}`, 90 + i),
  );
  const with_ = (visits: number) => [...calm, promised("2026-11-02", visits)];
  const days = new Map([
    ["a", with_(20)],
    ["b", with_(70)],
    ["c", with_(140)],
    ["d", calm],
  ]);
  const flagged = flaggedDays(days, scoreSites(days));
  expect(flagged).toHaveLength(1);
  expect(flagged[0]).toMatchObject({ site: "a", promised: { day: "2026-11-02" }, others: 2, alike: 1 });
  expect(flagged[0]?.score).toBeLessThan(-5);
});

test("the weather's surprise is what came less what was said last before the day began", () => {
  const axis = makeAxis("P1D", "Europe/Paris", { from: "2026-11-01", to: "2026-11-05" });
  const begins = axis.start[1] ?? 0;
  const rows = [
    { issued: begins - 90_000_000, value: 2 },
    { issued: begins, value: 5 },
    { issued: begins + 3_600_000, value: 9 },
    { issued: begins + 500_000_000, value: 14 },
  ];
  const rain: Covariate = {
    name: "rain",
    issued: Float64Array.from(rows, ({ issued }) => issued),
    step: Int32Array.from(rows, () => 1),
    value: Float64Array.from(rows, ({ value }) => value),
  };
  expect(surpriseOf([rain], axis, "2026-11-02", "rain")).toBe(9);
  expect(surpriseOf([rain], axis, "2026-11-02", "temperature")).toBeNaN();
  expect(surpriseOf([rain], axis, "2026-11-03", "rain")).toBeNaN();
});
