/** Recomputes the rollups of the site-days that a feed touched, notes the revisions, and clears the marks. */
import { z } from "zod";
import type { Site } from "../domain/site.ts";
import {
  addDays,
  type DaySpan,
  daysBetween,
  type Instant,
  startOfDay,
  toIso,
  type Zone,
} from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { DayText, Int } from "./query.ts";
import { insertRows } from "./rows.ts";
import { sqlFile } from "./sql.ts";
import { nextStamp } from "./stamp.ts";

const Touched = z.array(z.object({ site: z.string(), day: DayText, stamp: Int }));

/** Days recomputed in one statement: bounds the memory of the engine, not the result. */
const CHUNK_DAYS = 120;

const STEPS = ["rollup_15m", "revision", "rollup_day", "booking_day", "movement_day"] as const;

/** Every mark of the feed present at the start is worked off. Safe to repeat; one at a time per store. */
export async function settleFeed(
  store: Store,
  zone: Zone,
  sites: readonly Site[],
  feed: string,
  now: Instant,
): Promise<{ site: string; days: DaySpan }[]> {
  const touched = Touched.parse(
    await store.rows(
      "touched_days",
      `select site, day, stamp from touched final
       where feed = {feed: String} and done = 0 order by day, site`,
      { feed },
    ),
  );
  if (touched.length === 0) return [];
  await writeOpening(store, sites, touched);
  for (const { from, to } of chunks(touched.map((t) => t.day))) {
    const bounds = {
      feed,
      tz: zone,
      fromDay: from,
      toDay: to,
      from: startOfDay(from, zone),
      to: startOfDay(to, zone),
    };
    for (const step of STEPS) {
      // The stamp is taken before the statement reads: of two recomputations the later reader wins.
      const wants = step === "revision" ? { now } : { version: nextStamp() };
      await store.command(step, sqlFile(`rollups/${step}`), { ...bounds, ...wants });
    }
  }
  // Only the marks that were worked off: one set meanwhile carries a later stamp and stays.
  await insertRows(
    store,
    "settled",
    "touched",
    touched.map(({ site, day, stamp }) => ({ feed, site, day, done: 1, stamp: stamp + 1 })),
  );
  await insertRows(store, "data_state", "data_state", [{ name: "visits", version: nextStamp() }]);
  return spansOf(touched);
}

/** Opening spans of the touched days, as the rules stand now. */
async function writeOpening(
  store: Store,
  sites: readonly Site[],
  touched: readonly { site: string; day: string }[],
): Promise<void> {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const version = nextStamp();
  const rows = touched.flatMap(({ site, day }) => {
    const opening = byId.get(site)?.opening.on(day);
    if (!opening) return [];
    const spans = opening.kind === "open" ? opening.spans : [];
    return [
      { site, day, froms: spans.map((s) => toIso(s.from)), tos: spans.map((s) => toIso(s.to)), version },
    ];
  });
  await insertRows(store, "write_opening", "opening", rows);
}

function chunks(days: readonly string[]): { from: string; to: string }[] {
  const out: { from: string; to: string }[] = [];
  for (const day of days) {
    const current = out.at(-1);
    if (current && daysBetween(current.from, day) < CHUNK_DAYS) current.to = addDays(day, 1);
    else out.push({ from: day, to: addDays(day, 1) });
  }
  return out;
}

function spansOf(touched: readonly { site: string; day: string }[]): { site: string; days: DaySpan }[] {
  const out = new Map<string, { from: string; to: string }>();
  for (const { site, day } of touched) {
    const span = out.get(site);
    if (span) span.to = addDays(day, 1);
    else out.set(site, { from: day, to: addDays(day, 1) });
  }
  return [...out].map(([site, days]) => ({ site, days }));
}
