import fc from "fast-check";
import { expect, test } from "vitest";
import { factorCholesky, invertCholesky, solveCholesky } from "../../../src/forecast/linear/cholesky.ts";

const n = 4;
const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n });

/** B·Bᵀ + I: symmetric and positive definite. */
function definite(b: readonly number[]): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < n; k++) sum += (b[i * n + k] ?? 0) * (b[j * n + k] ?? 0);
    return sum;
  });
}

test("a solution multiplied by its matrix gives the right-hand side", () => {
  fc.assert(
    fc.property(entries, (b) => {
      const a = definite(b);
      const x = solveCholesky(factorCholesky(a.slice(), n), n, Float64Array.of(1, -2, 3, 0.5));
      const back = Array.from({ length: n }, (_, i) =>
        x.reduce((sum, v, j) => sum + v * (a[i * n + j] ?? 0), 0),
      );
      for (const [i, want] of [1, -2, 3, 0.5].entries()) expect(back[i]).toBeCloseTo(want, 8);
    }),
  );
});

test("the inverse solves for each unit vector", () => {
  fc.assert(
    fc.property(entries, (b) => {
      const l = factorCholesky(definite(b), n);
      const inverse = invertCholesky(l, n);
      for (let j = 0; j < n; j++) {
        const unit = solveCholesky(
          l,
          n,
          Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0)),
        );
        for (let i = j; i < n; i++) expect(inverse[i * n + j]).toBeCloseTo(unit[i] ?? Number.NaN, 8);
      }
    }),
  );
});

test("a matrix that is not positive definite is refused", () => {
  expect(() => factorCholesky(Float64Array.of(1, 0, 2, 1), 2)).toThrow("invalid matrix");
});
