import fc from "fast-check";
import { expect, test } from "vitest";
import { ownLosses, pooledLosses, weightsOf, weightTuning } from "../../../src/forecast/combine/weights.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";

const component = (prior: number, share = 1) => ({ model: robustBase, prior, share });
const two = [component(1), component(1)];

test("weights are not negative, sum to 1, and are 0 for those that refuse", () => {
  const losses = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(losses, fc.nat(), (list, refusing) => {
      const answers = list.map((_, m) => m !== refusing % list.length);
      const weights = weightsOf(
        list,
        list.map(() => component(1)),
        answers,
        weightTuning,
      );
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(weights[refusing % list.length]).toBe(0);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("of two alike each gets about a half; one three times worse gets nothing", () => {
  const [a = 0, b = 0] = weightsOf([0, Math.log(1.03)], two, [true, true], weightTuning);
  expect(a).toBeGreaterThanOrEqual(b);
  expect(b).toBeGreaterThan(0.4);
  const [far = 1] = weightsOf([Math.log(3), 0], two, [true, true], weightTuning);
  expect(far).toBe(0);
});

test("of two alike the one that adds less weighs less, unless it is far better", () => {
  const uneven = [component(1, 0.1), component(1)];
  expect(weightsOf([0, 0], uneven, [true, true], weightTuning)[0]).toBeCloseTo(0.1 / 1.1, 9);
  expect(weightsOf([0, Math.log(3)], uneven, [true, true], weightTuning)[0]).toBeCloseTo(1, 9);
});

test("without a record what was expected holds, with a long one what was seen", () => {
  const components = [component(1), component(0.5)];
  const seen = (own: number, weeks: number) => [
    { own: 1, first: 1, weeks },
    { own, first: 1, weeks },
  ];
  const none = pooledLosses([], components, 1, weightTuning);
  expect(Math.exp(none[0]?.[1] ?? 0)).toBeCloseTo(0.5, 9);
  const long = pooledLosses([[seen(2, 1000)]], components, 1, weightTuning);
  expect(Math.exp(long[0]?.[1] ?? 0)).toBeCloseTo(2, 1);
});

test("a series' own record moves it away from all, the more the longer it is", () => {
  const all = [[0, 0]];
  const own = (weeks: number) =>
    ownLosses(
      [
        [
          { own: 1, first: 1, weeks },
          { own: 2, first: 1, weeks },
        ],
      ],
      all,
      weightTuning,
    )[0]?.[1] ?? 0;
  expect(ownLosses(undefined, all, weightTuning)).toEqual(all);
  expect(own(5)).toBeGreaterThan(0);
  expect(own(50)).toBeGreaterThan(own(5));
  expect(own(50)).toBeLessThan(Math.log(2));
});
