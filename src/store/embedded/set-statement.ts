/** Reads and writes `SET`: the settings a request brings, those a client sets for its session, and the way back. */
import { tokenise } from "./tokens.ts";

/** A text as an SQL string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A name as a quoted identifier. */
export function identifier(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

/** What leads from one set of settings to another: literals to set, or DEFAULT for those no longer wanted. */
export function settingsChange(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): Map<string, string> {
  const change = new Map<string, string>();
  for (const name of from.keys()) if (!to.has(name)) change.set(name, "DEFAULT");
  for (const [name, value] of to) if (from.get(name) !== value) change.set(name, value);
  return change;
}

/** `SET a = …, b = …; `, or nothing when there is nothing to set. Values are literals or DEFAULT. */
export function setStatement(change: ReadonlyMap<string, string>): string {
  if (change.size === 0) return "";
  return `SET ${[...change].map(([name, value]) => `${name} = ${value}`).join(", ")}; `;
}

/** Names and literals of a client's own `SET a = 1, b = 'x'`; empty for `SET ROLE` and the like. */
export function readSet(sql: string): Map<string, string> {
  const found = new Map<string, string>();
  const tokens = [...tokenise(sql)];
  let depth = 0;
  let at = 1; // behind SET
  while (at < tokens.length) {
    const [name, equals] = [tokens[at], tokens[at + 1]];
    if (name?.kind !== "word" || !equals || sql[equals.start] !== "=") return new Map();
    const first = tokens[at + 2];
    let last = first;
    for (at += 2; at < tokens.length; at++) {
      const token = tokens[at];
      const symbol = token?.kind === "symbol" ? (sql[token.start] ?? "") : "";
      if (depth === 0 && (symbol === "," || symbol === ";")) break;
      if ("([{".includes(symbol) && symbol) depth++;
      if (")]}".includes(symbol) && symbol) depth--;
      last = token;
    }
    if (!first || !last) return new Map();
    found.set(sql.slice(name.start, name.end), sql.slice(first.start, last.end));
    at++;
  }
  return found;
}
