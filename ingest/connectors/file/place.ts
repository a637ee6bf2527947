/** Which site and gate a row is about. One {@link Series} per pair, found again by the row's own words. */
import { type SeriesClock, seriesClock } from "../../format/clock-changes.ts";
import type { FilePlan } from "./plan.ts";

/** One counting series of a file. */
export interface Series {
  readonly site: string;
  readonly gate: string | undefined;
  /** Beginning of the keys of its facts. */
  readonly prefix: string;
  /** The same with each of the placer's `suffixes` behind it. */
  readonly stems: readonly string[];
  /** Where the reading of this file stands on the wall clock. */
  readonly clock: SeriesClock;
}

/** Finds the series of a row by its site cell and gate cell ("" where there is no such column). `unlisted` when the
 *  territory or the options do not know it. */
export type Placer = (siteCell: string, gateCell: string) => Series | "unlisted";

const LONGEST_GATE = 64;
/** Pairs remembered; a file of nonsense must not fill memory. */
const MOST_UNLISTED = 10_000;

/** `suffixes`: what the keys of one row's facts have behind the prefix. */
export function placer(plan: FilePlan, suffixes: readonly string[]): Placer {
  const bySite = new Map<string, Map<string, Series | "unlisted">>();
  return (siteCell, gateCell) => {
    let gates = bySite.get(siteCell);
    if (!gates) {
      gates = new Map();
      // TRICKY: a cell is a slice of the chunk it came in and would keep the whole chunk in memory; copy the key.
      if (bySite.size < MOST_UNLISTED) bySite.set(copied(siteCell), gates);
    }
    let found = gates.get(gateCell);
    if (found === undefined) {
      found = findSeries(plan, siteCell.trim(), gateCell.trim(), suffixes);
      if (found !== "unlisted" || gates.size < MOST_UNLISTED) gates.set(copied(gateCell), found);
    }
    return found;
  };
}

function copied(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function findSeries(
  plan: FilePlan,
  siteCell: string,
  gateCell: string,
  suffixes: readonly string[],
): Series | "unlisted" {
  const { columns, sites, gates } = plan.options;
  let site: string | undefined = plan.site;
  if (columns.site !== undefined) site = sites ? own(sites, siteCell) : siteCell;
  let gate: string | undefined = gateCell === "" ? undefined : copied(gateCell);
  if (columns.gate !== undefined && gates) {
    const known = own(gates, gateCell);
    if (known === undefined) return "unlisted";
    if (typeof known === "string") gate = known;
    else {
      site = known.site;
      gate = known.gate;
    }
  }
  if (site === undefined || !plan.sites.has(site) || (gate?.length ?? 0) > LONGEST_GATE) return "unlisted";
  const prefix = `${site}/${gate ?? ""}/`;
  return { site, gate, prefix, stems: suffixes.map((suffix) => prefix + suffix), clock: seriesClock() };
}

function own<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
