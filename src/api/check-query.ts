/** A raw query checked against a route: the schema first, then what a schema cannot know (sites, order of days). */
import type { z } from "zod";
import type { ProblemFault } from "../contract/problem.ts";
import { nearest } from "./nearest.ts";
import { Problem } from "./problem.ts";
import { faulty, type RawQuery, shorten } from "./raw-query.ts";

/** Site ids a query may name. */
export interface KnownSites {
  readonly ids: readonly string[];
  /** True where `territory` may stand for all sites together. */
  readonly territory: boolean;
}

/** @throws Problem 400 with every fault at once; 404 for an unknown `site`. */
export function checkQuery<Query extends z.ZodType>(
  schema: Query,
  raw: RawQuery,
  known: KnownSites,
): z.output<Query> {
  const { format: _format, ...own } = raw;
  const parsed = schema.safeParse(own);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, own));
  const errors = [...faults, ...unknownSites(raw.sites?.split(",") ?? [], known), ...disorder(raw, faults)];
  if (errors.length > 0 || !parsed.success) throw faulty(errors);
  if (raw.site !== undefined && !known.ids.includes(raw.site)) throw unknownSite(raw.site, known.ids);
  return parsed.data;
}

/** 404 for a `site` that is none of `ids`. */
export function unknownSite(site: string, ids: readonly string[]): Problem {
  const [fault] = unknownSites([site], { ids, territory: false });
  return new Problem("unknown-site", `unknown site: ${fault?.value} (${fault?.remedy})`, {
    errors: fault ? [{ ...fault, path: "site" }] : [],
  });
}

function faultOf(issue: z.core.$ZodIssue, raw: RawQuery): ProblemFault {
  const path = issue.path.join(".");
  const value = raw[path];
  if (value === undefined) return { path, value: "", remedy: "it is required" };
  return { path, value: shorten(value), remedy: remedyOf(issue) };
}

/** What to send instead. */
export function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")} is expected`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day YYYY-MM-DD is expected";
  if (issue.code === "invalid_format" && issue.format === "datetime") {
    return "an instant in UTC such as 2026-07-01T00:00:00Z is expected";
  }
  if (issue.code === "too_big") return `at most ${issue.maximum}`;
  if (issue.code === "too_small") return `at least ${issue.minimum}`;
  if (issue.code === "invalid_type") return `a ${issue.expected} is expected`;
  return issue.message;
}

/** Sites listed in a remedy; a national install has thousands. */
const LISTED = 20;

function unknownSites(asked: readonly string[], { ids, territory }: KnownSites): ProblemFault[] {
  const allowed = territory ? ["territory", ...ids] : ids;
  return asked
    .filter((id) => !allowed.includes(id))
    .map((id) => {
      const near = nearest(id, allowed);
      const listed = allowed.slice(0, LISTED).join(", ");
      const names = allowed.length > LISTED ? `${listed}, … (all in /api/v1/sites)` : listed;
      const remedy = `${near ? `did you mean ${near}? ` : ""}known sites: ${names}`;
      return { path: "sites", value: shorten(id), remedy };
    });
}

function disorder({ from, to }: RawQuery, faults: readonly ProblemFault[]): ProblemFault[] {
  if (from === undefined || to === undefined || faults.some(({ path }) => path === "from" || path === "to")) {
    return [];
  }
  return from < to ? [] : [{ path: "to", value: to, remedy: `a day after from (${from}) is expected` }];
}
