/** Counts as either API delivers them, before they mean anything. */
import type { LocalDate } from "../../../src/domain/time.ts";

/** One gate, one kind of traffic, one direction; points oldest first as delivered. */
export interface Series {
  /** Id of the site (v2) or channel (v1) at Eco-Counter. */
  readonly gate: string;
  readonly mode: string;
  /** `undefined` is Eco-Counter's word for "both directions together". */
  readonly direction: "in" | "out" | "undefined";
  readonly points: readonly Point[];
}

export interface Point {
  /** Start of the span, ISO 8601 with or without an offset. */
  readonly time: string;
  /** ISO duration: `PT15M`, `PT1H`, `P1D`. */
  readonly granularity: string;
  /** Null = a hole: the sensor said nothing. */
  readonly count: number | null;
}

/** Reads whole local days of the site's clock. */
export interface Source {
  /** Days per request that the API bears. */
  readonly chunkDays: number;
  /** Counts of the local days `[from, to)`. Neighbouring points may come along; they do no harm. */
  read(from: LocalDate, to: LocalDate): Promise<readonly Series[]>;
}
