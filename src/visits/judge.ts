/** What a span's visits are and how they came about: measured, estimated, closed or missing. Pure. */
import type { ResolvedSource } from "./source.ts";

/** What a source says of one span. */
export interface Evidence {
  readonly source: ResolvedSource;
  /** Sum of the measure: inside opening hours for `spans`, all of it for `events`. */
  readonly value: number;
  /** Minutes of open time that were observed. */
  readonly observedMinutes: number;
}

/** Visits of one site over one span. */
export interface Judged {
  /** People; null when closed or missing. */
  readonly visits: number | null;
  readonly state: "measured" | "estimated" | "closed" | "missing";
  /** Share of open time measured by the source of truth, 0–1; null when there was none. */
  readonly coverage: number | null;
  /** How many of `visits` are estimated. */
  readonly estimated: number;
  /** What they are estimated from, where they are: another source, the share that was seen, a forecast made before. */
  readonly by?: "source" | "share" | "forecast";
  /** People seen of a span that is missing, where any were: too few of it was observed to tell the whole. */
  readonly seen?: number;
}

/** From here on a span counts as fully observed: a clock that runs a minute late is not a gap. */
export const FULL = 0.98;
/** Below this share of open time, what was seen says too little about what was not. */
const ENOUGH = 0.5;

/** Judges a span. `openMinutes`: open time so far (0 = closed). `over`: false while the span goes on, when what is
 *  missing may still come and nothing is made up for it; a stand-in that did see it speaks at once. */
export function judge(evidence: readonly Evidence[], openMinutes: number, over: boolean): Judged {
  const [truth, ...standIns] = evidence;
  if (openMinutes === 0) return closed(truth);
  if (!truth) return { visits: null, state: "missing", coverage: 0, estimated: 0 };
  const coverage = share(truth, openMinutes);
  const seen = truth.value * truth.source.calibration;
  if (coverage >= FULL) return { visits: round(seen), state: "measured", coverage: 1, estimated: 0 };
  const standIn = standIns.find((other) => share(other, openMinutes) >= FULL);
  if (standIn) {
    const visits = round(Math.max(seen, standIn.value * standIn.source.calibration));
    return {
      visits,
      state: "estimated",
      coverage,
      estimated: Math.max(0, visits - round(seen)),
      by: "source",
    };
  }
  if (coverage >= ENOUGH && over) {
    const visits = round(seen / coverage);
    return { visits, state: "estimated", coverage, estimated: visits - round(seen), by: "share" };
  }
  if (coverage > 0 && !over) return { visits: round(seen), state: "measured", coverage, estimated: 0 };
  const missing: Judged = { visits: null, state: "missing", coverage, estimated: 0 };
  return seen > 0 ? { ...missing, seen } : missing;
}

/** A closed span has no visits, unless tickets say that a group came all the same. */
function closed(truth: Evidence | undefined): Judged {
  if (truth?.source.kind === "events" && truth.value > 0) {
    return {
      visits: round(truth.value * truth.source.calibration),
      state: "measured",
      coverage: null,
      estimated: 0,
    };
  }
  return { visits: null, state: "closed", coverage: null, estimated: 0 };
}

function share(evidence: Evidence, openMinutes: number): number {
  return Math.min(1, evidence.observedMinutes / openMinutes);
}

/** Whole people; net tickets of a span may be negative for a while, visits are not. */
export function round(people: number): number {
  return Math.max(0, Math.round(people));
}
