/** Rows of text → a table: finds the header (below title lines, columns in any order) and hands on the rows beneath.
 *  Columns are asked for by name, by name and occurrence (`Total#2` where a name appears twice), or by number from 1
 *  when the file has no header. */
import { FeedChanged } from "../../src/domain/errors.ts";
import type { TextRow } from "./csv-parser.ts";
import { plainName } from "./names.ts";

/** How a feed names a column. */
export type ColumnRef = string | number;

export interface Table {
  /** Position in `fields` of each column asked for, in the order asked. */
  readonly positions: readonly number[];
  /** Number of columns; undefined without a header. */
  readonly width: number | undefined;
  /** Names asked for that the header holds more than once: the first one is read. */
  readonly doubled: readonly string[];
  /** Names of the columns that were not asked for, in plain form, 40 at most and cut; empty without a header. */
  readonly unread: readonly string[];
  /** Rows below the header. */
  readonly rows: AsyncIterable<readonly TextRow[]>;
}

/** Rows within which the header must stand. */
const TITLE_ROWS = 50;

/** Unread columns named, and letters of a name: what a source sends is not trusted to be short. */
const MOST_UNREAD = 40;

/** No row holds any of the columns: perhaps not a table at all. */
export class NoTable extends FeedChanged {
  constructor(message: string) {
    super(message);
    this.name = "NoTable";
  }
}

/** Opens a table.
 *  @throws FeedChanged naming expected and found columns when no row within the first 50 holds all of them. */
export async function openTable(
  batches: AsyncIterable<readonly TextRow[]>,
  columns: readonly ColumnRef[],
): Promise<Table> {
  const numbers = columns.filter((column) => typeof column === "number");
  if (numbers.length === columns.length) {
    return { positions: numbers.map((n) => n - 1), width: undefined, doubled: [], unread: [], rows: batches };
  }
  const iterator = batches[Symbol.asyncIterator]();
  const seen: TextRow[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    for (let i = 0; i < next.value.length; i += 1) {
      const row = next.value[i];
      if (!row) continue;
      const header = readHeader(row, columns);
      if (header) return { ...header, rows: following(next.value.slice(i + 1), iterator) };
      seen.push(row);
      if (seen.length >= TITLE_ROWS) break;
    }
    if (seen.length >= TITLE_ROWS) break;
  }
  await iterator.return?.(undefined);
  throw missing(seen, columns);
}

async function* following(
  first: readonly TextRow[],
  iterator: AsyncIterator<readonly TextRow[]>,
): AsyncGenerator<readonly TextRow[]> {
  try {
    yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.(undefined);
  }
}

function readHeader(row: TextRow, columns: readonly ColumnRef[]): Omit<Table, "rows"> | undefined {
  const names = row.fields.map(plainName);
  const positions = columns.map((column) => findColumn(names, column));
  if (positions.includes(-1)) return undefined;
  const doubled = columns.filter(
    (column): column is string =>
      typeof column === "string" && names.indexOf(plainName(column)) !== names.lastIndexOf(plainName(column)),
  );
  const unread = names.filter((name, i) => name !== "" && !positions.includes(i)).slice(0, MOST_UNREAD);
  return {
    positions,
    width: names.length,
    doubled,
    unread: unread.map((name) => name.slice(0, MOST_UNREAD)),
  };
}

/** Position of a column in a header of plain names, or -1. */
function findColumn(names: readonly string[], column: ColumnRef): number {
  if (typeof column === "number") return column <= names.length ? column - 1 : -1;
  const exact = names.indexOf(plainName(column));
  if (exact !== -1) return exact;
  const [, name, occurrence] = /^(.*)#(\d+)$/.exec(column) ?? [];
  if (name === undefined) return -1;
  let position = -1;
  for (let n = Number(occurrence); n > 0; n -= 1) {
    position = names.indexOf(plainName(name), position + 1);
    if (position === -1) return -1;
  }
  return position;
}

/** Names are shown only of a row that holds at least one expected column: a file without a header has people's
 *  data in its first row. */
function missing(rows: readonly TextRow[], columns: readonly ColumnRef[]): FeedChanged {
  const expected = columns.map(String).join(", ");
  let found: { names: readonly string[]; hits: number } = { names: [], hits: 0 };
  for (const row of rows) {
    const names = row.fields.map(plainName);
    const hits = columns.filter((column) => findColumn(names, column) !== -1).length;
    if (hits > found.hits) found = { names: row.fields, hits };
  }
  if (found.hits > 0) {
    const absent = columns.filter((column) => findColumn(found.names.map(plainName), column) === -1);
    const shown = found.names.slice(0, 40).map((name) => name.trim().slice(0, 40));
    return new FeedChanged(
      `invalid header: missing ${absent.join(", ")}; expected ${expected}; found ${shown.join(", ")}`,
    );
  }
  const width = rows.find((row) => row.fields.length > 1)?.fields.length ?? rows[0]?.fields.length ?? 0;
  return new NoTable(
    `invalid header: none of ${expected} in the first ${rows.length} rows (${width} columns); check columns and separator`,
  );
}
