import fc from "fast-check";
import { expect, test } from "vitest";
import { factorCholesky, invertCholesky, solveCholesky } from "../../../src/forecast/linear/cholesky.ts";

const n = 4;
const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 });

/** B·Bᵀ + I: symmetric and positive definite. */
function definite(b: readonly number[], n = 4): Float64Array {
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

test("the factor times its transpose is the matrix, whatever its size", () => {
  const size = fc.integer({ min: 1, max: 9 });
  const sized = size.chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }),
    ),
  );
  fc.assert(
    fc.property(sized, ([n, b]) => {
      const a = definite(b, n);
      const l = factorCholesky(a.slice(), n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          let sum = 0;
          for (let k = 0; k <= j; k++) sum += (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
          expect(sum).toBeCloseTo(a[i * n + j] ?? Number.NaN, 8);
        }
      }
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
