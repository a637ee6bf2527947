/** Symmetric positive definite systems, n × n row by row in one typed array. Only the lower triangle is read. */

/** Factors `a` in place into L with a = L·Lᵀ (lower triangle; what lies above it is left as it is).
 *  @throws RangeError when the matrix is not positive definite. */
export function factorCholesky(a: Float64Array, n: number): Float64Array {
  // Two columns at a time: each row is read once for both.
  for (let j = 0; j < n; j += 2) {
    const upper = j * n;
    const lower = Math.min(j + 1, n - 1) * n;
    for (let i = j; i < n; i++) {
      const row = i * n;
      let one = a[row + j] ?? Number.NaN;
      let two = i > j ? (a[row + j + 1] ?? Number.NaN) : Number.NaN;
      for (let k = 0; k < j; k++) {
        const left = a[row + k] ?? 0;
        one -= left * (a[upper + k] ?? 0);
        two -= left * (a[lower + k] ?? 0);
      }
      a[row + j] = i > j ? one / (a[upper + j] ?? 1) : rootOf(one, j);
      if (i === j) continue;
      two -= (a[row + j] ?? 0) * (a[lower + j] ?? 0);
      a[row + j + 1] = i > j + 1 ? two / (a[lower + j + 1] ?? 1) : rootOf(two, i);
    }
  }
  return a;
}

function rootOf(pivot: number, at: number): number {
  if (pivot > 0) return Math.sqrt(pivot);
  throw new RangeError(`invalid matrix: pivot ${pivot} at ${at} (must be positive definite)`);
}

/** Solves L·Lᵀ·x = b in place for a factor from {@link factorCholesky}. */
export function solveCholesky(l: Float64Array, n: number, b: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    let sum = b[i] ?? Number.NaN;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] ?? 0) * (b[k] ?? 0);
    b[i] = sum / (l[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? Number.NaN;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] ?? 0) * (b[k] ?? 0);
    b[i] = sum / (l[i * n + i] ?? 1);
  }
  return b;
}

/** Lower triangle of the inverse of the factored matrix, as a new array with zeros above the diagonal. */
export function invertCholesky(l: Float64Array, n: number): Float64Array {
  const inverse = invertLower(l, n);
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) {
      const left = inverse[k * n + i] ?? 0;
      for (let j = 0; j <= i; j++) out[i * n + j] = (out[i * n + j] ?? 0) + left * (inverse[k * n + j] ?? 0);
    }
  }
  return out;
}

function invertLower(l: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const pivot = l[i * n + i] ?? 1;
    out[i * n + i] = 1 / pivot;
    for (let k = 0; k < i; k++) {
      const left = l[i * n + k] ?? 0;
      for (let j = 0; j <= k; j++)
        out[i * n + j] = (out[i * n + j] ?? 0) - (left * (out[k * n + j] ?? 0)) / pivot;
    }
  }
  return out;
}
