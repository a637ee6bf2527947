/** What an alert has to say: one condition that is true of one site and day, or of one silence of a feed. */
import type { Doubtful, SuspectKind } from "./alert.ts";
import type { Instant, LocalDate } from "./time.ts";

interface About {
  /** Id of the alert. */
  readonly alert: string;
  /** What it is about: told once under this name. */
  readonly subject: string;
}

/** `limit` and `capacity` in people inside at once. */
export type Notice = About &
  (
    | {
        readonly kind: "forecast_occupancy_above";
        readonly site: string;
        readonly day: LocalDate;
        /** Start of the fullest hour. */
        readonly hour: Instant;
        /** People inside in that hour, 8 times in 10. */
        readonly low: number;
        readonly high: number;
        readonly limit: number;
        readonly capacity: number;
      }
    | {
        readonly kind: "occupancy_above";
        readonly site: string;
        readonly at: Instant;
        readonly inside: number;
        readonly limit: number;
        readonly capacity: number;
      }
    | {
        readonly kind: "feed_silent";
        readonly feed: string;
        /** Null for a feed of the whole territory. */
        readonly site: string | null;
        /** End of the newest span or fact received; null = nothing ever. */
        readonly since: Instant | null;
        /** True when the source answers, but not as agreed. */
        readonly failed: boolean;
      }
    | {
        readonly kind: "feed_suspect";
        readonly feed: string;
        readonly site: string | null;
        readonly sign: SuspectKind;
        /** Newest day of it. */
        readonly last: LocalDate;
        /** Hours stuck, door over till against the usual (`ratio`, `drift`), minutes of clock, facts of the future. */
        readonly size: number;
      }
    | {
        readonly kind: "data_state";
        readonly site: string;
        readonly day: LocalDate;
        readonly state: Doubtful;
        /** Null = missing. */
        readonly visits: number | null;
        readonly estimated: number;
        /** Before the correction; null = none. */
        readonly before: number | null;
      }
    | {
        readonly kind: "anomaly";
        readonly site: string;
        readonly day: LocalDate;
        readonly visits: number;
        /** As promised the day before, 8 days in 10. */
        readonly low: number;
        readonly high: number;
      }
  );

/** One message, in every form in which it may be sent. */
export interface Message {
  readonly subject: string;
  /** Plain text, lines up to 76 characters where words allow. */
  readonly text: string;
  /** A whole HTML document with inline styles; mail only. */
  readonly html: string;
}
