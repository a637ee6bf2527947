/** The query of an address as plain text by name, before any schema looks at it. */
import type { ProblemFault } from "../contract/problem.ts";
import { nearest } from "./nearest.ts";
import { Problem } from "./problem.ts";

export type RawQuery = Readonly<Record<string, string>>;

/** Sorted by name. Empty values count as absent (forms send them); a parameter given more than once is joined with
 *  commas (check boxes of a form without script). `sites` is a set: sorted, each once; so equal questions are equal. */
export function rawQuery(address: string): RawQuery {
  const mark = address.indexOf("?");
  const raw: Record<string, string> = Object.create(null);
  if (mark < 0) return raw;
  const given = new URLSearchParams(address.slice(mark + 1));
  given.sort();
  for (const [name, value] of given) {
    if (value === "") continue;
    raw[name] = raw[name] === undefined ? value : `${raw[name]},${value}`;
  }
  if (raw.sites !== undefined)
    raw.sites = [...new Set(raw.sites.split(",").filter(Boolean))].sort().join(",");
  return raw;
}

/** @throws Problem 400 naming every parameter that is not in `known`, each with the closest known name. */
export function refuseUnknown(raw: RawQuery, known: readonly string[]): void {
  const errors = Object.keys(raw)
    .filter((name) => !known.includes(name))
    .map((name): ProblemFault => {
      const near = nearest(name, known);
      const remedy = near ? `did you mean ${near}?` : `known parameters: ${known.join(", ")}`;
      return { path: shorten(name), value: shorten(raw[name] ?? ""), remedy };
    });
  if (errors.length > 0) throw faulty(errors, "unknown parameter");
}

/** One problem for all faults; its detail is the first of them. */
export function faulty(errors: readonly ProblemFault[], what = "invalid"): Problem {
  const [first] = errors;
  const message = first?.value === "" && what === "invalid" ? `missing ${first.path}: ${first.remedy}` : null;
  const detail = what === "invalid" ? `${first?.path}: ${first?.value}` : `: ${first?.path}`;
  return new Problem(
    "invalid-parameter",
    message ?? `${what === "invalid" ? "invalid " : what}${detail} (${first?.remedy})`,
    {
      errors,
    },
  );
}

/** What was sent, cut where it would only be noise. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Only the parameters in `known`, for pages: an address with a tracking parameter still opens. */
export function onlyKnown(raw: RawQuery, known: readonly string[]): RawQuery {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => known.includes(name)));
}
