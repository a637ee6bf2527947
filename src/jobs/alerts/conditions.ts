/** Which alerts are true of the facts at hand. Pure: what is no longer true simply does not come out, so nothing has to
 *  be taken back. */
import type { Alert, Doubtful, SuspectKind } from "../../domain/alert.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Feed, Site } from "../../domain/site.ts";
import { addDays, type Instant, type LocalDate, localDate, weekday } from "../../domain/time.ts";

/** Forecast of the people inside over one hour. */
export interface HourPeak {
  readonly site: string;
  readonly day: LocalDate;
  readonly hour: Instant;
  readonly q10: number;
  readonly q75: number;
  readonly q90: number;
}

/** What is known; lists that no alert asks for may be empty. */
export interface AlertFacts {
  readonly now: Instant;
  readonly zone: string;
  readonly sites: readonly Pick<Site, "id" | "capacity">[];
  readonly feeds: readonly (Pick<Feed, "id" | "site"> & {
    readonly health: "ok" | "late" | "silent" | "failed";
    readonly lastAt: Instant | null;
  })[];
  readonly peaks: readonly HourPeak[];
  /** `at`: until when the doors have reported. */
  readonly inside: readonly { readonly site: string; readonly at: Instant; readonly inside: number }[];
  readonly suspects: readonly {
    readonly feed: string;
    readonly site: string | null;
    readonly sign: SuspectKind;
    readonly last: LocalDate;
    readonly size: number;
  }[];
  /** Days of sites, in any state. */
  readonly figures: readonly {
    readonly site: string;
    readonly day: LocalDate;
    readonly state: Doubtful | "current";
    readonly visits: number | null;
    readonly estimated: number;
    readonly before: number | null;
    /** Null = never corrected. */
    readonly correctedAt: Instant | null;
  }[];
  readonly unusual: readonly {
    readonly site: string;
    readonly day: LocalDate;
    readonly visits: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** Days after today that forecasts are looked through. */
export const AHEAD_DAYS = 7;
/** An unusual or doubtful day, or a correction, is news for this many days. */
const NEWS_DAYS = 2;

/** True conditions of every alert, each with the name under which it is told once: `site day`, `feed instant` of the last
 *  it was heard, or `feed site sign week` of a suspicion, which lasts. */
export function noticesOf(alerts: readonly Alert[], facts: AlertFacts): Notice[] {
  return alerts.flatMap((alert) => trueOf(alert, facts));
}

function trueOf(alert: Alert, facts: AlertFacts): Notice[] {
  const sites = facts.sites.filter(({ id }) => alert.site === null || id === alert.site);
  switch (alert.when.kind) {
    case "forecast_occupancy_above": {
      const { share } = alert.when;
      return sites.flatMap((site) => fullDays(alert.id, site, share, facts));
    }
    case "occupancy_above": {
      const { share } = alert.when;
      return sites.flatMap((site) => fullNow(alert.id, site, share, facts));
    }
    case "feed_silent":
      return facts.feeds
        .filter(({ site, health }) => health !== "ok" && (alert.site === null || site === alert.site))
        .map(({ id, site, health, lastAt }) => ({
          alert: alert.id,
          subject: `${id} ${lastAt === null ? "never" : new Date(lastAt).toISOString()}`,
          kind: "feed_silent",
          feed: id,
          site,
          since: lastAt,
          failed: health === "failed",
        }));
    case "feed_suspect":
      return facts.suspects
        .filter(({ site }) => alert.site === null || site === alert.site)
        .map((suspect) => {
          const monday = addDays(suspect.last, 1 - weekday(suspect.last));
          const subject = `${suspect.feed} ${suspect.site ?? "all"} ${suspect.sign} ${monday}`;
          return { alert: alert.id, subject, kind: "feed_suspect", ...suspect };
        });
    case "data_state": {
      const { states } = alert.when;
      return doubtful(facts)
        .filter(({ site, state }) => states.includes(state) && sites.some(({ id }) => id === site))
        .map((figure) => ({
          alert: alert.id,
          subject: `${figure.site} ${figure.day} ${figure.state}`,
          kind: "data_state",
          ...figure,
        }));
    }
    case "anomaly": {
      const first = addDays(localDate(facts.now, facts.zone), -NEWS_DAYS);
      return facts.unusual
        .filter(({ site, day }) => day >= first && sites.some(({ id }) => id === site))
        .map((day) => ({ alert: alert.id, subject: `${day.site} ${day.day}`, kind: "anomaly", ...day }));
    }
  }
}

/** Days that are over and whose figure became doubtful lately: the day itself, or its correction. */
function doubtful({ figures, now, zone }: AlertFacts) {
  const today = localDate(now, zone);
  const first = addDays(today, -NEWS_DAYS);
  return figures.flatMap(({ state, correctedAt, ...figure }) => {
    const since = state === "corrected" && correctedAt !== null ? localDate(correctedAt, zone) : figure.day;
    return state !== "current" && figure.day < today && since >= first ? [{ ...figure, state }] : [];
  });
}

/** Days on which more people than the limit are inside in the fullest hour with a chance of one in five or more.
 *  SOURCE: "journées de tension", days whose forecast at level 0.8 is above a share of capacity. */
function fullDays(
  alert: string,
  { id, capacity }: AlertFacts["sites"][number],
  share: number,
  { now, zone, peaks }: AlertFacts,
): Notice[] {
  if (capacity === null) return [];
  const limit = share * capacity;
  const last = addDays(localDate(now, zone), AHEAD_DAYS);
  const ahead = peaks.filter(({ site, hour, day }) => site === id && hour >= now && day <= last);
  return [...Map.groupBy(ahead, ({ day }) => day)].flatMap(([day, hours]): Notice[] => {
    const fullest = hours.reduce((most, hour) => (level80(hour) > level80(most) ? hour : most));
    if (level80(fullest) <= limit) return [];
    const { hour, q10, q90 } = fullest;
    return [
      {
        alert,
        subject: `${id} ${day}`,
        kind: "forecast_occupancy_above",
        site: id,
        day,
        hour,
        low: q10,
        high: q90,
        limit,
        capacity,
      },
    ];
  });
}

/** Between the levels that forecasts keep, in a straight line. */
function level80({ q75, q90 }: HourPeak): number {
  return q75 + (q90 - q75) / 3;
}

function fullNow(
  alert: string,
  { id, capacity }: AlertFacts["sites"][number],
  share: number,
  { zone, inside }: AlertFacts,
): Notice[] {
  const known = inside.find(({ site }) => site === id);
  if (capacity === null || !known || known.inside <= share * capacity) return [];
  return [
    {
      alert,
      subject: `${id} ${localDate(known.at, zone)}`,
      kind: "occupancy_above",
      site: id,
      at: known.at,
      inside: known.inside,
      limit: share * capacity,
      capacity,
    },
  ];
}
