/** Histories of what is forecast beside visits: admissions, kiosk sessions, people inside. On the axes and calendars of
 *  the visits; NaN where nothing was observed or the site was closed. */
import type { Series, SeriesStep } from "../domain/series.ts";
import type { FeedKind, Site } from "../domain/site.ts";
import { type Instant, startOfDay } from "../domain/time.ts";
import type { History } from "../forecast/model.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "../visits/context.ts";
import { type MeasureHours, seriesOf } from "./measure-series.ts";
import { type ForecastMeasure, STEPS_OF } from "./measures.ts";
import { readInside } from "./occupancy-history.ts";
import { measure1h } from "./queries.ts";

/** One hour of a site: sum of the measure by all its feeds. */
interface Hour {
  readonly hour: Instant;
  readonly value: number;
}

/** Histories by step, of the sites that have such a series; none when no site has. */
export async function readMeasureHistory(
  store: Store,
  context: VisitContext,
  measure: Exclude<ForecastMeasure, "visits">,
  base: Readonly<Record<SeriesStep, History>>,
  origin: Instant,
): Promise<Partial<Record<SeriesStep, History>>> {
  const { zone } = context.territory;
  const first = base.PT1H.set.axis.start[0] ?? startOfDay("1970-01-01", zone);
  const span = { from: first, to: origin, tz: zone };
  const known =
    measure === "occupancy"
      ? await readInside(store, context, span)
      : await readSums(store, context, measure, span);
  const sites = context.territory.sites.flatMap((site, i) => {
    const hours = known.get(site.id);
    return hours ? [{ site, i, hours }] : [];
  });
  if (sites.length === 0) return {};
  const of = (step: SeriesStep): History => {
    const { set, origin: cut, calendars } = base[step];
    const series = sites.map(({ site, i, hours }): Series => {
      const calendar = calendars[i];
      const values = calendar ? seriesOf(set.axis, calendar, hours, cut) : new Float64Array(cut);
      return { id: site.id, values };
    });
    const own = sites.flatMap(({ i }) => calendars[i] ?? []);
    return { set: { axis: set.axis, series }, origin: cut, calendars: own };
  };
  return Object.fromEntries(STEPS_OF[measure].map((step) => [step, of(step)]));
}

const KIND: Readonly<Record<"admissions" | "kiosk_sessions", FeedKind>> = {
  admissions: "ticketing",
  kiosk_sessions: "kiosk",
};

async function readSums(
  store: Store,
  context: VisitContext,
  measure: "admissions" | "kiosk_sessions",
  span: { readonly from: Instant; readonly to: Instant; readonly tz: string },
): Promise<Map<string, MeasureHours>> {
  const sites = context.territory.sites.filter((site) => feedsOf(context, site, measure).length > 0);
  const measures = measure === "admissions" ? ["admissions", "tickets"] : [measure, "kiosk_heartbeats"];
  if (sites.length === 0) return new Map();
  const rows = await ask(store, measure1h, { sites: sites.map(({ id }) => id), measures, ...span });
  const bySite = Map.groupBy(rows, ({ site }) => site);
  return new Map(
    sites.flatMap((site): [string, MeasureHours][] => {
      const feeds = feedsOf(context, site, measure);
      const own = (bySite.get(site.id) ?? []).filter(({ feed }) => feeds.includes(feed));
      const named = (name: string) => own.filter((row) => row.measure === name);
      // Tickets by slot stand in only where the till does not scan: never both.
      const scans = named(measure);
      const counted = scans.length === 0 && measure === "admissions" ? named("tickets") : scans;
      const beats = measure === "kiosk_sessions" ? named("kiosk_heartbeats") : [];
      const first = Math.min(...counted.map(({ hour }) => hour), ...beats.map(({ hour }) => hour));
      if (!Number.isFinite(first)) return [];
      const until = Math.min(span.to, ...feeds.map((feed) => context.watermarks.get(feed) ?? 0));
      const on = beats.length > 0 ? new Set(beats.map(({ hour }) => hour)) : null;
      return [[site.id, { values: sums(counted), from: first, until, on }]];
    }),
  );
}

function feedsOf(context: VisitContext, site: Site, measure: "admissions" | "kiosk_sessions"): string[] {
  return context.feedsOf(site).flatMap((feed) => (feed.kind === KIND[measure] ? [feed.id] : []));
}

function sums(rows: readonly Hour[]): Map<Instant, number> {
  const out = new Map<Instant, number>();
  for (const { hour, value } of rows) out.set(hour, Math.max(0, (out.get(hour) ?? 0) + value));
  return out;
}
