import { expect, test } from "vitest";
import { mixOf, mixTuning } from "../../../src/forecast/like/mix.ts";

test("neither the young site nor the older ones are read from the origin on", () => {
  const cell = 40;
  const week = (day: number) => 100 + 10 * (day % 7);
  const mix = (later: number) => {
    const seen = (level: number) =>
      Float64Array.from({ length: 60 }, (_, day) => level * week(day) * (day < cell ? 1 : later ** level));
    const weekday = Uint8Array.from({ length: 60 }, (_, day) => day % 7);
    const young = { seen: seen(0.5), from: 26, cell, slots: 1, weekday, special: () => false };
    const hope = Float64Array.from({ length: 14 }, (_, ahead) => week(cell + ahead));
    return mixOf(
      young,
      [
        { seen: seen(1), hope },
        { seen: seen(2).map(Math.round), hope },
      ],
      mixTuning,
    );
  };
  expect(mix(1)?.[0]).toBeGreaterThan(30);
  expect(mix(9)).toEqual(mix(1));
});
