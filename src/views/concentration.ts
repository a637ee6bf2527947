/** How far visits rest on few sites. Pure. */
import type { z } from "zod";
import type { Concentration } from "../contract/comparison.ts";

/** @param visits one number a site, not negative. Null for fewer than two sites or no visit at all.
 *  SOURCE: Hirschman, The paternity of an index, 1964; effective number: Laakso & Taagepera 1979. */
export function concentrationOf(visits: readonly number[]): z.output<typeof Concentration> | null {
  const total = visits.reduce((sum, n) => sum + n, 0);
  const sites = visits.length;
  if (sites < 2 || total <= 0) return null;
  const hhi = visits.reduce((sum, n) => sum + (n / total) ** 2, 0);
  const normalised = Math.max(0, (hhi - 1 / sites) / (1 - 1 / sites));
  return { sites, visits: total, hhi, normalised, effective: 1 / hhi };
}
