/** How a feed stands now, in one of five words, and why. Pure. */
import type { DataReason, SiteDay } from "../../contract/data-state.ts";
import { REASONS } from "../../contract/data-state.ts";
import type { FeedDay } from "../../contract/quality.ts";
import { addDays, type LocalDate } from "../../domain/time.ts";
import type { Freshness } from "../freshness.ts";

export interface FeedStanding {
  readonly health: Freshness["health"];
  /** Status of the last run of each of its streams. */
  readonly statuses: readonly string[];
  /** Its days, oldest first. */
  readonly days: readonly FeedDay[];
  /** Days of its site for which it is the source of truth. */
  readonly siteDays: readonly SiteDay[];
  /** Days of its site whose total it corrected, and how. */
  readonly revised: readonly { readonly kind: string; readonly detectedDay: LocalDate }[];
  readonly today: LocalDate;
}

/** A correction is news for so long. */
const NEWS_DAYS = 7;

export function feedReason(standing: FeedStanding): DataReason {
  const { health, statuses, days, siteDays, revised, today } = standing;
  if (health === "failed") return statuses.includes("held_back") ? "held" : "refused";
  if (health === "silent") return "silent";
  if (health === "late") return "overdue";
  const newest = days.findLast(({ state }) => state !== "rest" && state !== "due");
  if (newest && (newest.state === "missing" || newest.state === "partial")) {
    const shown = siteDays.find(({ day }) => day === newest.day);
    if (shown && REASONS[shown.reason].state === "estimated") return shown.reason;
    return newest.state === "missing" ? "nothing" : "holes";
  }
  const news = revised.filter(({ detectedDay }) => detectedDay > addDays(today, -NEWS_DAYS));
  if (news.length > 0) return news.some(({ kind }) => kind === "corrected") ? "changed" : "added";
  return "heard";
}
