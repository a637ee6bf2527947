import { expect, test } from "vitest";
import { seeded } from "../../../src/forecast/boost/random.ts";
import { effectOfDaysWith } from "../../../src/forecast/effect/days-with.ts";

test("six days with and eight without, worked out by hand", () => {
  const found = effectOfDaysWith([6, 2, 4, 8, 0, 4], [1, -1, 1, -1, 1, -1, 1, -1]);
  // Means 4 and 0; variances of the means 8/6 and (8/7)/8.
  expect(found).toMatchObject({ days: 6, without: 8 });
  expect(found?.effect.value).toBeCloseTo(4);
  const variance = 8 / 6 + 1 / 7;
  const freedom = variance ** 2 / ((8 / 6) ** 2 / 5 + (1 / 7) ** 2 / 7);
  expect(freedom).toBeCloseTo(6.07, 1);
  // t at 0.9 for 6 degrees of freedom is 1.440 (table).
  expect((found?.effect.high ?? 0) - 4).toBeCloseTo(1.438 * Math.sqrt(variance), 2);
});

test("too few days say nothing", () => {
  expect(effectOfDaysWith([1, 2, 3], Array(20).fill(0))).toBeNull();
  expect(effectOfDaysWith([1, 2, 3, 4], Array(7).fill(0))).toBeNull();
});

test("the range holds the truth about eight times in ten", () => {
  const draw = seeded(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  let held = 0;
  for (let run = 0; run < 1000; run++) {
    const withIt = Array.from({ length: 6 }, () => 5 + 10 * normal());
    const without = Array.from({ length: 20 }, () => 6 * normal());
    const effect = effectOfDaysWith(withIt, without)?.effect;
    if (effect && effect.low <= 5 && effect.high >= 5) held++;
  }
  expect(held).toBeGreaterThan(750);
  expect(held).toBeLessThan(850);
});
