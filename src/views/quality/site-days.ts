/** How the figure of each site stands on each day on which it was open, and why. Pure. */
import type { DataReason, SiteDay } from "../../contract/data-state.ts";
import { REASONS } from "../../contract/data-state.ts";
import type { Site } from "../../domain/site.ts";
import type { LocalDate } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import type { DayVisits } from "../../visits/daily.ts";
import { FULL } from "../../visits/judge.ts";
import { type NetRevision, type Revised, revisedDays } from "../revised.ts";

export interface SiteDayFacts {
  readonly sites: readonly Site[];
  /** As judged, and the same with gaps filled: in the same order. */
  readonly judged: ReadonlyMap<string, readonly DayVisits[]>;
  readonly filled: ReadonlyMap<string, readonly DayVisits[]>;
  readonly revisions: readonly NetRevision[];
}

/** Closed days, and those that have not begun, are left out. */
export function siteDaysOf(facts: SiteDayFacts, context: VisitContext): SiteDay[] {
  return facts.sites.flatMap((site) => {
    const judged = facts.judged.get(site.id) ?? [];
    const filled = facts.filled.get(site.id) ?? [];
    const known = new Map(judged.map(({ day, visits }) => [day, visits]));
    const own = facts.revisions.filter((row) => row.site === site.id);
    const revised = revisedDays(own, [site], context, (day) => known.get(day) ?? null);
    const changed = new Set(own.flatMap(({ kind, day }) => (kind === "corrected" ? [day] : [])));
    const feeds = context.sourcesOf(site)[0]?.feeds ?? [];
    return judged.flatMap((day, i): SiteDay[] => {
      if (day.state === "closed" || (day.visits === null && day.coverage === null)) return [];
      const shown = filled[i] ?? day;
      const correction = revised.get(day.day);
      const reason = reasonOf(day, shown, correction, changed);
      return [
        {
          site: site.id,
          day: day.day,
          state: REASONS[reason].state,
          reason,
          feed: feeds.length === 1 ? (feeds[0] ?? null) : null,
          visits: shown.visits,
          estimated: shown.estimated,
          provisional: day.provisional,
          before: correction?.before ?? null,
          corrected_at: correction?.detected_at ?? null,
        },
      ];
    });
  });
}

function reasonOf(
  day: DayVisits,
  shown: DayVisits,
  correction: Revised | undefined,
  changed: ReadonlySet<LocalDate>,
): DataReason {
  const { coverage, pending } = day;
  if (day.state === "missing") {
    if (shown.visits !== null) return "forecast";
    if (pending) return "awaited";
    return coverage === null || coverage === 0 ? "nothing" : "holes";
  }
  if (day.state === "estimated") return day.by === "share" ? "scaled" : "stand_in";
  if (coverage !== null && coverage < FULL) return pending ? "awaited" : "holes";
  if (correction) return changed.has(day.day) ? "changed" : "added";
  return day.provisional ? "settling" : "complete";
}
