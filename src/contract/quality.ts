/** GET /quality: how each feed did on each day, what is wrong now and since when, whether door and till agree, what was
 *  set aside and why, what was corrected; the screen "Qualité des données" as data. */
import { z } from "zod";
import { AnnotationRow } from "./annotations.ts";
import { At, Day, LocalizedText, Provenance } from "./common.ts";
import { DataReason, DataState, ReasonWords, SiteDay } from "./data-state.ts";
import { QuarantineRow } from "./quarantine.ts";
import { defineRoute } from "./route.ts";
import { FeedFreshness } from "./sites.ts";

export const RunRow = z.object({
  feed: z.string(),
  stream: z.string(),
  started_at: At,
  ended_at: At,
  status: z.enum(["done", "unavailable", "changed", "failed", "held_back"]),
  problem: z.string(),
  fetched: z.int(),
  accepted: z.int(),
  unchanged: z.int(),
  revised: z.int(),
  rejected: z.int(),
});
export const RejectedRow = z.object({
  feed: z.string(),
  reason: z.string(),
  count: z.int(),
  /** One example: where it stood and what was wrong; never personal data. */
  example: z.string(),
});
export const RevisionRow = z.object({
  site: z.string(),
  feed: z.string(),
  measure: z.string(),
  day: Day,
  /** `late`: facts were added after the day was over; `corrected`: facts changed or were withdrawn. */
  kind: z.enum(["late", "corrected"]),
  before: z.number(),
  after: z.number(),
  detected_at: At,
});
/** Open time of a site without a measure, and whether an estimate stands in. */
export const GapRow = z.object({
  site: z.string(),
  day: Day,
  missing_minutes: z.int(),
  estimated_minutes: z.int(),
});

/** - `ok`: at least nine tenths of the open time that is due was observed;
 *  - `late`: it came, or is still out, after the feed's allowance;
 *  - `partial`: less than nine tenths, `missing`: nothing at all, and the allowance is over;
 *  - `suspect`: observed, but hardly true, as `sign` says;
 *  - `corrected`: the source changed facts after the day was over;
 *  - `due`: nothing yet, and still in time;
 *  - `rest`: nothing was due: closed, or the feed had not begun. */
export const FeedDayState = z.enum([
  "ok",
  "late",
  "partial",
  "missing",
  "suspect",
  "corrected",
  "due",
  "rest",
]);
export type FeedDayState = z.infer<typeof FeedDayState>;

/** `stuck`: one count repeated too often for chance; `ratio`: door and till do not agree as they use to. */
export const SuspectSign = z.enum(["stuck", "ratio"]);

export const FeedDay = z.object({
  feed: z.string(),
  /** Null for a feed of the whole territory. */
  site: z.string().nullable(),
  day: Day,
  state: FeedDayState,
  /** Share of the open time due that was observed, 0–1; null where nothing was due. */
  observed: z.number().min(0).max(1).nullable(),
  /** People counted, as delivered and before any calibration; null where the feed counts none or nothing came. */
  people: z.number().nullable(),
  sign: SuspectSign.nullable(),
});
export type FeedDay = z.infer<typeof FeedDay>;

export const QualityFeed = FeedFreshness.extend({
  site: z.string().nullable(),
  /** Silence that is still in time, minutes. */
  allowance_minutes: z.int(),
  /** Open time beyond the allowance without news, minutes; 0 = none. */
  overdue_minutes: z.int(),
  /** Share of open time observed over the period; null where nothing was due. */
  coverage: z.number().min(0).max(1).nullable(),
  /** How it stands now, and why; `reasons` has the words. */
  state: DataState,
  reason: DataReason,
});
export type QualityFeed = z.infer<typeof QualityFeed>;

/** In the order of how much they hide:
 *  - `failed`: the source refuses or has changed; `held`: it no longer gives too much of what it gave;
 *  - `silent`, `late`: nothing heard beyond the allowance;
 *  - `stuck`, `ratio`: see the signs; `drift`: door and till grow apart slowly;
 *  - `clock`: people come at other hours at the door than at the till; `future`: facts that have not happened yet;
 *  - `columns`: new columns at the source that nobody reads, named in `detail`;
 *  - `gaps`: less than nine tenths of a site's open time were measured; `rejected`: rows were set aside. */
export const PROBLEM_KINDS = [
  "failed",
  "held",
  "silent",
  "late",
  "stuck",
  "ratio",
  "drift",
  "clock",
  "future",
  "columns",
  "gaps",
  "rejected",
] as const;

export const QualityProblem = z.object({
  kind: z.enum(PROBLEM_KINDS),
  feed: z.string().nullable(),
  site: z.string().nullable(),
  /** First day of it; null = never anything else. */
  since: Day.nullable(),
  /** Newest day of it. */
  last: Day,
  /** Minutes overdue (`silent`, `late`), hours stuck, door over till against the usual (1.4 = 40 % more; also `drift`),
   *  minutes of clock (above 0 = the door is behind), share measured, rows set aside (also `future`), columns. 0 for `failed`
   *  and `held`. */
  size: z.number(),
  /** Days of the period on which it showed. */
  days: z.int(),
  /** What the source said, in English; empty = nothing. */
  detail: z.string(),
  /** A fault was written down about it and stands. */
  noted: z.boolean(),
});
export type QualityProblem = z.infer<typeof QualityProblem>;

/** Door over till on a day that both measured whole, against its median over the 28 such days before. */
export const RatioDay = z.object({
  day: Day,
  entries: z.int(),
  tickets: z.int(),
  ratio: z.number(),
  /** Null until ten days are known. Band = median ± 3 robust standard deviations. */
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  outside: z.boolean(),
});

export const Concordance = z.object({
  site: z.string(),
  counter: z.string(),
  till: z.string(),
  days: z.array(RatioDay),
  /** Relative change of the newest 14 ratios against older ones, where it is no chance (0.2 = a fifth more). */
  drift: z.number().nullable(),
  /** By how many minutes people come later at the till than at the door, to the quarter hour, over the last 28 days;
   *  null where it cannot be told: fewer than ten days, or days that disagree. */
  clock_minutes: z.number().nullable(),
});
export type Concordance = z.infer<typeof Concordance>;

/** What is known of one day: by feed, and of the chosen feed by step. */
export const QualityDay = z.object({
  day: Day,
  feed: z.string().nullable(),
  arrivals: z.array(
    z.object({
      feed: z.string(),
      runs: z.int(),
      done: z.int(),
      accepted: z.int(),
      unchanged: z.int(),
      revised: z.int(),
      rejected: z.int(),
    }),
  ),
  rejected: z.array(RejectedRow),
  readings: z.array(
    z.object({ site: z.string(), start: At, measure: z.string(), minutes: z.int(), people: z.number() }),
  ),
});

export const qualityRoute = defineRoute({
  path: "/quality",
  summary:
    "How each feed did on each day, what is wrong and since when, whether door and till agree; feed runs, rejected rows by reason, revisions of closed days, and gaps in open hours. With `day` (and `feed`): what is known of that day.",
  query: z.object({
    from: Day.optional(),
    to: Day.optional(),
    day: Day.optional(),
    feed: z.string().min(1).max(200).optional(),
  }),
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    from: Day,
    /** Exclusive. */
    to: Day,
    sites: z.array(
      z.object({
        id: z.string(),
        name: LocalizedText,
        /** Share of open time measured over the period by the source of truth; null where nothing was due. */
        coverage: z.number().min(0).max(1).nullable(),
      }),
    ),
    feeds: z.array(QualityFeed),
    /** The feed asked for; null = all. */
    feed: z.string().nullable(),
    /** In the order of `feeds`, oldest day first. */
    rows: z.array(FeedDay),
    /** How the figure of each site stands on each open day of the period. */
    days: z.array(SiteDay),
    /** Words for each reason given in `feeds` and `days`. */
    reasons: z.array(ReasonWords),
    /** Worst first. */
    problems: z.array(QualityProblem),
    concordance: z.array(Concordance),
    /** Faults written down about the period, withdrawn ones among them. */
    faults: z.array(AnnotationRow),
    selected: QualityDay.nullable(),
    runs: z.array(RunRow),
    rejected: z.array(RejectedRow),
    revisions: z.array(RevisionRow),
    gaps: z.array(GapRow),
    /** Rows set aside that are kept, whatever the period: how many, how many wait for somebody, and the newest of
     *  these. */
    quarantine: z.object({ held: z.int(), open: z.int(), rows: z.array(QuarantineRow) }),
  }),
  row: FeedDay,
});
export type Quality = z.infer<typeof qualityRoute.reply>;
