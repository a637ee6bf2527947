/** What is wrong with feeds, worst first. Pure. */
import {
  type Concordance,
  type FeedDay,
  PROBLEM_KINDS,
  type QualityFeed,
  type QualityProblem,
} from "../../contract/quality.ts";
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import { addDays, type LocalDate } from "../../domain/time.ts";
import { ENOUGH } from "./feed-day.ts";

export interface ProblemFacts {
  readonly today: LocalDate;
  readonly feeds: readonly QualityFeed[];
  readonly rows: readonly FeedDay[];
  readonly concordance: readonly Concordance[];
  /** Hours for which a feed repeated one count, by `feed site day`. */
  readonly stuckHours: ReadonlyMap<string, number>;
  readonly sites: readonly { readonly id: string; readonly coverage: number | null }[];
  readonly rejected: readonly { readonly feed: string; readonly reason: string; readonly count: number }[];
  /** Columns that are new and that nobody reads. */
  readonly newColumns: readonly {
    readonly feed: string;
    readonly day: LocalDate;
    readonly names: readonly string[];
  }[];
  /** Days on which runs set rows aside. */
  readonly rejectedDays: readonly { readonly feed: string; readonly day: LocalDate }[];
  /** Last word of a feed whose source refuses. */
  readonly saidBy: (feed: string) => string;
  readonly lastDayOf: (feed: QualityFeed) => LocalDate | null;
  readonly faults: readonly Annotation[];
}

type Found = Omit<QualityProblem, "noted">;

/** A suspicion older than this is history: the stripes still show it. */
export const FRESH_DAYS = 14;
/** Half an hour between door and till is no walk. */
const CLOCK_MINUTES = 30;

export function problemsOf(facts: ProblemFacts): QualityProblem[] {
  const found = [
    ...facts.feeds.flatMap((feed) => unheard(feed, facts)),
    ...facts.feeds.flatMap((feed) => suspect(feed, facts)),
    ...facts.concordance.flatMap((pair) => drift(pair, facts)),
    ...facts.concordance.flatMap((pair) => clock(pair, facts)),
    ...facts.feeds.flatMap((feed) => ahead(feed, facts)),
    ...columns(facts),
    ...gaps(facts),
    ...rejected(facts),
  ];
  const rank = ({ kind }: Found) => PROBLEM_KINDS.indexOf(kind);
  return found
    .sort((a, b) => rank(a) - rank(b) || b.size - a.size)
    .map((problem) => ({ ...problem, noted: isNoted(problem, facts) }));
}

function unheard(feed: QualityFeed, facts: ProblemFacts): Found[] {
  const { health } = feed;
  if (health === "ok") return [];
  const since = facts.lastDayOf(feed);
  const base = { feed: feed.feed, site: feed.site, since, last: facts.today, days: 0 };
  if (health === "failed") {
    const kind = feed.reason === "held" ? "held" : "failed";
    return [{ ...base, kind, size: 0, detail: facts.saidBy(feed.feed) }];
  }
  return [{ ...base, kind: health, size: feed.overdue_minutes, detail: "" }];
}

function suspect({ feed, site }: QualityFeed, facts: ProblemFacts): Found[] {
  const from = addDays(facts.today, -FRESH_DAYS);
  const own = facts.rows.filter((row) => row.feed === feed && row.site === site && row.day >= from);
  return (["stuck", "ratio"] as const).flatMap((sign): Found[] => {
    const days = own.filter((row) => row.sign === sign).map(({ day }) => day);
    const [since, last] = [days[0], days.at(-1)];
    if (since === undefined || last === undefined) return [];
    const size = sign === "stuck" ? longestStuck(facts, feed, site, days) : lastRatio(facts, site, last);
    return [{ kind: sign, feed, site, since, last, size, days: days.length, detail: "" }];
  });
}

function longestStuck(
  { stuckHours }: ProblemFacts,
  feed: string,
  site: string | null,
  days: readonly LocalDate[],
): number {
  return Math.max(...days.map((day) => stuckHours.get(`${feed} ${site} ${day}`) ?? 0));
}

/** Door over till against its usual. */
function lastRatio({ concordance }: ProblemFacts, site: string | null, day: LocalDate): number {
  const found = concordance.find((pair) => pair.site === site)?.days.find((one) => one.day === day);
  return found?.median ? Math.round((found.ratio / found.median) * 100) / 100 : 0;
}

/** Door over till now, against what it was. */
function drift({ site, counter, days, drift: change }: Concordance, { today }: ProblemFacts): Found[] {
  if (change === null) return [];
  const [since, last] = [days[0]?.day ?? null, days.at(-1)?.day ?? today];
  const size = Math.round((1 + change) * 100) / 100;
  return [{ kind: "drift", feed: counter, site, since, last, size, days: days.length, detail: "" }];
}

/** A counter that has seen tomorrow has a clock that runs ahead; tills sell for later, and sheets are typed in. */
function ahead(
  { feed, kind, site }: QualityFeed,
  { rejected: rows, rejectedDays, today }: ProblemFacts,
): Found[] {
  if (kind !== "counter" && kind !== "kiosk") return [];
  const own = rows.filter((row) => row.feed === feed && row.reason === "future");
  if (own.length === 0) return [];
  const days = rejectedDays.flatMap((row) => (row.feed === feed ? [row.day] : [])).sort();
  const [since, last] = [days[0] ?? null, days.at(-1) ?? today];
  if (last < addDays(today, -FRESH_DAYS)) return [];
  const size = own.reduce((sum, { count }) => sum + count, 0);
  return [{ kind: "future", feed, site, since, last, size, days: days.length, detail: "" }];
}

function clock(
  { site, counter, days, clock_minutes: minutes }: Concordance,
  { today }: ProblemFacts,
): Found[] {
  if (minutes === null || Math.abs(minutes) < CLOCK_MINUTES) return [];
  const [since, last] = [days[0]?.day ?? null, days.at(-1)?.day ?? today];
  return [{ kind: "clock", feed: counter, site, since, last, size: minutes, days: days.length, detail: "" }];
}

/** A site whose sheets are merely still in time has no gap. */
function gaps({ sites, rows }: ProblemFacts): Found[] {
  return sites.flatMap(({ id, coverage }): Found[] => {
    if (coverage === null || coverage >= ENOUGH) return [];
    const days = rows
      .filter(({ site, state }) => site === id && (state === "missing" || state === "partial"))
      .map(({ day }) => day)
      .sort();
    const [since, last] = [days[0], days.at(-1)];
    if (since === undefined || last === undefined) return [];
    const base = { kind: "gaps" as const, feed: null, site: id, detail: "" };
    return [{ ...base, since, last, size: coverage, days: new Set(days).size }];
  });
}

function columns({ newColumns, feeds, today }: ProblemFacts): Found[] {
  return newColumns.map(({ feed, day, names }) => ({
    kind: "columns",
    feed,
    site: feeds.find((one) => one.feed === feed)?.site ?? null,
    since: day,
    last: today,
    size: names.length,
    days: 0,
    detail: names.join(", "),
  }));
}

function rejected({ rejected: rows, rejectedDays, feeds, today }: ProblemFacts): Found[] {
  return [...Map.groupBy(rows, ({ feed }) => feed)].map(([feed, own]) => {
    const days = rejectedDays.flatMap((row) => (row.feed === feed ? [row.day] : [])).sort();
    return {
      kind: "rejected" as const,
      feed,
      site: feeds.find((one) => one.feed === feed)?.site ?? null,
      since: days[0] ?? null,
      last: days.at(-1) ?? today,
      size: own.reduce((sum, { count }) => sum + count, 0),
      days: days.length,
      detail: own.map(({ reason }) => reason).join(", "),
    };
  });
}

function isNoted({ site, since, last }: Found, { faults }: ProblemFacts): boolean {
  return faults.some(
    (one) =>
      one.withdrawnAt === null &&
      (site === null ? one.site === null : isAbout(one, site)) &&
      one.from <= last &&
      one.to > (since ?? last),
  );
}
