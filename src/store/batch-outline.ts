/** What a batch touches, found in one pass over its records: spans of time and local days per site, and whether it
 *  names a fact twice. */
import type { SourceRecord } from "../domain/record.ts";
import type { Instant, LocalDate } from "../domain/time.ts";

/** The part of a batch that lies at one site. Instants are the first and the last `at`, both inclusive. */
export interface SiteOutline {
  readonly site: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly days: readonly LocalDate[];
}

export interface BatchOutline {
  readonly sites: readonly SiteOutline[];
  /** True when two records have the same site, instant and key: which of them holds is then to be decided. */
  readonly repeats: boolean;
}

interface Seen {
  first: Instant;
  last: Instant;
  day: LocalDate;
  readonly days: Set<LocalDate>;
  /** Instant and keys of the records just before this one; only those can repeat while time goes on. */
  at: Instant;
  keys: string[];
}

/** First and last instant over all sites, both inclusive. */
export function spanOf({ sites }: BatchOutline): { readonly from: Instant; readonly to: Instant } {
  return {
    from: sites.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
    to: sites.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
  };
}

/** More records than this at one instant of a site are compared by a set. */
const FEW = 64;

/** Outlines a batch; `dayOf` gives the local day of an instant. */
export function outline(records: readonly SourceRecord[], dayOf: (at: Instant) => LocalDate): BatchOutline {
  const bySite = new Map<string, Seen>();
  let repeats = false;
  let doubtful = false;
  for (const { site, at, key } of records) {
    const day = dayOf(at);
    const seen = bySite.get(site);
    if (!seen) {
      bySite.set(site, { first: at, last: at, day, days: new Set([day]), at, keys: [key] });
      continue;
    }
    if (day !== seen.day) {
      seen.day = day;
      seen.days.add(day);
    }
    if (at > seen.last) seen.last = at;
    else if (at < seen.first) seen.first = at;
    if (at > seen.at) {
      seen.at = at;
      seen.keys.length = 0;
      seen.keys.push(key);
    } else if (at === seen.at && seen.keys.length < FEW) {
      repeats ||= seen.keys.includes(key);
      seen.keys.push(key);
    } else doubtful = true;
  }
  return {
    sites: [...bySite].map(([site, { first, last, days }]) => ({ site, first, last, days: [...days] })),
    repeats: repeats || (doubtful && namesTwice(records)),
  };
}

/** The long way, for records that do not come in the order of time. */
function namesTwice(records: readonly SourceRecord[]): boolean {
  return new Set(records.map((r) => `${r.site}\u0000${r.at}\u0000${r.key}`)).size < records.length;
}
