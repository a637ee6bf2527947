/** What a schema found wrong with a value that a person wrote, in words that say what to do. */
import { didYouMean } from "./closest.ts";

/** The parts of a schema's finding that are looked at. `errors` are those of each form that a value might have,
 *  `options` the words that tell forms apart. */
export interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly path?: readonly PropertyKey[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** @param value what was written, undefined when nothing was */
export function remedyFor(issue: Issue, value: unknown): string {
  const { code, expected } = issue;
  const values = code === "invalid_value" ? issue.values : issue.options;
  if (values) {
    const hint = typeof value === "string" ? didYouMean(value, values.map(String)) : "";
    return `expected one of ${values.map(String).join(", ")}${hint}`;
  }
  if (code === "invalid_type" && expected !== undefined) {
    if (value === undefined) return `missing: add it, ${article(expected)} is expected`;
    return `expected ${article(expected)}`;
  }
  if (code === "invalid_union") return ofForms(issue, value) ?? issue.message;
  return issue.message;
}

/** A value that might have several forms and has none: what each of them wants, as far as it is about the value whole. */
function ofForms({ errors = [] }: Issue, value: unknown): string | undefined {
  const whole = errors.flatMap(([first]) => (first && (first.path ?? []).length === 0 ? [first] : []));
  if (whole.length === 0 || whole.length < errors.length) return undefined;
  const wanted = whole.map((one) => remedyFor(one, value).replace(/^expected (?:one of )?/, ""));
  return value === undefined ? wanted[0] : `expected ${[...new Set(wanted)].join(", or ")}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list [ … ]",
  tuple: "a list [ … ]",
  object: "a group of keys { … }",
  record: "a group of keys { … }",
};

function article(expected: string): string {
  return TYPES[expected] ?? expected;
}
