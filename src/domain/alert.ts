/** Who is told what, and when: alerts and the morning digest, as the territory file declares them. */
import type { Language } from "./language.ts";

/** One address and how it is written to. */
export interface Recipient {
  /** `mailto:…` or `https://…`; may hold secrets. */
  readonly address: string;
  readonly lang: Language;
  /** Key of the signature under posts to `https://…`; null = unsigned. A secret. */
  readonly secret: string | null;
}

/** How the figure of a site and day may stand, other than up to date. */
export const DOUBTFUL = ["late", "partial", "estimated", "corrected"] as const;
export type Doubtful = (typeof DOUBTFUL)[number];

/** What makes a sensor doubtful. */
export type SuspectKind = "stuck" | "ratio" | "drift" | "clock" | "future";

/** `share` of capacity, 0–1 or more. `feed_silent`: a feed owes news beyond its allowance. `feed_suspect`: a sensor tells
 *  what is hardly true. `data_state`: figures of days that are over stand in one of `states`. `anomaly`: a day far
 *  outside what was forecast the day before. */
export type AlertCondition =
  | { readonly kind: "forecast_occupancy_above" | "occupancy_above"; readonly share: number }
  | { readonly kind: "data_state"; readonly states: readonly Doubtful[] }
  | { readonly kind: "feed_silent" | "feed_suspect" | "anomaly" };
export type AlertKind = AlertCondition["kind"];

/** Minutes of the wall clock; `fromMinute` after `toMinute` = over midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface Alert {
  /** What was sent is remembered under this name: a new one is a new alert. */
  readonly id: string;
  /** Null = every site. */
  readonly site: string | null;
  readonly when: AlertCondition;
  readonly to: readonly Recipient[];
  /** Nothing is sent in these hours; what is still true afterwards is sent then. */
  readonly quiet: QuietHours | null;
}

/** The mail of the morning. */
export interface Digest {
  /** Minutes after local midnight. */
  readonly atMinute: number;
  /** ISO weekdays on which it is sent, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly to: readonly Recipient[];
}

/** True inside quiet hours; the end itself is outside. */
export function isQuiet(quiet: QuietHours | null, minute: number): boolean {
  if (quiet === null) return false;
  const { fromMinute, toMinute } = quiet;
  return fromMinute <= toMinute
    ? fromMinute <= minute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}
