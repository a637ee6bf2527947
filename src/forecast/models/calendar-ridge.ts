/** calendar-ridge: log counts by day as a sum of weekday, season, holidays, school, weather and a level that
 *  wanders; effects of a site are drawn towards those that all sites share. Days only; carries further ahead than
 *  robust-base, and averages well with it. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { slotsPerDay } from "../../domain/series.ts";
import { presumedClosed } from "../base/closure.ts";
import { makeSite } from "../base/make-site.ts";
import { learnSpread, pool, type Spread, spreadOut } from "../base/spread.ts";
import { makeTable, openMinutes } from "../base/table.ts";
import { dailyTuning } from "../base/tuning.ts";
import type { FitOptions, Fitted, Forecast, ForecastRequest, History, Model, Refusal } from "../model.ts";
import { type Columns, makeColumns } from "../ridge/columns.ts";
import { issuesOf, type Scale, scaleOf } from "../ridge/covariates.ts";
import { explainRidge } from "../ridge/explain.ts";
import { lastYearsOfAll } from "../ridge/last-years.ts";
import { learn, type State } from "../ridge/learn.ts";
import { pointsFrom } from "../ridge/point.ts";
import { type RidgeSite, ridgeSite } from "../ridge/site.ts";
import { type RidgeTuning, ridgeTuning } from "../ridge/tuning.ts";

const name = "calendar-ridge";
/** Days between the first observation and the origin below which it refuses. */
const YOUNGEST = 56;
/** Days without any observation before the origin after which it refuses: a closed season, and some. */
const LONGEST_SILENCE = 240;
/** Days that must have been observed among them. */
const FEWEST = 28;
/** Days between earlier origins, and how many: those that learnSpread asks for. */
const EVERY = 6;
const ORIGINS = 60;
/** Days between those before them, at which only outliers are told apart anew. */
const WARMING = 30;

/** The model: `fit` learns effects, levels and bands from all series together. */
export const calendarRidge: Model = {
  name,
  fit: (history, options) => fitRidge(history, options, ridgeTuning),
};

function fitRidge(history: History, { leads }: FitOptions, tuning: RidgeTuning): Fitted {
  if (slotsPerDay(history.set.axis) === 24) return refuseAll("hourly steps (it forecasts days only)");
  const sites = sitesOf(history);
  const { origin } = history;
  const columns = makeColumns(history.calendars, origin, scalesOf(sites, history), tuning);
  const { states, common } = learn(columns, sites, originsBefore(origin));
  const own = sites.map((site, i) =>
    refusalOf(site) ? undefined : spreadOf(columns, site, states[i] ?? [], leads),
  );
  const share = pool(own);
  const spreads = new Map(history.set.series.map(({ id }, i) => [id, own[i]]));
  const standing = (asked: History): { sites: readonly RidgeSite[]; states: (State | undefined)[] } => {
    if (asked === history) return { sites, states: states.map((list) => list.at(-1)) };
    const found = sitesOf(asked);
    return {
      sites: found,
      states: learn(columns, found, warmingTo(asked.origin), common).states.map((list) => list.at(-1)),
    };
  };
  return {
    forecast(asked, request) {
      const now = standing(asked);
      return now.sites.map((site, i): Forecast | Refusal => {
        const id = asked.set.series[i]?.id ?? "";
        const spread = share(spreads.get(id));
        const state = now.states[i];
        const reason = refusalOf(site) ?? (spread ? undefined : "no past forecast to take a band from");
        if (reason !== undefined || !spread || !state) return { kind: "refused", id, reason: reason ?? "" };
        return forecastSite(id, columns, site, state, spread, request);
      });
    },
    explain(asked, series, days) {
      const now = standing(asked);
      const [site, state] = [now.sites[series], now.states[series]];
      const answer = this.forecast(asked, { leads: days, levels: [0.5] })[series];
      return site && state && answer?.kind === "forecast"
        ? explainRidge(columns, site, state, answer.quantiles)
        : [];
    },
  };
}

/** The origin and those before it at which bands are learned, ascending. */
function originsBefore(origin: number): number[] {
  const days = Array.from({ length: ORIGINS + 1 }, (_, n) => origin - n * EVERY).filter((day) => day >= 0);
  days.push(...warmingTo((days.at(-1) ?? 0) - WARMING).reverse());
  return days.reverse();
}

/** The origin and those before it at which outliers are told apart, ascending: all that no band is learned from. */
function warmingTo(origin: number): number[] {
  const days = origin >= YOUNGEST ? [origin] : [];
  for (let day = origin - WARMING; day >= YOUNGEST; day -= WARMING) days.push(day);
  return days.reverse();
}

function refuseAll(reason: string): Fitted {
  return { forecast: ({ set }) => set.series.map(({ id }): Refusal => ({ kind: "refused", id, reason })) };
}

function sitesOf({ set, origin, calendars, covariates }: History): RidgeSite[] {
  const sites = set.series.map(({ values }, i) => {
    const calendar = calendars[i];
    if (!calendar)
      throw new RangeError(`invalid calendars: ${calendars.length} (one per series is expected)`);
    const base = makeSite(makeTable(set.axis, values, origin, calendar), calendar, dailyTuning);
    const issues = (covariates?.[i] ?? []).map((covariate) => issuesOf(covariate, set.axis.count));
    return ridgeSite(base, issues, set.axis.start);
  });
  const allYears = lastYearsOfAll(
    sites.map(({ years }) => years),
    set.axis.count,
  );
  return sites.map((site) => ({ ...site, allYears }));
}

function scalesOf(sites: readonly RidgeSite[], { set, origin }: History): Map<string, Scale> {
  const asOf = set.axis.start[origin] ?? Number.POSITIVE_INFINITY;
  const all = sites.flatMap(({ covariates }) => covariates);
  const names = [...new Set(all.map((issues) => issues.name))].sort();
  return new Map(
    names.map((wanted) => [
      wanted,
      scaleOf(
        all.filter((issues) => issues.name === wanted),
        asOf,
      ),
    ]),
  );
}

function refusalOf({ base: { table, firstSeen } }: RidgeSite): string | undefined {
  const span = table.known - firstSeen;
  if (span < YOUNGEST) return `history too short: ${Math.max(0, span)} days (8 weeks are needed)`;
  const silent = table.known - 1 - table.totals.findLastIndex((total) => !Number.isNaN(total));
  if (silent > LONGEST_SILENCE) return `nothing observed for ${silent} days`;
  const seen = table.totals.reduce((n, total) => n + (Number.isNaN(total) ? 0 : 1), 0);
  return seen < FEWEST ? `too few days observed: ${seen} (${FEWEST} are needed)` : undefined;
}

function spreadOf(
  columns: Columns,
  site: RidgeSite,
  states: readonly State[],
  leads: number,
): Spread | undefined {
  const { table, calendar, weekday, firstSeen } = site.base;
  return learnSpread(
    table,
    weekday,
    (day) => calendar.special.has(day),
    firstSeen,
    leads,
    (cell, days) => {
      const state = states.find(({ day }) => day === cell);
      return state ? pointsFrom(columns, site, state, days) : new Float64Array(days).fill(Number.NaN);
    },
  );
}

function forecastSite(
  id: string,
  columns: Columns,
  site: RidgeSite,
  state: State,
  spread: Spread,
  { leads, levels }: ForecastRequest,
): Forecast {
  const { calendar, weekday, table } = site.base;
  if (state.day + leads > table.days)
    throw new RangeError(
      `invalid leads: ${leads} (the axis ends ${table.days - state.day} steps after the origin)`,
    );
  const points = pointsFrom(columns, site, state, leads);
  const quantiles = new Float64Array(leads * levels.length);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  for (const [i, hope] of points.entries()) {
    const day = state.day + i;
    if (presumedClosed(site.base, state.day, day) || openMinutes(calendar, day, 0, 1) === 0) {
      closed[i] = 1;
      continue;
    }
    const cell = { weekday: weekday[day] ?? 0, slot: 0, slots: 1, special: calendar.special.has(day) };
    const row = quantiles.subarray(i * levels.length, (i + 1) * levels.length);
    mean[i] = spreadOut(spread, cell, hope, i + 1, levels, row);
    orderQuantiles(row);
  }
  return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed };
}
