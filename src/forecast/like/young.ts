/** Which series are too young for the other models, and which are old enough to help them. */
import { refusalOf } from "../base/refusal.ts";
import type { Site } from "../base/site.ts";

/** Observed days below which nothing can be said. */
const FEWEST = 7;
/** Days without any observation before the origin after which it refuses: what was seen first says nothing now. */
const LONGEST_SILENCE = 28;

/** Why a series is not forecast from like sites; undefined when it is young and can be. */
export function notYoung(site: Site): string | undefined {
  if (refusalOf(site) === undefined) return "history long enough for other models";
  const seen = site.table.totals.reduce((n, total) => n + (Number.isNaN(total) ? 0 : 1), 0);
  if (seen < FEWEST) return `history too short: ${seen} days observed (${FEWEST} are needed)`;
  const last = site.table.totals.findLastIndex((total) => !Number.isNaN(total));
  const silent = Math.floor(site.table.known / site.table.slots) - 1 - last;
  return silent > LONGEST_SILENCE ? `nothing observed for ${silent} days` : undefined;
}

/** True where a site knew enough on a day (index) to stand beside a young one. */
export function canHelp(site: Site, originDay: number): boolean {
  return refusalOf(site) === undefined && originDay - site.firstSeen >= 56;
}
