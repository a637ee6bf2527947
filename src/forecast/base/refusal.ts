/** When a site has too little past to be forecast from it. */
import type { Site } from "./site.ts";

/** Days between the first observation and the origin below which it is refused. */
const YOUNGEST = 56;
/** Days without any observation before the origin after which it is refused: a closed season, and some. */
const LONGEST_SILENCE = 240;
/** Days that must have been observed among them. */
const FEWEST = 28;

/** The reason in words; undefined when there is past enough. */
export function refusalOf({ table, firstSeen }: Site): string | undefined {
  const originDay = Math.floor(table.known / table.slots);
  const span = originDay - firstSeen;
  if (span < YOUNGEST) return `history too short: ${Math.max(0, span)} days (8 weeks are needed)`;
  const silent = originDay - 1 - table.totals.findLastIndex((total) => !Number.isNaN(total));
  if (silent > LONGEST_SILENCE) return `nothing observed for ${silent} days`;
  const seen = table.totals.reduce((n, total) => n + (Number.isNaN(total) ? 0 : 1), 0);
  return seen < FEWEST ? `too few days observed: ${seen} (${FEWEST} are needed)` : undefined;
}
