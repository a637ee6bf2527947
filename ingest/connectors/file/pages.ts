/** Rows of one file → pages of bounded size, the first of them only once enough rows have been looked at to know that
 *  the file is what it should be. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { digest } from "./digest.ts";

export interface PageRules {
  /** Name of the file, for messages. */
  readonly file: string;
  /** What makes the file's pages these pages: fingerprint, options, number of the import. */
  readonly seed: string;
  /** Share of rejected rows above which the file is held back. */
  readonly maxBad: number;
}

/** A page of a file; `last` on the final one, which may be empty. */
export interface FilePage {
  readonly rows: readonly Mapped[];
  readonly token: string;
  readonly last: boolean;
}

/** Rows in a page. */
const PAGE = 10_000;
/** Rows looked at before the first page is given out: all of an ordinary file, some 25 MB of a large one. */
const HELD = 100_000;
/** Fewer bad rows never hold a file back. */
const FEWEST_BAD = 20;

/** Pages in order.
 *  @throws FeedChanged when too many rows are bad; of a file of more than 100,000 rows, earlier pages may then be
 *  stored already (right rows all the same), and its end is never reached. */
export async function* paginate(
  batches: AsyncIterable<readonly Mapped[]>,
  rules: PageRules,
): AsyncGenerator<FilePage> {
  const tally = { rows: 0, bad: 0, reasons: new Map<string, number>(), first: "" };
  const held: Mapped[][] = [];
  let page: Mapped[] = [];
  let index = 0;
  let giving = false;
  const give = (rows: readonly Mapped[], last: boolean): FilePage => {
    // Rows rejected as future depend on when the file is read, and with them what a page holds.
    const future = rows.reduce(
      (n, row) => n + (row.kind === "rejected" && row.reason === "future" ? 1 : 0),
      0,
    );
    const token = digest(`${rules.seed}/${index}/${rows.length}/${future}`).slice(0, 32);
    index += 1;
    return { rows, token, last };
  };
  /** Each page is let go of as it is given: large files must not need more memory at their beginning. */
  const giveHeld = function* (): Generator<FilePage> {
    for (let rows = held.shift(); rows; rows = held.shift()) yield give(rows, false);
  };
  for await (const batch of batches) {
    for (const row of batch) {
      if (page.length === PAGE) {
        held.push(page);
        page = [];
      }
      page.push(row);
      count(row, tally);
    }
    if (!giving && tally.rows < HELD) continue;
    giving = true;
    refuseBad(tally, rules);
    yield* giveHeld();
  }
  refuseBad(tally, rules);
  yield* giveHeld();
  yield give(page, true);
}

interface Tally {
  rows: number;
  bad: number;
  readonly reasons: Map<string, number>;
  first: string;
}

function count(row: Mapped, tally: Tally): void {
  if (row.kind === "ignored") return;
  tally.rows += 1;
  // A row that is still to come is no sign of a changed file.
  if (row.kind !== "rejected" || row.reason === "future") return;
  tally.bad += 1;
  tally.reasons.set(row.reason, (tally.reasons.get(row.reason) ?? 0) + 1);
  if (tally.first === "") tally.first = `${row.position}: ${row.field ? `${row.field}: ` : ""}${row.detail}`;
}

function refuseBad(tally: Tally, rules: PageRules): void {
  if (tally.bad < FEWEST_BAD || tally.bad <= tally.rows * rules.maxBad) return;
  const reasons = [...tally.reasons].map(([reason, n]) => `${n} ${reason}`).join(", ");
  throw new FeedChanged(
    `invalid file: ${rules.file}: ${tally.bad} of ${tally.rows} rows are bad (${reasons}); first: ${tally.first}; ` +
      "correct the file or the options, or raise max_bad",
  );
}
