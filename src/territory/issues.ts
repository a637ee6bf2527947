/** What zod found, in words that say what to do. */
import { z } from "zod";
import { didYouMean } from "../domain/closest.ts";
import { remedyFor } from "../domain/issue-words.ts";
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
