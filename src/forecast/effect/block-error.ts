/** How sure the difference between two kinds of days is, when days of the same four weeks err together and a few (a day
 *  with three coaches) err by far the most.
 *  SOURCE: Efron & Tibshirani 1993, section 11.5 (the jackknife, here over blocks); Satterthwaite 1946, Biometrics
 *  Bulletin 2 (degrees of freedom when blocks count unequally). */

/** Days. */
const BLOCK = 28;

export type DayGroup = "tagged" | "plain" | "left out";

export interface BlockError {
  /** Standard error of log(measured / projected) of tagged days less that of plain ones; NaN without either kind. */
  readonly error: number;
  /** As many blocks as share the error, less than there are when a few make most of it. */
  readonly freedom: number;
  /** Blocks of four weeks that hold tagged days. */
  readonly blocks: number;
}

interface Sums {
  measured: number;
  projected: number;
}

/** Arrays by day, NaN = not observed. */
export function blockError(
  measured: Float64Array,
  projected: Float64Array,
  groupOf: (day: number) => DayGroup,
): BlockError {
  const blocks = new Map<number, { readonly tagged: Sums; readonly plain: Sums }>();
  const all = { tagged: { measured: 0, projected: 0 }, plain: { measured: 0, projected: 0 } };
  for (const [day, value] of measured.entries()) {
    const group = groupOf(day);
    const expected = projected[day] ?? Number.NaN;
    if (group === "left out" || Number.isNaN(value) || Number.isNaN(expected)) continue;
    const block = Math.floor(day / BLOCK);
    const own = blocks.get(block) ?? {
      tagged: { measured: 0, projected: 0 },
      plain: { measured: 0, projected: 0 },
    };
    blocks.set(block, own);
    for (const sums of [own[group], all[group]]) {
      sums.measured += value;
      sums.projected += expected;
    }
  }
  const list = [...blocks.values()];
  const without = list.map(({ tagged, plain }) => logLess(all.tagged, tagged) - logLess(all.plain, plain));
  const middle = without.reduce((a, b) => a + b, 0) / list.length;
  const squares = without.map((log) => (log - middle) ** 2);
  const sum = squares.reduce((a, b) => a + b, 0);
  const fourth = squares.reduce((a, b) => a + b ** 2, 0);
  return {
    error: Math.sqrt((sum * (list.length - 1)) / list.length),
    freedom: fourth > 0 ? sum ** 2 / fourth : Math.max(1, list.length - 1),
    blocks: list.filter(({ tagged }) => tagged.projected > 0).length,
  };
}

function logLess(all: Sums, part: Sums): number {
  return Math.log((all.measured - part.measured) / (all.projected - part.projected));
}
