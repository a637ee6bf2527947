/** Quantile of Student's t at level 0.9, which bounds a range of 80 %, for 1 or more degrees of freedom.
 *  SOURCE: Abramowitz & Stegun 1964, 26.7.5 (expansion about the normal quantile), from 3 on; exact below. */
export function student90(freedom: number): number {
  if (freedom < 2) return 3.0777;
  if (freedom < 3) return 1.8856;
  const z = 1.28155;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / freedom ** (i + 1), z);
}
