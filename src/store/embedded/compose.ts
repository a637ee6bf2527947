/** The text that goes to the engine: the client's statement with the place of its result or of its data written in,
 *  and a mark by which the running query can be found and ended. */
import { CODES, engineError } from "./engine-error.ts";
import type { Statement } from "./statement.ts";

/** A statement's bytes; positions in {@link Statement} are byte offsets in them. */
export interface SourceText {
  readonly bytes: Buffer;
  readonly statement: Statement;
}

/** Where an insert's data lie. `compression` is ClickHouse's name of it, `none` included. */
export interface DataFile {
  readonly path: string;
  readonly compression: string;
}

/** @throws EngineError for what a ClickHouse server refuses over HTTP as well. */
export function refuseUnfit({ statement }: SourceText, params: Readonly<Record<string, string>>): void {
  if (statement.verb === "") throw engineError(CODES.syntax, "Empty query.", "SYNTAX_ERROR");
  if (statement.second !== undefined) {
    const where = `failed at position ${statement.end + 1} (end of query)`;
    throw engineError(
      CODES.syntax,
      `Syntax error (Multi-statements are not allowed): ${where}.`,
      "SYNTAX_ERROR",
    );
  }
  if (statement.namesFile && statement.kind === "insert") {
    const text = "Query has infile and was send directly to server";
    throw engineError(CODES.unknownTypeOfQuery, text, "UNKNOWN_TYPE_OF_QUERY");
  }
  if (statement.namesFile) {
    throw engineError(CODES.outfileNotAllowed, "INTO OUTFILE is not allowed", "INTO_OUTFILE_NOT_ALLOWED");
  }
  const missing = [...statement.placeholders].find((name) => !Object.hasOwn(params, name));
  if (missing !== undefined && statement.kind === "insert") {
    // Other statements leave this to the engine; inserts would find what an earlier one set.
    throw engineError(
      CODES.unknownParameter,
      `Substitution \`${missing}\` is not set.`,
      "UNKNOWN_QUERY_PARAMETER",
    );
  }
}

/** A reading statement whose result goes to a pipe. */
export function readSql(text: SourceText, format: string, pipe: string, mark: string): string {
  const { end, format: clause } = text.statement;
  const behind = clause ? slice(text, clause.end, end) : "";
  const result = `INTO OUTFILE '${pipe}' TRUNCATE FORMAT ${format}`;
  return `${slice(text, 0, clause?.start ?? end)} ${comment(mark)} ${result} ${behind}`;
}

/** Any other statement, as it is. */
export function commandSql(text: SourceText, mark: string): string {
  return `${slice(text, 0, text.statement.end)} ${comment(mark)}`;
}

/** An insert, its data read from a file when it has any. */
export function insertSql(text: SourceText, file: DataFile | undefined, mark: string): string {
  const { data } = text.statement;
  if (!data || !file) return commandSql(text, mark);
  const { input, fileAt, headEnd, format } = data;
  if (input) {
    const call = `file('${file.path}', '${format}', ${input.name}, '${file.compression}')`;
    return `${slice(text, 0, input.start)}${call}${slice(text, input.end, headEnd)} ${comment(mark)}`;
  }
  const from = `FROM INFILE '${file.path}' COMPRESSION '${file.compression}'`;
  return `${slice(text, 0, fileAt)} ${comment(mark)} ${from} ${slice(text, fileAt, headEnd)} FORMAT ${format}`;
}

/** Ends every running query that carries a mark. */
export function killSql(mark: string): string {
  // The mark is cut in two, so that this statement and its own look into system.processes do not carry it.
  const [head, tail] = [mark.slice(0, 8), mark.slice(8)];
  return `KILL QUERY WHERE position(query, concat('${head}', '${tail}')) > 0 ASYNC`;
}

function comment(mark: string): string {
  return `/*${mark}*/`;
}

function slice({ bytes }: SourceText, start: number, end: number): string {
  return bytes.toString("utf8", start, end);
}
