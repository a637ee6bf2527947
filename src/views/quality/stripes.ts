/** One stripe per feed and site: every day of a period. Pure. */
import type { FeedDay, QualityFeed } from "../../contract/quality.ts";
import type { Feed, Site } from "../../domain/site.ts";
import { type DaySpan, daysIn, type Instant, type LocalDate, localDate, MINUTE } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type DayRows, rowsOn } from "../../visits/daily.ts";
import { isStuck } from "../../visits/stuck.ts";
import { freshnessOf, heardOf, overdueMs, type StreamRun } from "../freshness.ts";
import { type FeedFacts, feedDay, isSpans, owedOf } from "./feed-day.ts";
import type { StepShape } from "./queries.ts";
import { territoryDays } from "./territory-days.ts";

/** What the store knows of a period. */
interface StripeFacts {
  readonly span: DaySpan;
  readonly rows: DayRows;
  readonly shapes: readonly StepShape[];
  readonly silences: readonly {
    readonly feed: string;
    readonly brought: number;
    readonly silent_from: Instant;
    readonly silent_to: Instant;
  }[];
  readonly revisions: readonly {
    readonly site: string;
    readonly day: LocalDate;
    readonly feed: string;
    readonly kind: string;
  }[];
  readonly runs: readonly StreamRun[];
  readonly runDays: readonly { readonly feed: string; readonly day: LocalDate; readonly done: number }[];
  /** Days on which door and till of a site did not agree, by site. */
  readonly outside: ReadonlyMap<string, ReadonlySet<LocalDate>>;
}

interface Stripe {
  readonly feed: Omit<QualityFeed, "state" | "reason">;
  readonly days: readonly FeedDay[];
}

/** Feeds of the sites in their order, then those of the whole territory. */
export function stripesOf(facts: StripeFacts, context: VisitContext): Stripe[] {
  const { sites, feeds } = context.territory;
  const placed = sites.flatMap((site) => context.feedsOf(site).map((feed) => ({ feed, site })));
  const wide = feeds.filter((feed) => !placed.some((one) => one.feed === feed));
  return [
    ...placed.map(({ feed, site }) => siteStripe(feed, site, facts, context)),
    ...wide.map((feed) => wideStripe(feed, facts, context)),
  ];
}

function siteStripe(feed: Feed, site: Site, facts: StripeFacts, context: VisitContext): Stripe {
  const fresh = freshnessOf(feed, site, context, facts.runs);
  const heard = heardOf(feed, site, context, lastDone(feed, facts));
  const own: FeedFacts = {
    feed,
    site,
    first: firstDay(feed, site, context),
    health: fresh.health,
    heard,
    silences: facts.silences
      .filter((one) => one.feed === feed.id && one.brought === (isSpans(feed) ? 1 : 0))
      .map((one) => ({ from: one.silent_from, to: one.silent_to })),
    stuck: stuckDays(feed, site, facts.shapes),
    ratio: feed.kind === "counter" ? (facts.outside.get(site.id) ?? new Set()) : new Set(),
    corrected: new Set(
      facts.revisions
        .filter((row) => row.feed === feed.id && row.site === site.id && row.kind === "corrected")
        .map(({ day }) => day),
    ),
  };
  const today = localDate(context.now, context.territory.zone);
  const list = daysIn(facts.span).filter((day) => day <= today);
  const ownOn = (day: LocalDate) => rowsOn(facts.rows, site.id, day).filter((row) => row.feed === feed.id);
  const told = list.map((day) => {
    const rows = ownOn(day);
    const owed = owedOf(own, day, rows, context);
    return { owed, day: feedDay(own, day, rows, owed, context) };
  });
  const [due, observed] = [
    told.reduce((sum, { owed }) => sum + owed.due, 0),
    told.reduce((sum, { owed }) => sum + owed.observed, 0),
  ];
  return {
    feed: {
      ...fresh,
      site: site.id,
      ...silence(feed, site, heard, context),
      coverage: due > 0 ? Math.round((observed / due) * 1000) / 1000 : null,
    },
    days: told.map(({ day }) => day),
  };
}

function wideStripe(feed: Feed, facts: StripeFacts, context: VisitContext): Stripe {
  const heard = heardOf(feed, null, context, lastDone(feed, facts));
  const fresh = freshnessOf(feed, null, context, facts.runs);
  const today = localDate(context.now, context.territory.zone);
  return {
    feed: { ...fresh, site: null, ...silence(feed, null, heard, context), coverage: null },
    days: territoryDays(feed.id, facts.span, facts.runDays, today),
  };
}

function silence(
  feed: Feed,
  site: Site | null,
  heard: Instant | null,
  { now, allowanceOf }: VisitContext,
): Pick<QualityFeed, "allowance_minutes" | "overdue_minutes"> {
  const allowanceMs = allowanceOf(feed);
  return {
    allowance_minutes: Math.round(allowanceMs / MINUTE),
    overdue_minutes: heard === null ? 0 : Math.floor(overdueMs({ allowanceMs }, site, heard, now) / MINUTE),
  };
}

function lastDone(feed: Feed, { runs }: StripeFacts): Instant {
  return Math.max(0, ...runs.filter((run) => run.feed === feed.id).map((run) => run.done_at));
}

const MEASURES = ["entries", "admissions", "tickets", "manual", "kiosk_sessions", "kiosk_views"] as const;

function firstDay(feed: Feed, site: Site, context: VisitContext): LocalDate | null {
  const days = MEASURES.flatMap(
    (measure) => context.firstDay(site, { feeds: [feed.id], measure, calibration: 1, kind: "spans" }) ?? [],
  );
  return days.sort()[0] ?? null;
}

/** Days on which one count of a counter came too often in a row for chance. */
function stuckDays(
  feed: Pick<Feed, "id">,
  site: Pick<Site, "id">,
  shapes: readonly StepShape[],
): Set<LocalDate> {
  return new Set(
    shapes
      .filter((row) => row.feed === feed.id && row.site === site.id)
      .filter((row) => isStuck(row.run_steps, row.run_value))
      .map(({ day }) => day),
  );
}

/** Hours for which one count was repeated, by `feed site day`. */
export function stuckHoursOf(shapes: readonly StepShape[]): Map<string, number> {
  return new Map(
    shapes.map((row) => [
      `${row.feed} ${row.site} ${row.day}`,
      Math.round((row.run_steps * Math.max(15, row.step_minutes)) / 6) / 10,
    ]),
  );
}
