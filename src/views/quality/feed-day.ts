/** How one feed did on one day of one site. Pure. */
import type { z } from "zod";
import type { FeedDay } from "../../contract/quality.ts";
import type { Feed, Site } from "../../domain/site.ts";
import type { Instant, LocalDate, Span } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type EvidenceRow, sum } from "../../visits/evidence.ts";
import { minutesBefore, openSpans } from "../../visits/open-time.ts";
import type { Freshness } from "../freshness.ts";

/** What is known of a feed at a site beside what it delivered. */
export interface FeedFacts {
  readonly feed: Feed;
  readonly site: Site;
  /** First day that it ever delivered; null = never. */
  readonly first: LocalDate | null;
  readonly health: Freshness["health"];
  /** Until when it has spoken; null = never. */
  readonly heard: Instant | null;
  /** Times without news between two arrivals. */
  readonly silences: readonly Span[];
  readonly stuck: ReadonlySet<LocalDate>;
  readonly ratio: ReadonlySet<LocalDate>;
  readonly corrected: ReadonlySet<LocalDate>;
}

/** Minutes of a day's open time: due by now, and observed of them. */
export interface Owed {
  readonly due: number;
  readonly observed: number;
  /** When the site was open; empty = it was not. */
  readonly spans: readonly Span[];
}

/** From here on (indicator F7) a day counts as observed. */
export const ENOUGH = 0.9;

/** Counters and sheets observe what they deliver; of tills and kiosks, silence counts up to their watermark. */
export function owedOf(
  { feed, site, first }: FeedFacts,
  day: LocalDate,
  rows: readonly EvidenceRow[],
  { now, watermarks, allowanceOf }: VisitContext,
): Owed {
  const spans = openSpans(site, day);
  if (first === null || day < first || spans.length === 0) return { due: 0, observed: 0, spans };
  const open = minutesBefore(spans, Number.POSITIVE_INFINITY);
  const seen = isSpans(feed)
    ? sum(rows, (row) => (row.measure === "entries" || row.measure === "manual" ? row.open_minutes : 0))
    : minutesBefore(spans, Math.min(now, watermarks.get(feed.id) ?? 0));
  const observed = Math.min(open, seen);
  return { due: Math.max(observed, minutesBefore(spans, now - allowanceOf(feed))), observed, spans };
}

/** True for feeds that say nothing by being silent. */
export function isSpans({ kind }: Pick<Feed, "kind">): boolean {
  return kind === "counter" || kind === "manual";
}

export function feedDay(
  facts: FeedFacts,
  day: LocalDate,
  rows: readonly EvidenceRow[],
  { due, observed, spans }: Owed,
  context: VisitContext,
): z.output<typeof FeedDay> {
  const { feed, site, first } = facts;
  const sign = facts.stuck.has(day) ? "stuck" : facts.ratio.has(day) ? "ratio" : null;
  const share = due > 0 ? observed / due : null;
  const asleep = spans.length === 0 || first === null || day < first;
  return {
    feed: feed.id,
    site: site.id,
    day,
    state: asleep
      ? "rest"
      : share === null
        ? "due"
        : stateOf(facts, context.allowanceOf(feed), day, spans, share, sign !== null),
    observed: share === null ? null : Math.round(share * 1000) / 1000,
    people: peopleOf(rows),
    sign: share === null || share === 0 ? null : sign,
  };
}

function stateOf(
  { health, heard, silences, corrected }: FeedFacts,
  allowanceMs: number,
  day: LocalDate,
  spans: readonly Span[],
  share: number,
  suspect: boolean,
): FeedDay["state"] {
  const closes = Math.max(...spans.map(({ to }) => to));
  if (share < ENOUGH && health === "late" && heard !== null && heard < closes) return "late";
  if (share === 0) return "missing";
  if (suspect) return "suspect";
  if (share < ENOUGH) return "partial";
  if (corrected.has(day)) return "corrected";
  return silences.some(({ from, to }) => from < closes && to > closes + allowanceMs) ? "late" : "ok";
}

const COUNTED = ["entries", "admissions", "tickets", "manual"];

/** By the first measure that is there: scans before sales. */
function peopleOf(rows: readonly EvidenceRow[]): number | null {
  const measure = COUNTED.find((name) => rows.some((row) => row.measure === name));
  return measure === undefined ? null : sum(rows, (row) => (row.measure === measure ? row.value : 0));
}
