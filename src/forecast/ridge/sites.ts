/** A history by day → what the calendar regression keeps of each series, and the scale of each covariate. */
import { sitesOf } from "../base/sites.ts";
import type { History } from "../model.ts";
import { issuesOf, type Scale, scaleOf } from "./covariates.ts";
import { lastYearsOfAll } from "./last-years.ts";
import { type RidgeSite, ridgeSite } from "./site.ts";

/** One per series, in their order. @throws RangeError when a series has no calendar. */
export function ridgeSites(history: History): RidgeSite[] {
  const { set, covariates } = history;
  const sites = sitesOf(history).map((base, i) => {
    const issues = (covariates?.[i] ?? []).map((covariate) => issuesOf(covariate, set.axis.count));
    return ridgeSite(base, issues, set.axis.start);
  });
  const allYears = lastYearsOfAll(
    sites.map(({ years }) => years),
    set.axis.count,
  );
  return sites.map((site) => ({ ...site, allYears }));
}

/** By name of a covariate, from what was issued up to the origin. */
export function covariateScales(
  sites: readonly RidgeSite[],
  { set, origin }: History,
): ReadonlyMap<string, Scale> {
  const asOf = set.axis.start[origin] ?? Number.POSITIVE_INFINITY;
  const all = sites.flatMap(({ covariates }) => covariates);
  const names = [...new Set(all.map((issues) => issues.name))].sort();
  return new Map(
    names.map((wanted) => [
      wanted,
      scaleOf(
        all.filter((issues) => issues.name === wanted),
        asOf,
      ),
    ]),
  );
}
