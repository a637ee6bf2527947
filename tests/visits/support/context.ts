/** A context of visits without a store: what each feed reached is said by the test. */
import type { Site } from "../../../src/domain/site.ts";
import { MINUTE, QUARTER } from "../../../src/domain/time.ts";
import { contextOf, type VisitContext } from "../../../src/visits/context.ts";
import type { QuarterRow } from "../../../src/visits/evidence.ts";
import type { Reach } from "../../../src/visits/reach.ts";
import { NOW, viewTerritory } from "../../views/support/world.ts";

export const territory = viewTerritory();

/** Feeds of the territory with what they deliver. */
const FEEDS = [
  ["till", "tank", "admissions"],
  ["tank-door", "tank", "entries"],
  ["labo-door", "labo", "entries"],
  ["hand", "esnes", "manual"],
] as const;

export interface Known {
  readonly now?: number;
  /** Watermark of the till. */
  readonly tillTo?: number;
  /** First day of every feed. */
  readonly since?: string;
  /** Newest end by feed; default `now`. */
  readonly ends?: Readonly<Record<string, number>>;
}

export function contextWith({
  now = NOW,
  tillTo = now,
  since = "2024-01-01",
  ends = {},
}: Known = {}): VisitContext {
  const reach = FEEDS.map(([feed, site, measure]): Reach => {
    return { feed, site, measure, first_day: since, last_end: ends[feed] ?? now };
  });
  return contextOf(territory, now, reach, [{ feed: "till", observed_to: tillTo }]);
}

/** Quarter hours of a feed from `from` to `to` with `value` each. */
export function quarters(
  feed: string,
  measure: string,
  from: number,
  to: number,
  value: number,
  minutes = 15,
): QuarterRow[] {
  const width = Math.max(QUARTER, minutes * MINUTE);
  return Array.from({ length: Math.round((to - from) / width) }, (_, i) => {
    return { feed, measure, start: from + i * width, value, minutes };
  });
}

export function site(id: string): Site {
  const found = territory.sites.find((s) => s.id === id);
  if (!found) throw new RangeError(`invalid site: ${id}`);
  return found;
}
