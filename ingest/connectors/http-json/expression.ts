/** JSONata expressions of the options: compiled once, checked when the feed is opened, run with limits and without any
 *  way out. What could hang or differ from run to run is refused: regular expressions (a hostile text can keep one busy
 *  for ever), `$eval`, clocks and chance. */
import jsonata from "jsonata";
import { FeedChanged } from "../../../src/domain/errors.ts";

/** Milliseconds, nested calls and items of a list for one evaluation. */
const LIMITS = { timeout: 2000, stack: 200, sequence: 1_000_000 } as const;
const REFUSED = new Set(["eval", "now", "millis", "random", "shuffle"]);

/** A fault of a row that a helper found; the row is set aside with it. */
export class RowFault extends Error {
  readonly reason: "bad_time" | "nonexistent_time" | "ambiguous_time" | "bad_number";
  constructor(reason: RowFault["reason"], message: string) {
    super(message);
    this.name = "RowFault";
    this.reason = reason;
  }
}

export type Evaluate = (input: unknown, bindings: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What is wrong with an expression, in words; undefined when it can be run. */
export function faultOf(text: string): string | undefined {
  try {
    const refused = findRefused(jsonata(text).ast());
    return refused && `${refused} is not allowed in an expression`;
  } catch (error) {
    const message = error instanceof Object && "message" in error ? String(error.message) : "not readable";
    return `expected a JSONata expression: ${message}`;
  }
}

/** @throws FeedChanged when an evaluation fails or passes its limits; RowFault as a helper threw it. */
export function compile(text: string, name: string): Evaluate {
  const expression = jsonata(text, LIMITS);
  return async (input, bindings) => {
    try {
      const result: unknown = await expression.evaluate(input, { ...bindings });
      return result;
    } catch (error) {
      if (error instanceof RowFault) throw error;
      // JSONata's messages quote values, which may be personal: only its code is told.
      const code = error instanceof Object && "code" in error ? String(error.code) : "unknown";
      throw new FeedChanged(`invalid ${name}: the expression failed (JSONata ${code})`);
    }
  };
}

function findRefused(node: unknown, seen = new Set<unknown>()): string | undefined {
  if (!(node instanceof Object) || seen.has(node)) return undefined;
  seen.add(node);
  if ("type" in node && node.type === "regex") return "a regular expression";
  if ("type" in node && node.type === "variable" && "value" in node && REFUSED.has(String(node.value)))
    return `$${node.value}`;
  for (const child of Object.values(node)) {
    const found = findRefused(child, seen);
    if (found) return found;
  }
  return undefined;
}
