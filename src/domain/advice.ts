/** What was decided about a piece of advice: send visitors of one site to another on a day. */
import { type Instant, isLocalDate, type LocalDate } from "./time.ts";

/** `open` = nothing decided, or a decision taken back. */
export const ADVICE_STATUSES = ["open", "kept", "dismissed"] as const;
export type AdviceStatus = (typeof ADVICE_STATUSES)[number];

/** Why advice is not followed: a closed list, so that nothing about persons is written down.
 *  - `distance`: too far, or no way to get there; `audience`: not for these visitors; `on_site`: something is planned
 *    there, or it is short of people; `forecast`: the forecast looks wrong; `other`: anything else. */
export const DISMISSAL_REASONS = ["distance", "audience", "on_site", "forecast", "other"] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export interface AdviceDecision {
  readonly id: string;
  readonly day: LocalDate;
  readonly from: string;
  readonly to: string;
  readonly status: AdviceStatus;
  /** Null unless dismissed. */
  readonly reason: DismissalReason | null;
  readonly decidedAt: Instant;
}

/** Such as `2026-11-28.tank-1917.archeosite`: the same advice has the same id whenever it is worked out. */
export function adviceId(day: LocalDate, from: string, to: string): string {
  return `${day}.${from}.${to}`;
}

/** Parts of an id; null for anything else. */
export function parseAdviceId(
  id: string,
): { readonly day: LocalDate; readonly from: string; readonly to: string } | null {
  const [day = "", from = "", to = "", ...rest] = id.split(".");
  return isLocalDate(day) && from !== "" && to !== "" && from !== to && rest.length === 0
    ? { day, from, to }
    : null;
}
