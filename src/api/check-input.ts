/** Body and path of a writing route checked against its schema, every fault at once. */
import { z } from "zod";
import type { Action } from "../contract/action.ts";
import type { ProblemFault } from "../contract/problem.ts";
import { remedyOf, unknownSite } from "./check-query.ts";
import { nearest } from "./nearest.ts";
import { faulty, shorten } from "./raw-query.ts";

/** @param body as it was parsed. @param path parts of the address by name; they win over the body
 *  @throws Problem 400 with every fault, 404 for an unknown `site` */
export function checkInput<Input extends z.ZodObject>(
  { input }: Action<Input>,
  body: unknown,
  path: Readonly<Record<string, string>>,
  siteIds: readonly string[],
): z.output<Input> {
  const fields = z.record(z.string(), z.unknown()).safeParse(body ?? {});
  if (!fields.success) throw faulty([{ path: "body", value: shown(body), remedy: "an object is expected" }]);
  const sent = { ...fields.data, ...path };
  const parsed = input.safeParse(sent);
  if (!parsed.success) {
    const known = Object.keys(input.shape);
    throw faulty(parsed.error.issues.flatMap((issue) => faultsOf(issue, sent, known)));
  }
  const { site } = sent;
  if (typeof site === "string" && !siteIds.includes(site)) throw unknownSite(site, siteIds);
  return parsed.data;
}

function faultsOf(issue: z.core.$ZodIssue, sent: unknown, known: readonly string[]): ProblemFault[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const remedy = near ? `did you mean ${near}?` : "there is no such field";
      return { path: shorten([...path, key].join(".")), value: shown(valueAt(sent, [...path, key])), remedy };
    });
  }
  const value = valueAt(sent, path);
  const remedy = value === undefined ? "it is required" : remedyOf(issue);
  return [{ path: path.join("."), value: shown(value), remedy }];
}

function valueAt(sent: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return found[Number(key)];
    return z.record(z.string(), z.unknown()).safeParse(found).data?.[key];
  }, sent);
}

function shown(value: unknown): string {
  if (value === undefined) return "";
  return shorten(typeof value === "string" ? value : JSON.stringify(value));
}
