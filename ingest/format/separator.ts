/** Which of `;` `,` tab `|` separates the fields of a file. */
import { csvParser } from "./csv-parser.ts";
import { sameName } from "./names.ts";

export const SEPARATORS = [";", ",", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Rows looked at: titles, the header and enough data to see a pattern. */
const ROWS = 60;

/** The separator under which a row holds most of the expected column names; without names, the one that cuts most
 *  rows into the same number of fields (more than one), the earlier of the list on a tie. */
export function detectSeparator(
  sample: string,
  lineEnd: "\n" | "\r",
  expected: readonly string[],
): Separator {
  let best: { separator: Separator; score: number } = { separator: ";", score: -1 };
  for (const separator of SEPARATORS) {
    const rows = csvParser({ separator, lineEnd }).push(sample).slice(0, ROWS);
    const widths = new Map<number, number>();
    let named = 0;
    for (const { fields } of rows) {
      if (fields.length < 2) continue;
      widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
      const wanted = expected.filter((name) => fields.some((field) => sameName(field, name)));
      named = Math.max(named, wanted.length);
    }
    const regular = Math.max(0, ...[...widths].map(([width, count]) => count + width / 1000));
    const score = named * ROWS * 2 + regular;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}
