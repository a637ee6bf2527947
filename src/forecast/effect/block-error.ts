/** How sure the difference between two kinds of days is, when days of the same four weeks err together.
 *  SOURCE: Liang & Zeger 1986, Biometrika 73 (clusters), for the log of a ratio of sums. */
import { totalsOf } from "./totals.ts";

/** Days. */
const BLOCK = 28;

export type DayGroup = "tagged" | "plain" | "left out";

/** Standard error of log(measured / projected) of tagged days less that of plain ones; `blocks` of
 *  four weeks hold tagged days. NaN where either kind is missing. Arrays by day, NaN = not observed. */
export function blockError(
  measured: Float64Array,
  projected: Float64Array,
  groupOf: (day: number) => DayGroup,
): { readonly error: number; readonly blocks: number } {
  const of = (group: DayGroup) =>
    totalsOf(
      measured.map((value, day) => (groupOf(day) === group ? value : Number.NaN)),
      projected,
    );
  const sums = { tagged: of("tagged"), plain: of("plain") };
  const moved = new Map<number, number>();
  const blocks = new Set<number>();
  for (const [day, value] of measured.entries()) {
    const group = groupOf(day);
    const expected = projected[day] ?? Number.NaN;
    if (group === "left out" || Number.isNaN(value) || Number.isNaN(expected)) continue;
    const { measured: sum, projected: hope } = sums[group];
    const block = Math.floor(day / BLOCK);
    if (group === "tagged") blocks.add(block);
    const off = value / sum - expected / hope;
    moved.set(block, (moved.get(block) ?? 0) + (group === "tagged" ? off : -off));
  }
  const square = [...moved.values()].reduce((total, off) => total + off ** 2, 0);
  return { error: Math.sqrt((square * moved.size) / Math.max(1, moved.size - 1)), blocks: blocks.size };
}
