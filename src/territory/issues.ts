/** What zod found, in words that say what to do. */
import { z } from "zod";
import { didYouMean } from "./closest.ts";
import { type Finding, type Path, valueAt } from "./document.ts";
import { territoryJsonSchema } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/** Findings of one issue: an unknown key gives one finding per key. */
export function findingsOf(issue: Issue, data: unknown): Finding[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(territoryJsonSchema(), issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const remedy = `unknown key${didYouMean(key, known)}; known here: ${known.join(", ")}`;
      return { path, value: valueAt(data, path), remedy };
    });
  }
  const value = valueAt(data, issue.path);
  return [{ path: issue.path, value, remedy: remedyFor(issue, value) }];
}

function remedyFor(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_value") {
    const hint = typeof value === "string" ? didYouMean(value, issue.values.map(String)) : "";
    return `expected one of ${issue.values.join(", ")}${hint}`;
  }
  if (issue.code === "invalid_type") {
    if (value === undefined) return `missing: add it, ${article(issue.expected)} is expected`;
    return `expected ${article(issue.expected)}`;
  }
  return issue.message;
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

const JsonSchema = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** Keys that the schema knows at a place of the document. */
function keysAt(schema: unknown, path: Path): string[] {
  const node = JsonSchema.safeParse(schema).data;
  if (!node) return [];
  if (node.anyOf) return node.anyOf.flatMap((one) => keysAt(one, path));
  const [part, ...rest] = path;
  if (part === undefined) return Object.keys(node.properties ?? {});
  return keysAt(typeof part === "number" ? node.items : node.properties?.[String(part)], rest);
}
