/** CSV file → rows with named columns, one after the other, with every fault noted by line. */

import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { ConfigError, type Fault } from "../../domain/errors.ts";

/** Faults shown at most; the rest is counted. */
const SHOWN = 20;

/** Collects faults and throws them together. */
export class Faults {
  readonly #list: Fault[] = [];
  #more = 0;

  add(fault: Fault): void {
    if (this.#list.length < SHOWN) this.#list.push(fault);
    else this.#more++;
  }

  /** @throws ConfigError when any fault was added. */
  throwIfAny(): void {
    if (this.#more > 0) {
      const value = `${this.#more} more faults`;
      this.#list.push({ path: "…", value, remedy: "correct those above first" });
    }
    if (this.#list.length > 0) throw new ConfigError(this.#list);
  }
}

/** One row: cells in the order of the columns asked for, and its line in the file. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Reads the named columns of a CSV file with a header; a column that is absent and optional gives "".
 *  Files ending in .gz are unpacked. others: called with the names of all further columns, whose cells come after.
 *  @throws ConfigError when the file cannot be read, is not CSV or lacks a column. */
export async function* readRows(
  file: string,
  open: (file: string) => Readable,
  wanted: readonly string[],
  optional: readonly string[] = [],
  others?: (names: readonly string[]) => void,
): AsyncGenerator<Row> {
  const parser = parse({ bom: true, relaxColumnCount: true, skipEmptyLines: true, trim: true, info: true });
  const forward = (error: Error) => parser.destroy(error);
  let columns: readonly number[] | undefined;
  try {
    const source = open(file).on("error", forward);
    if (file.endsWith(".gz")) source.pipe(createGunzip().on("error", forward)).pipe(parser);
    else source.pipe(parser);
    for await (const { record, info } of parser) {
      if (columns) yield { cells: columns.map((at) => (at < 0 ? "" : (record[at] ?? ""))), line: info.lines };
      else columns = locate(file, record, [wanted, optional], others);
    }
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const value = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([{ file, path: "file", value, remedy: "give a readable CSV file in UTF-8" }]);
  }
  if (!columns) {
    const remedy = `give a file with the header ${wanted.join(",")}`;
    throw new ConfigError([{ file, path: "line 1", value: "empty file", remedy }]);
  }
}

function locate(
  file: string,
  header: readonly string[],
  [wanted, optional]: readonly [readonly string[], readonly string[]],
  others?: (names: readonly string[]) => void,
): readonly number[] {
  const names = header.map((name) => name.toLowerCase());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const remedy = `name the columns ${wanted.join(",")} in the first line`;
    const value = `no column ${missing.join(", ")} in "${header.join(",").slice(0, 80)}"`;
    throw new ConfigError([{ file, path: "line 1", value, remedy }]);
  }
  const named = [...wanted, ...optional].map((name) => names.indexOf(name));
  const rest = others ? names.flatMap((name, at) => (name === "" || named.includes(at) ? [] : at)) : [];
  others?.(rest.map((at) => names[at] ?? ""));
  return [...named, ...rest];
}
