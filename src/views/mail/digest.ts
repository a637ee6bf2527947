/** Facts of the morning mail, from the same views as the pages. */
import type { Views } from "../../api/views.ts";
import type { DigestFacts, DigestSite, MailFrame } from "../../contract/mail.ts";
import type { VisitRow } from "../../contract/visits.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Territory } from "../../domain/site.ts";
import { addDays, type Instant, localDate, toIso } from "../../domain/time.ts";
import { TERRITORY } from "../../jobs/territory-forecast.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { openingReply } from "../opening.ts";
import { revisionList } from "../queries.ts";
import { weekOf } from "./week.ts";

const WEEK = 7;
const DAY_MS = 24 * 3_600_000;
/** Days back whose corrections are looked at. */
const CORRECTED_DAYS = 60;

export interface DigestParts {
  readonly views: Views;
  readonly store: Store;
  readonly territory: Territory;
  /** Where the pages are; null = mails hold no links. */
  readonly url: string | null;
}

/** What every mail of the territory says around its content. */
export function mailFrame(
  { territory, url }: Pick<DigestParts, "territory" | "url">,
  now: Instant,
): MailFrame {
  const { office, zone, simulated, sites } = territory;
  return {
    office,
    zone,
    simulated,
    names: Object.fromEntries(sites.map(({ id, name }) => [id, name])),
    url,
    now: toIso(now),
  };
}

/** @param notices what is alarming now */
export async function readDigest(
  parts: DigestParts,
  now: Instant,
  notices: readonly Notice[],
): Promise<DigestFacts> {
  const { views, store, territory } = parts;
  const today = localDate(now, territory.zone);
  const yesterday = addDays(today, -1);
  const day = { step: "P1D", measure: "visits" } as const;
  const weekAgo = toIso(now - WEEK * DAY_MS);
  const [visits, forecasts, then, board, health, revisions] = await Promise.all([
    views.visits({ from: addDays(today, -2 * WEEK), to: today, step: "P1D", compare: "comparable" }),
    views.forecasts(day),
    views.forecasts({ ...day, sites: [TERRITORY], issued_at: weekAgo }),
    views.board({}),
    views.health({}),
    ask(store, revisionList, { from: addDays(today, -CORRECTED_DAYS), to: today }),
  ]);
  const past = visits.rows.filter((row) => row.day === yesterday);
  const expected = (site: string, rows = forecasts.rows, on = today) => {
    const row = rows.find((one) => one.site === site && one.day === on);
    return row ? { low: Math.round(row.q10), high: Math.round(row.q90) } : null;
  };
  const booked = (site: string) =>
    forecasts.rows.find((one) => one.site === site && one.day === today)?.booked ?? null;
  const sites = territory.sites.map((site): DigestSite => {
    const row = past.find((one) => one.site === site.id);
    return {
      site: site.id,
      yesterday: {
        visits: row?.visits ?? null,
        state: row?.state ?? "missing",
        estimated: row?.estimated ?? 0,
      },
      today: {
        opening: openingReply(site, today),
        expected: expected(site.id),
        booked: booked(site.id),
      },
    };
  });
  const saturday = board.weekend?.saturday ?? null;
  const feedSites = new Map(territory.feeds.map(({ id, site }) => [id, site]));
  return {
    ...mailFrame(parts, now),
    today,
    yesterday,
    sites,
    all: { ...totalOf(past), today: expected(TERRITORY) },
    weekend: board.weekend ?? null,
    saturday_before: saturday === null ? null : expected(TERRITORY, then.rows, saturday),
    week: weekOf(visits.rows, today),
    corrected: revisions
      .filter(({ kind, detected, site, measure }) => {
        return kind === "corrected" && detected >= now - WEEK * DAY_MS && isTruth(territory, site, measure);
      })
      .map(({ site, day: corrected, before, after }) => ({ site, day: corrected, before, after })),
    silent: health.feeds
      .filter((feed) => feed.health !== "ok")
      .map((feed) => ({ ...feed, site: feedSites.get(feed.feed) ?? null })),
    notices: notices.filter(({ kind }) => kind !== "feed_silent"),
  };
}

/** Yesterday of all sites. */
function totalOf(rows: readonly VisitRow[]): Omit<DigestFacts["all"], "today"> {
  const known = rows.flatMap(({ visits }) => visits ?? []);
  const paired = rows.filter(({ visits }) => visits !== null).map(({ compare_visits }) => compare_visits);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const whole = paired.flatMap((value) => value ?? []);
  return {
    yesterday: known.length > 0 ? sum(known) : null,
    missing: rows.filter(({ state }) => state === "missing").length,
    estimated: sum(rows.map(({ estimated }) => estimated)),
    comparable: whole.length > 0 && whole.length === paired.length ? sum(whole) : null,
  };
}

/** A correction is news where it concerns what the site's visits are counted by. */
function isTruth({ sites }: Territory, site: string, measure: string): boolean {
  const source = sites.find(({ id }) => id === site)?.visits.source;
  return measure === (source === "counter" ? "entries" : source);
}
