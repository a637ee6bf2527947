/** Why a day may have been unusual: what is known about it, weighed and ranked. A cause is likely, never proven. */

/** What is known about one unusual day of one site. */
export interface DayEvidence {
  /** People measured, and the median that was promised. */
  readonly measured: number;
  readonly expected: number;
  /** Longest run of open hours without anybody where some were due, and of hours with one and the same count. */
  readonly silentHours: number;
  readonly stuckHours: number;
  /** Log of the site's other source over this one less its usual, in its own standard deviations; NaN = no other. */
  readonly otherSource: number;
  /** People that corrections added since the day was over. */
  readonly revised: number;
  /** Names of what was on, and whether the forecast knew of it. */
  readonly events: readonly { readonly id: string; readonly foreseen: boolean }[];
  /** What came less what was forecast for the day that morning, °C and mm; NaN = not known. */
  readonly warmer: number;
  readonly wetter: number;
  /** Other sites that were scored, and those that lay outside their own band on the same side. */
  readonly others: number;
  readonly alike: number;
}

export type CauseKind = "feed" | "event" | "weather" | "everywhere" | "unknown";

/** Why a feed is suspected. */
export type FeedSign = "silent" | "stuck" | "other_source" | "revised";

export interface Cause {
  readonly kind: CauseKind;
  /** 0–1: how much of the departure it could account for, or how telling it is. */
  readonly weight: number;
  /** What speaks for it: a sign of a feed, the id of an event, `rain` or `temperature`. */
  readonly sign: string;
  /** Size of the sign in its own unit: hours, people, mm, °C, sites; standard deviations for `other_source`. */
  readonly size: number;
}

/** Below this nothing is called a cause. */
const LEAST = 0.3;
const SILENT_HOURS = 2;
const STUCK_HOURS = 3;
const OTHER_SOURCE = 3;
const RAIN_MM = 4;
const DEGREES = 5;

/** Likely causes, the likeliest first; `unknown` alone where nothing speaks for any. Pure. */
export function causesOf(day: DayEvidence): readonly Cause[] {
  const found = [...feedCauses(day), ...eventCauses(day), ...weatherCauses(day), ...everywhere(day)]
    .map((cause) => ({ ...cause, weight: Math.round(100 * Math.min(1, cause.weight)) / 100 }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight);
  return found.length > 0 ? found : [{ kind: "unknown", weight: 0, sign: "", size: 0 }];
}

function feedCauses(day: DayEvidence): Cause[] {
  const { measured, expected, silentHours, stuckHours, otherSource, revised } = day;
  const low = measured < expected;
  const causes: Cause[] = [];
  const add = (sign: FeedSign, weight: number, size: number) =>
    causes.push({ kind: "feed", sign, weight, size });
  // A quiet hour at a quiet place is not silence: the caller counts hours in which some were due.
  if (low && silentHours >= SILENT_HOURS)
    add("silent", 0.6 + 0.1 * (silentHours - SILENT_HOURS), silentHours);
  if (stuckHours >= STUCK_HOURS) add("stuck", 0.75 + 0.1 * (stuckHours - STUCK_HOURS), stuckHours);
  // The other source saw more than this one where this one is low, or less where it is high.
  const against = low ? otherSource : -otherSource;
  if (against >= OTHER_SOURCE) add("other_source", 0.6 + 0.05 * (against - OTHER_SOURCE), against);
  if (revised !== 0) add("revised", Math.abs(revised) / Math.max(1, Math.abs(measured - expected)), revised);
  return causes;
}

function eventCauses({ events, measured, expected }: DayEvidence): Cause[] {
  // What the forecast knew of is in the band already.
  return events.map(({ id, foreseen }) => ({
    kind: "event",
    sign: id,
    weight: foreseen ? 0.4 : 0.8,
    size: measured - expected,
  }));
}

function weatherCauses({ wetter, warmer }: DayEvidence): Cause[] {
  const causes: Cause[] = [];
  if (Math.abs(wetter) >= RAIN_MM)
    causes.push({ kind: "weather", sign: "rain", weight: 0.4 + 0.02 * Math.abs(wetter), size: wetter });
  if (Math.abs(warmer) >= DEGREES)
    causes.push({
      kind: "weather",
      sign: "temperature",
      weight: 0.35 + 0.02 * Math.abs(warmer),
      size: warmer,
    });
  return causes;
}

function everywhere({ others, alike }: DayEvidence): Cause[] {
  if (others < 2) return [];
  return [{ kind: "everywhere", sign: "", weight: 0.7 * (alike / others), size: alike }];
}
