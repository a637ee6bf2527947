/** The one form in which every source's facts are stored: a value of a measure at a site and time, by source key
 *  and version. A late change, a cancellation, a resent file and a repeated run are all a newer version of a key. */
import type { KeptRow } from "./kept-row.ts";
import type { Instant } from "./time.ts";

/** What a record counts. People in all cases but `kiosk_*` and `capacity`.
 *  - `entries`, `exits`: crossings inward and outward at a gate (a crossing is not a visit);
 *  - `admissions`: tickets scanned, by scan time;
 *  - `tickets`: net tickets by visit slot: sales positive, cancellations negative or deleted;
 *  - `manual`: people counted by hand;
 *  - `kiosk_sessions`, `kiosk_views`: uses of an interactive terminal; `kiosk_heartbeats`: proof that it was on;
 *  - `capacity`: places offered for a slot. */
export const MEASURES = [
  "entries",
  "exits",
  "admissions",
  "tickets",
  "manual",
  "kiosk_sessions",
  "kiosk_views",
  "kiosk_heartbeats",
  "capacity",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Weather, which counts nobody and is kept apart from what people do: `temperature` in tenths of °C, `rain` in
 *  tenths of mm over the hour. `knownAt` is the time of issue, and each issue about an hour is a fact of its own. */
export const WEATHER_VARIABLES = ["temperature", "rain"] as const;
export type WeatherVariable = (typeof WEATHER_VARIABLES)[number];

/** A fact as a connector delivers it. Anything not named here does not enter the store. */
export interface SourceRecord {
  /** Empty for weather of the whole territory. */
  readonly site: string;
  readonly measure: Measure | WeatherVariable;
  /** Immutable key of the fact in its source, unique within feed and stream. Never personal. */
  readonly key: string;
  /** Start of the span counted, scan time, or start of the visit slot. */
  readonly at: Instant;
  /** Length of the span counted in minutes; 0 for a fact at one instant (a scan, a ticket, an event). */
  readonly minutes: number;
  /** Whole number in the measure's unit; negative only for `tickets` and `temperature`. */
  readonly value: number;
  /** Order of versions of one key: the source's own change time, else the time of the pull; epoch ms. Or, below 10^10,
   *  a number that counts revisions from 1. The highest wins; of two equal ones the content decides nothing and the one
   *  stored later stays. */
  readonly version: number;
  /** True when the source withdrew the fact (cancelled, annulled, vanished). */
  readonly deleted: boolean;
  /** When the source could first have told us: its own creation time, else the end of the span. Forecasts for an
   *  origin use only facts known before it. */
  readonly knownAt: Instant;
  /** Counting point, kiosk or check-in list. Empty when the source has one only. */
  readonly gate?: string;
  /** Tariff class: see {@link TARIFFS}. */
  readonly tariff?: Tariff;
  /** Sales channel: see {@link CHANNELS}. */
  readonly channel?: Channel;
  /** Origin reduced to a French département (`59`) or an ISO country (`BE`). */
  readonly origin?: string;
  /** Language of a kiosk session or of an order (`fr`); never read as a nationality. */
  readonly language?: string;
  /** Screen or theme of a kiosk view. */
  readonly topic?: string;
  /** Site at which the same pass was used before; the source or the mapping reduces the pass to it, so that no id of a
   *  pass is ever stored. */
  readonly cameFrom?: string;
  /** When the ticket was bought or cancelled: what pick-up curves run on. */
  readonly bookedOn?: Instant;
  /** Price of the record including tax, in cents; negative for refunds. */
  readonly amountCents?: number;
}

/** Tariff classes. Reductions that would reveal health or social benefits are merged into `reduced` or `free`
 *  before storage. */
export const TARIFFS = ["full", "reduced", "free", "resident", "child", "group", "school", "other"] as const;
export type Tariff = (typeof TARIFFS)[number];

export const CHANNELS = ["online", "desk", "kiosk", "reseller", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why a row did not become a record. Closed list: counted, shown, and explained in docs/feeds.md. */
export const REJECTION_REASONS = [
  "malformed",
  "unknown_site",
  "bad_number",
  "negative",
  "bad_time",
  "nonexistent_time",
  "ambiguous_time",
  "future",
  "missing_field",
  "bad_encoding",
  "too_long",
  "too_large",
  "personal_data",
  "unknown_value",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One source row after mapping: a record, a row set aside with its reason, or a row that is rightly no fact
 *  (a total line, a test order, a hole in a counter's history). */
export type Mapped =
  | { readonly kind: "record"; readonly record: SourceRecord }
  | {
      readonly kind: "rejected";
      readonly reason: RejectionReason;
      /** Where the row stands: `line 12`, `page 3 row 7`, `transaction 90211`. */
      readonly position: string;
      /** Name of the field at fault, when one is. */
      readonly field?: string;
      /** What was there and what is expected, never personal data. */
      readonly detail: string;
      /** What is kept of the row, so that it can be corrected and read again. */
      readonly row?: KeptRow;
    }
  | { readonly kind: "ignored" };
