/** What a statement is and where its clauses stand, so that the gateway can name the place of its result or its
 *  data. The engine stays the judge of the syntax: whatever is not recognised passes through as it is. */
import { type Token, tokenise } from "./tokens.ts";

/** Positions are offsets in the text that was given. */
export interface Statement {
  /** `read` gives rows of any number, `insert` writes them, `command` is everything else (SHOW and DESCRIBE too). */
  readonly kind: "read" | "insert" | "command";
  /** First keyword, in capitals; empty when there is no statement at all. */
  readonly verb: string;
  /** End of the last token that counts: without closing `;`, comments and data. */
  readonly end: number;
  /** The closing `FORMAT name`. */
  readonly format?: Clause;
  /** Where the data of an insert begin and where their file is to be named. */
  readonly data?: InsertData;
  /** Position of a second statement behind a `;`. */
  readonly second?: number;
  /** Names in `{name:Type}` placeholders. */
  readonly placeholders: ReadonlySet<string>;
  /** INTO OUTFILE or FROM INFILE, which a server refuses over HTTP. */
  readonly namesFile: boolean;
  /** CREATE TEMPORARY … */
  readonly temporary: boolean;
}

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

interface InsertData {
  /** Format of the data, such as `Values` or `JSONEachRow`. */
  readonly format: string;
  /** `FROM INFILE …` goes here. */
  readonly fileAt: number;
  /** The statement proper ends here, in front of VALUES or FORMAT. */
  readonly headEnd: number;
  /** First byte of the data. */
  readonly from: number;
  /** `input('structure')` of an INSERT SELECT over its own data. */
  readonly input?: Clause;
}

// TRICKY: INTO OUTFILE behind EXPLAIN AST would belong to the query explained. The results of SHOW and the like are
// short, so they need no pipe.
const STREAMED = new Set(["SELECT", "WITH", "FROM"]);

const VALUES_READ = 262_144;

/** Reads one statement. `sql` may be cut short (long inserts): what stands beyond is taken for data. */
export function analyse(sql: string): Statement {
  const words = new Reader(sql);
  const verb = words.verb();
  if (verb === "INSERT") return analyseInsert(words);
  const all = words.rest();
  const format = closingFormat(all);
  const streamed = STREAMED.has(verb) && !follows(all, "INSERT", "INTO"); // WITH … INSERT INTO … SELECT
  return {
    kind: streamed ? "read" : "command",
    verb,
    end: words.end,
    ...(format && { format }),
    ...(words.second !== undefined && { second: words.second }),
    placeholders: words.placeholders,
    namesFile: follows(all, "INTO", "OUTFILE"),
    temporary: verb === "CREATE" && all.slice(0, 4).some((word) => word.upper === "TEMPORARY"),
  };
}

/** A word or symbol outside all brackets, with its text. */
interface Top {
  readonly token: Token;
  readonly text: string;
  readonly upper: string;
}

/** Walks the tokens once and keeps count of brackets, placeholders and the end. */
class Reader {
  readonly placeholders = new Set<string>();
  readonly sql: string;
  end = 0;
  second: number | undefined;
  private depth = 0;
  private opening: string[] = [];
  private readonly tokens: Iterator<Token, undefined>;

  constructor(sql: string) {
    this.sql = sql;
    this.tokens = tokenise(sql);
  }

  /** First word, behind any opening brackets, which do not count as such. */
  verb(): string {
    for (;;) {
      const token = this.step();
      if (!token) return "";
      const text = this.sql.slice(token.start, token.end);
      if (text !== "(" && text !== ";") return text.toUpperCase();
    }
  }

  /** Next word or symbol outside brackets, undefined at the end. */
  next(): Top | undefined {
    for (;;) {
      const before = this.depth;
      const token = this.step();
      if (!token) return undefined;
      if (before > 0 || this.depth > 0) continue;
      const text = this.sql.slice(token.start, token.end);
      return { token, text, upper: token.kind === "word" ? text.toUpperCase() : text };
    }
  }

  rest(): Top[] {
    const all: Top[] = [];
    for (let top = this.next(); top; top = this.next()) all.push(top);
    return all;
  }

  private step(): Token | undefined {
    const { value: token } = this.tokens.next();
    if (!token) return undefined;
    const text = token.kind === "symbol" ? this.sql[token.start] : "";
    if (text === ";" && this.depth === 0) {
      const following = this.tokens.next().value;
      if (following && this.sql[following.start] !== ";" && this.end > 0) this.second = following.start;
      return undefined;
    }
    if (text === "(" || text === "[" || text === "{") this.depth++;
    if (text === ")" || text === "]" || text === "}") this.depth = Math.max(0, this.depth - 1);
    this.notePlaceholder(token);
    this.end = token.end;
    return token;
  }

  private notePlaceholder(token: Token): void {
    this.opening = [
      ...this.opening.slice(-2),
      this.sql.slice(token.start, Math.min(token.end, token.start + 128)),
    ];
    const [brace, name, colon] = this.opening;
    if (brace === "{" && colon === ":" && name !== undefined) this.placeholders.add(name);
  }
}

/** The last `FORMAT name` that ends the statement or stands before its SETTINGS. */
function closingFormat(all: readonly Top[]): Clause | undefined {
  for (let i = all.length - 2; i >= 0; i--) {
    const [word, name, after] = [all[i], all[i + 1], all[i + 2]];
    if (word?.upper !== "FORMAT" || word.token.kind !== "word" || name?.token.kind !== "word") continue;
    if (after !== undefined && after.upper !== "SETTINGS" && after.upper !== "INTO") continue;
    return { start: word.token.start, end: name.token.end, name: name.text };
  }
  return undefined;
}

function follows(all: readonly Top[], first: string, second: string): boolean {
  return all.some((word, i) => word.upper === first && all[i + 1]?.upper === second);
}

function analyseInsert(words: Reader): Statement {
  let fileAt: number | undefined;
  let select: number | undefined;
  let previous = "";
  let namesFile = false;
  const make = (data?: InsertData): Statement => ({
    kind: "insert",
    verb: "INSERT",
    end: data ? data.headEnd : words.end,
    ...(data && { data }),
    ...(words.second !== undefined && { second: words.second }),
    placeholders: words.placeholders,
    namesFile,
    temporary: false,
  });
  for (let top = words.next(); top; top = words.next()) {
    const { upper, token } = top;
    // TRICKY: a table may be called `values` or `format`: right behind INTO, TABLE or a dot it is a name.
    const isName = previous === "INTO" || previous === "TABLE" || previous === "." || token.kind !== "word";
    previous = upper;
    if (isName) continue;
    if (upper === "INFILE") namesFile = true;
    if (upper === "SELECT" || upper === "WITH") select ??= token.start;
    if (upper === "SETTINGS" && select === undefined) fileAt ??= token.start;
    if (upper === "VALUES" && select === undefined) {
      const data = { format: "Values", fileAt: fileAt ?? token.start, headEnd: token.start, from: token.end };
      // The engine reads such data up to a `;` and passes over what follows; a server refuses it.
      if (words.sql.length - token.end < VALUES_READ) words.rest();
      return make(data);
    }
    if (upper !== "FORMAT") continue;
    const input = select === undefined ? undefined : findInput(words.sql, select, token.start);
    if (select !== undefined && !input) continue;
    const name = words.next();
    if (name?.token.kind !== "word") return make();
    return make({
      format: name.text,
      fileAt: fileAt ?? token.start,
      headEnd: token.start,
      from: skipToData(words.sql, name.token.end),
      ...(input && { input }),
    });
  }
  return make();
}

/** Data begin on the line after `FORMAT name`, or behind the blanks when they share the line (or behind a `;`). */
function skipToData(sql: string, from: number): number {
  const blank = /[ \t\f]*;?[ \t\f]*\r?\n?/y;
  blank.lastIndex = from;
  return blank.test(sql) ? blank.lastIndex : from;
}

/** The call `input('structure')` between two positions; its name is the structure with its quotes. */
function findInput(sql: string, from: number, to: number): Clause | undefined {
  const window: Token[] = [];
  for (const token of tokenise(sql.slice(0, to), from)) {
    window.push(token);
    const [name, open, structure, close] = window.slice(-4);
    if (!name || !open || !structure || !close || structure.kind !== "string") continue;
    if (sql.slice(name.start, name.end).toLowerCase() !== "input") continue;
    if (sql[open.start] !== "(" || sql[close.start] !== ")") continue;
    return { start: name.start, end: close.end, name: sql.slice(structure.start, structure.end) };
  }
  return undefined;
}
