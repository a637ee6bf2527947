/** What the alerts of a territory are judged by, read through the views; only what some alert asks for. */
import type { Views } from "../../api/views.ts";
import type { AlertKind, SuspectKind } from "../../domain/alert.ts";
import type { Territory } from "../../domain/site.ts";
import { addDays, type Instant, localDate, parseInstant } from "../../domain/time.ts";
import { AHEAD_DAYS, type AlertFacts } from "../../jobs/alerts/conditions.ts";

/** Days back that unusual days are asked of. */
const UNUSUAL_DAYS = 3;

export interface FactsParts {
  readonly views: Views;
  readonly territory: Territory;
}

/** @param kinds conditions that are asked for */
export async function readAlertFacts(
  { views, territory }: FactsParts,
  now: Instant,
  kinds: ReadonlySet<AlertKind>,
): Promise<AlertFacts> {
  const { zone, sites } = territory;
  const today = localDate(now, zone);
  const [feeds, peaks, inside, quality, unusual] = await Promise.all([
    kinds.has("feed_silent") ? readFeeds(views, territory) : [],
    kinds.has("forecast_occupancy_above") ? readPeaks(views, territory, addDays(today, AHEAD_DAYS)) : [],
    kinds.has("occupancy_above") ? readInside(views) : [],
    kinds.has("feed_suspect") || kinds.has("data_state") ? readQuality(views) : NOTHING_DOUBTFUL,
    kinds.has("anomaly") ? readUnusual(views, addDays(today, -UNUSUAL_DAYS), today) : [],
  ]);
  return {
    now,
    zone,
    sites: sites.map(({ id, capacity }) => ({ id, capacity })),
    feeds,
    peaks,
    inside,
    ...quality,
    unusual,
  };
}

const NOTHING_DOUBTFUL: Pick<AlertFacts, "suspects" | "figures"> = { suspects: [], figures: [] };
const SIGNS: readonly SuspectKind[] = ["stuck", "ratio", "drift", "clock", "future"];

/** A suspicion about which a fault was written down is known. */
async function readQuality(views: Views): Promise<Pick<AlertFacts, "suspects" | "figures">> {
  const { problems, days } = await views.quality({});
  return {
    suspects: problems.flatMap(({ kind, feed, site, last, size, noted }) => {
      const sign = SIGNS.find((one) => one === kind);
      return sign === undefined || feed === null || noted ? [] : [{ feed, site, sign, last, size }];
    }),
    figures: days.map(({ site, day, state, visits, estimated, before, corrected_at }) => ({
      ...{ site, day, state, visits, estimated, before },
      correctedAt: corrected_at === null ? null : parseInstant(corrected_at),
    })),
  };
}

async function readFeeds(views: Views, territory: Territory): Promise<AlertFacts["feeds"]> {
  const { status, feeds } = await views.health({});
  // While the store is away or empty nothing is known about feeds: that is no silence of theirs.
  if (status === "down" || status === "starting") return [];
  const sites = new Map(territory.feeds.map(({ id, site }) => [id, site]));
  return feeds.map(({ feed, health, last_at }) => ({
    id: feed,
    site: sites.get(feed) ?? null,
    health,
    lastAt: last_at === null ? null : parseInstant(last_at),
  }));
}

async function readPeaks(views: Views, territory: Territory, last: string): Promise<AlertFacts["peaks"]> {
  const ids = territory.sites.filter(({ capacity }) => capacity !== null).map(({ id }) => id);
  const { rows } = await views.forecasts({ sites: ids, step: "PT1H", measure: "occupancy" });
  return rows
    .filter(({ day }) => day <= last)
    .map(({ site, day, start, q10, q75, q90 }) => ({ site, day, hour: parseInstant(start), q10, q75, q90 }));
}

/** As the screens say it; sites about which nothing can be said are absent. */
async function readInside(views: Views): Promise<AlertFacts["inside"]> {
  const { rows } = await views.live({});
  return rows.flatMap(({ site, inside }) =>
    inside === null ? [] : [{ site, at: parseInstant(inside.at), inside: inside.people }],
  );
}

async function readUnusual(views: Views, from: string, to: string): Promise<AlertFacts["unusual"]> {
  const { rows } = await views.unusual({ from, to });
  return rows.map(({ site, day, visits, range: { low, high } }) => ({ site, day, visits, low, high }));
}
