/** What passes between the reading of a file and the mapping of its rows. */
import type { Mapped, RejectionReason } from "../../../src/domain/record.ts";
import type { Instant, Span } from "../../../src/domain/time.ts";
import type { Series } from "./place.ts";

/** What the reading of one file is given. */
export interface Reading {
  /** Name of the file, for positions. */
  readonly file: string;
  /** Version of its facts. */
  readonly version: number;
  /** Nothing counted at or after this instant is accepted. */
  readonly until: Instant;
  /** Spans that newer files have told: rows in them are passed over. */
  readonly told: readonly Span[];
  /** True when the file was read before in another form: what it no longer says is withdrawn. */
  readonly again: boolean;
  /** How often each row without id was met in this file: two equal sales are both real, in whichever of its tables. */
  readonly met: Map<string, number>;
  /** Digest of the file, where what it says may be replaced by another. */
  readonly sha256?: string;
  /** Of a kept row that is read again: what stands in its key for the names of its classes, see `keys.ts`. */
  readonly classes?: string;
}

/** What the reading of one file has seen; grows row by row. */
export interface Extent {
  from: Instant;
  to: Instant;
  /** First start that was rejected as future; Infinity when none was. */
  future: Instant;
  /** Columns that nobody reads. */
  readonly unread: Set<string>;
}

export function emptyExtent(): Extent {
  return {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    future: Number.POSITIVE_INFINITY,
    unread: new Set(),
  };
}

/** Sets a row aside. `opens`: for a future row, the instant from which it is none. */
export type Reject = (reason: RejectionReason, detail: string, field?: string, opens?: Instant) => void;

/** Turns fields into records of one series; `at` is known and in range. */
export type FieldMapper = (
  fields: readonly string[],
  series: Series,
  when: { readonly at: Instant; readonly minutes: number; readonly moved: boolean },
  out: Mapped[],
  reject: Reject,
) => void;
