/** SQL lives in files: one statement set per file under sql/. Read once, kept. */
import { readFileSync } from "node:fs";

const root = new URL("../../sql/", import.meta.url);
const kept = new Map<string, string>();

/** Text of `sql/<path>.sql`. @throws Error when there is no such file (a mistake in the code, not of a user). */
export function sqlFile(path: string): string {
  let text = kept.get(path);
  if (text === undefined) {
    text = readFileSync(new URL(`${path}.sql`, root), "utf8");
    kept.set(path, text);
  }
  return text;
}

/** Statements of a file: each ends with `;` at the end of a line. Comments stay with the statement they precede. */
export function statements(text: string): string[] {
  return text
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, "").trim() !== "");
}
