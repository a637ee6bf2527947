/** Seeded randomness. A stream is named by what it decides ("42/tank-1917/2026-11-20/groups"), so every fact of a
 *  day comes out the same whichever days were drawn before it, and whenever the simulation is run. */

/** Uniform numbers in [0, 1), always the same for one name. */
export type Random = () => number;

/** A stream of its own for each name. xoshiro128** seeded by a string hash. */
export function random(name: string): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0xdeadbeef;
  for (let i = 0; i < name.length; i++) {
    const k = name.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  const next = () => {
    const rolled = Math.imul(b, 5);
    const result = Math.imul((rolled << 7) | (rolled >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** One number in [0, 1) for a name. */
export function draw(name: string): number {
  return random(name)();
}

/** Whole number in `[from, to]`. */
export function integer(r: Random, from: number, to: number): number {
  return from + Math.floor(r() * (to - from + 1));
}

/** Standard normal (Box–Muller, one of the pair). */
export function normal(r: Random): number {
  return Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r());
}

/** Poisson count; the normal approximation above a mean of 200. */
export function poisson(r: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(r)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = r(); product > limit; product *= r()) count++;
  return count;
}

/** Gamma with mean `shape`. SOURCE: Marsaglia & Tsang 2000, shape of at least 1. */
export function gamma(r: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(r);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - r()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Negative-binomial count with variance `mean + mean² / size`; size of at least 1. */
export function negativeBinomial(r: Random, mean: number, size: number): number {
  return poisson(r, (mean * gamma(r, size)) / size);
}

/** One of the keys, in proportion to its weight. @throws RangeError when there is none. */
export function pick<Key extends string>(r: Random, weights: Readonly<Partial<Record<Key, number>>>): Key {
  const keys: Key[] = [];
  let total = 0;
  for (const key in weights) {
    keys.push(key);
    total += weights[key] ?? 0;
  }
  let left = r() * total;
  for (const key of keys) {
    left -= weights[key] ?? 0;
    if (left < 0) return key;
  }
  const last = keys.at(-1);
  if (last === undefined) throw new RangeError("invalid weights: none (at least one key is expected)");
  return last;
}
