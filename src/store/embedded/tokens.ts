/** Cuts ClickHouse SQL into tokens, well enough to find clauses; comments and white space are left out.
 *  Positions are those of the string given; a byte per character (latin1) makes them byte offsets. */

/** `word` is a keyword or bare name, `string` '…' or a heredoc, `quoted` "…" or `…`, `symbol` anything else. */
export interface Token {
  readonly kind: "word" | "string" | "quoted" | "number" | "symbol";
  readonly start: number;
  /** First position after the token. */
  readonly end: number;
}

const SPACE = /\s/;
const WORD_START = /[A-Za-z_\u0080-\uffff]/;
const WORD = /[\w$\u0080-\uffff]*/y;
const NUMBER = /[\w.]*/y;
const HEREDOC = /\$\w*\$/y;

/** Tokens from `from` on, lazily: what the caller does not ask for is not read. */
export function* tokenise(sql: string, from = 0): Generator<Token, undefined> {
  let at = from;
  while (at < sql.length) {
    const char = sql[at] ?? "";
    const start = at;
    if (SPACE.test(char)) {
      at++;
      continue;
    }
    const comment = endOfComment(sql, at);
    if (comment !== undefined) {
      at = comment;
      continue;
    }
    if (char === "'") {
      at = endOfQuoted(sql, at, char);
      yield { kind: "string", start, end: at };
    } else if (char === '"' || char === "`") {
      at = endOfQuoted(sql, at, char);
      yield { kind: "quoted", start, end: at };
    } else if (char === "$" && sticky(HEREDOC, sql, at) > at) {
      const tag = sql.slice(at, sticky(HEREDOC, sql, at));
      const close = sql.indexOf(tag, at + tag.length);
      at = close < 0 ? sql.length : close + tag.length;
      yield { kind: "string", start, end: at };
    } else if (WORD_START.test(char)) {
      at = sticky(WORD, sql, at);
      yield { kind: "word", start, end: at };
    } else if (char >= "0" && char <= "9") {
      at = sticky(NUMBER, sql, at);
      yield { kind: "number", start, end: at };
    } else {
      at++;
      yield { kind: "symbol", start, end: at };
    }
  }
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function endOfComment(sql: string, at: number): number | undefined {
  const two = sql.slice(at, at + 2);
  if (two === "--" || two === "# " || two === "#!") {
    const line = sql.indexOf("\n", at);
    return line < 0 ? sql.length : line + 1;
  }
  if (two !== "/*") return undefined;
  const close = sql.indexOf("*/", at + 2);
  return close < 0 ? sql.length : close + 2;
}

/** A doubled quote needs no care here: it reads as two strings side by side, which leaves the clauses in place. */
function endOfQuoted(sql: string, at: number, quote: string): number {
  let next = at + 1;
  while (next < sql.length) {
    const char = sql[next];
    if (char === quote) return next + 1;
    next += char === "\\" ? 2 : 1;
  }
  return sql.length;
}
