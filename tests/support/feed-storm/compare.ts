/** What the store holds beside what the sources expect, and what it says of who had which feed. */
import { z } from "zod";
import { localDate } from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import type { StormSource } from "./source.ts";

const Sums = z.array(z.object({ measure: z.string(), at: z.coerce.number(), value: z.coerce.number() }));
const QUARTER = 900_000;

export interface Differences {
  readonly facts: number;
  readonly wrongFacts: number;
  readonly wrongQuarters: number;
  readonly wrongDays: number;
  /** Some of them, in words. */
  readonly examples: readonly string[];
}

/** @param zone of the site */
export async function compare(store: Store, source: StormSource, zone: string): Promise<Differences> {
  const expected = source.expected();
  if (source.kind === "weather") {
    const wrong = differences(
      new Map([...(await came(store, source.id))].filter(([k]) => expected.has(k))),
      expected,
    );
    return {
      facts: expected.size,
      wrongFacts: wrong.length,
      wrongQuarters: 0,
      wrongDays: 0,
      examples: wrong,
    };
  }
  const read = async (sql: string) =>
    named(Sums.parse(await store.rows("compare", sql, { feed: source.id })), (at) =>
      new Date(at).toISOString(),
    );
  const facts = await read(
    "select measure, toUnixTimestamp64Milli(at) as at, sum(value) as value from record final where feed = {feed: String} group by measure, at",
  );
  const quarters = await read(
    "select measure, toUnixTimestamp(start) * 1000 as at, sum(value) as value from rollup_15m final where feed = {feed: String} group by measure, start",
  );
  const days = await read(
    "select measure, toUnixTimestamp(toDateTime(day, 'UTC')) * 1000 as at, sum(value) as value from rollup_day final where feed = {feed: String} group by measure, day",
  );
  const wrong = differences(facts, expected);
  const wrongQuarters = differences(
    quarters,
    regrouped(expected, (at) => Math.floor(at / QUARTER) * QUARTER),
  );
  const wrongDays = differences(
    days,
    regrouped(expected, (at) => Date.parse(localDate(at, zone))),
  );
  return {
    facts: expected.size,
    wrongFacts: wrong.length,
    wrongQuarters: wrongQuarters.length,
    wrongDays: wrongDays.length,
    examples: [
      ...wrong,
      ...wrongQuarters.map((q) => `quarter ${q}`),
      ...wrongDays.map((d) => `day ${d}`),
    ].slice(0, 12),
  };
}

/** The newest word about each hour of weather, as `measure instant` → tenths. */
async function came(store: Store, feed: string): Promise<Map<string, number>> {
  const rows = await store.rows(
    "came",
    `select variable as measure, toUnixTimestamp64Milli(valid) as at, argMax(tenths, issued) as value
     from weather final where feed = {feed: String} group by variable, valid`,
    { feed },
  );
  return named(Sums.parse(rows), (at) => new Date(at).toISOString());
}

function named(rows: z.infer<typeof Sums>, text: (at: number) => string): Map<string, number> {
  return new Map(
    rows.flatMap(({ measure, at, value }) => (value ? [[`${measure} ${text(at)}`, value]] : [])),
  );
}

function regrouped(sums: ReadonlyMap<string, number>, group: (at: number) => number): Map<string, number> {
  const out = new Map<string, number>();
  for (const [name, value] of sums) {
    const [measure = "", at = ""] = name.split(" ");
    const key = `${measure} ${new Date(group(Date.parse(at))).toISOString()}`;
    out.set(key, (out.get(key) ?? 0) + value);
  }
  return out;
}

function differences(stored: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): string[] {
  const names = new Set([...stored.keys(), ...expected.keys()]);
  return [...names]
    .filter((name) => stored.get(name) !== expected.get(name))
    .sort()
    .map((name) => `${name}: stored ${stored.get(name)}, expected ${expected.get(name)}`);
}

/** Feeds that two workers hold at this instant. */
export async function heldTwice(store: Store): Promise<number> {
  const rows = await store.rows(
    "held_twice",
    "select feed from lease final where state = 'held' and expires > now64(3) group by feed having count() > 1",
  );
  return rows.length;
}

/** Pairs of runs of one stream that were under way at the same time. */
export async function overlappingRuns(store: Store, pushed: string): Promise<number> {
  const [row] = await store.rows(
    "overlaps",
    `select count() as n from feed_run as a, feed_run as b
     where a.feed = b.feed and a.stream = b.stream and a.run < b.run and a.feed != {pushed: String}
       and a.started_at < b.ended_at and b.started_at < a.ended_at`,
    { pushed },
  );
  return z.object({ n: z.coerce.number() }).parse(row).n;
}

/** Of each feed: the instant, by the storm's clock, up to which every stream was read to a good end. */
export async function readTo(store: Store): Promise<Map<string, number>> {
  const rows = await store.rows(
    "read_to",
    `select feed, min(started) as at from
       (select feed, stream, toUnixTimestamp64Milli(max(started_at)) as started
        from feed_run where status = 'done' group by feed, stream)
     group by feed`,
  );
  const parsed = z.array(z.object({ feed: z.string(), at: z.coerce.number() })).parse(rows);
  return new Map(parsed.map(({ feed, at }) => [feed, at]));
}

/** Runs by feed and ending, `feed status` → number; and rejected rows by reason. */
export async function endings(store: Store): Promise<Map<string, number>> {
  const rows = await store.rows(
    "endings",
    `select concat(feed, ' ', status) as what, count() as n from feed_run final group by what
     union all select concat(feed, ' rejected ', reason, ' ', field) as what, count() as n from rejected_record final group by what`,
  );
  const parsed = z.array(z.object({ what: z.string(), n: z.coerce.number() })).parse(rows);
  return new Map(parsed.map(({ what, n }) => [what, n]));
}
