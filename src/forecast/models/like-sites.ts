/** like-sites: cold start. A site with one to eight weeks of its own is forecast from the older ones most like it,
 *  brought to its level, with bands from older sites cut to the same age. Others are refused. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { slotsPerDay } from "../../domain/series.ts";
import { presumedClosed } from "../base/closure.ts";
import { makeSite } from "../base/make-site.ts";
import type { Site } from "../base/site.ts";
import { makeTable, openMinutes } from "../base/table.ts";
import { dailyTuning, hourlyTuning, type Tuning } from "../base/tuning.ts";
import { type Bands, bandsOut, learnBands, type Miss, missOf } from "../like/bands.ts";
import { explainYoung } from "../like/explain.ts";
import { type FirstDays, mixOf, mixTuning } from "../like/mix.ts";
import { hopeOf, type Outlook, outlookFrom } from "../like/outlook.ts";
import { canHelp, notYoung } from "../like/young.ts";
import type { Explanation, Fitted, Forecast, ForecastRequest, History, Model, Refusal } from "../model.ts";

const name = "like-sites";
/** Days between past origins at which older sites are cut young, not a multiple of 7; and how many at most. */
const EVERY = 18;
const ORIGINS = 8;
/** Ages at which bands are learned, in days. */
const ages = [7, 14, 28, 42] as const;

/** The model. Nothing is kept from the fit: a young site is another one a week later. */
export const likeSites: Model = {
  name,
  fit: (): Fitted => ({
    forecast: (history, request) => forecastYoung(history, request, []),
    explain(history, series, leads) {
      const answer = forecastYoung(history, { leads, levels: [0.5] }, [])[series];
      return answer?.kind === "forecast" ? reasonsOf(history, series, answer.quantiles) : [];
    },
  }),
};

/** Reasons for day forecasts of one series with these medians (people by lead); none by hours. */
export function reasonsOf(history: History, series: number, medians: Float64Array): readonly Explanation[] {
  const { axis, series: all } = history.set;
  const [values, calendar] = [all[series]?.values, history.calendars[series]];
  if (slotsPerDay(axis) === 24 || !values || !calendar) return [];
  const site = makeSite(makeTable(axis, values, history.origin, calendar), calendar, dailyTuning);
  return explainYoung(site, medians);
}

/** Forecasts the young sites of a history and refuses the others. older: by series, forecasts over the same leads
 *  with the level 0.5 that are better than the base's, where there are any. */
export function forecastYoung(
  history: History,
  request: ForecastRequest,
  older: readonly (Forecast | Refusal)[],
): (Forecast | Refusal)[] {
  const { set, origin } = history;
  const { leads } = request;
  if (origin + leads > set.axis.count) {
    const rest = set.axis.count - origin;
    throw new RangeError(`invalid leads: ${leads} (the axis ends ${rest} steps after the origin)`);
  }
  const tuning = slotsPerDay(set.axis) === 24 ? hourlyTuning : dailyTuning;
  const sites = sitesOf(history, tuning);
  const reasons = sites.map(notYoung);
  if (reasons.every((reason) => reason !== undefined))
    return set.series.map(({ id }, i) => refused(id, reasons[i]));
  const view = viewOf(sites, tuning);
  const now = outlooksNow(view, history, leads, older);
  const bandsAt = learnAll(view, leads);
  return set.series.map(({ id }, i) => {
    const site = sites[i];
    if (!site || reasons[i] !== undefined) return refused(id, reasons[i]);
    return (
      forecastSite(id, site, now, bandsAt, history, request) ??
      refused(id, "no older site was seen on the same days")
    );
  });
}

function refused(id: string, reason = ""): Refusal {
  return { kind: "refused", id, reason };
}

function sitesOf({ set, origin, calendars }: History, tuning: Tuning): Site[] {
  return set.series.map(({ values }, i) => {
    const calendar = calendars[i];
    if (!calendar)
      throw new RangeError(`invalid calendars: ${calendars.length} (one per series is expected)`);
    return makeSite(makeTable(set.axis, values, origin, calendar), calendar, tuning);
  });
}

/** All sites from any cell: outlooks over the leads, worked out once per cell. */
interface View {
  readonly sites: readonly Site[];
  readonly slots: number;
  /** First cell not known. */
  readonly known: number;
  /** Outlooks over `days` days of the sites that can help from a cell. */
  at(cell: number, days: number): ReadonlyMap<Site, Outlook>;
}

function viewOf(sites: readonly Site[], tuning: Tuning): View {
  const slots = sites[0]?.table.slots ?? 1;
  return {
    sites,
    slots,
    known: sites[0]?.table.known ?? 0,
    at: (cell, days) =>
      new Map(
        sites
          .filter((site) => canHelp(site, Math.floor(cell / slots)))
          .map((site) => [site, outlookFrom(site, cell, days, tuning)]),
      ),
  };
}

/** Outlooks from the origin of the history. */
function outlooksNow(
  { sites, known, slots, at }: View,
  { set: { axis }, origin }: History,
  leads: number,
  older: readonly (Forecast | Refusal)[],
): Outlook[] {
  const days = (axis.day[origin + leads - 1] ?? 0) - axis.firstDay - Math.floor(known / slots) + 1;
  return [...at(known, days)].map(([site, outlook]) => {
    const better = older[sites.indexOf(site)];
    if (better?.kind !== "forecast") return outlook;
    return { ...outlook, hope: hopeOf(better, axis, origin, outlook.hope.length) };
  });
}

/** Bands by age, each learned when first asked for. */
function learnAll(view: View, leads: number): (age: number) => Bands {
  const { slots, known } = view;
  const folds: {
    readonly cell: number;
    readonly days: number;
    readonly outlooks: ReadonlyMap<Site, Outlook>;
  }[] = [];
  for (let n = 1; n <= ORIGINS; n++) {
    const cell = known - n * EVERY * slots;
    const reach = Math.min(leads, known - cell);
    const days = Math.floor((cell + reach - 1) / slots) - Math.floor(cell / slots) + 1;
    if (cell > 0) folds.push({ cell, days, outlooks: view.at(cell, days) });
  }
  const made = new Map<number, Bands>();
  return (age) => {
    const rounded = ages.findLast((at) => at <= age) ?? ages[0];
    let bands = made.get(rounded);
    if (!bands) {
      const misses = folds.flatMap(({ cell, outlooks }) =>
        [...outlooks.keys()].flatMap((site) =>
          missesOf(site, cell, rounded, Math.min(leads, known - cell), outlooks),
        ),
      );
      bands = learnBands(misses, slots);
      made.set(rounded, bands);
    }
    return bands;
  };
}

/** Errors of one older site taken for a young one. */
function missesOf(
  site: Site,
  cell: number,
  age: number,
  leads: number,
  outlooks: ReadonlyMap<Site, Outlook>,
): Miss[] {
  const { slots, values } = site.table;
  const others = [...outlooks].flatMap(([other, outlook]) => (other === site ? [] : outlook));
  const hope = mixOf(firstDays(site, cell - age * slots, cell), others, mixTuning);
  const start = Math.floor(cell / slots) * slots;
  const misses: Miss[] = [];
  for (let lead = 1; hope && lead <= leads; lead++) {
    const at = cell + lead - 1;
    const [seen, hoped] = [values[at] ?? Number.NaN, hope[at - start] ?? Number.NaN];
    if (!Number.isNaN(seen) && !Number.isNaN(hoped)) misses.push(missOf(lead, seen, hoped));
  }
  return misses;
}

function firstDays(site: Site, from: number, cell: number): FirstDays {
  const { table, weekday, calendar } = site;
  const special = (day: number) => calendar.special.has(day);
  return { seen: table.values, from: Math.max(0, from), cell, slots: table.slots, weekday, special };
}

function forecastSite(
  id: string,
  site: Site,
  outlooks: readonly Outlook[],
  bandsAt: (age: number) => Bands,
  { set: { axis }, origin }: History,
  { leads, levels }: ForecastRequest,
): Forecast | undefined {
  const { slots, known } = site.table;
  const originDay = Math.floor(known / slots);
  const age = originDay - site.firstSeen;
  const hope = mixOf(firstDays(site, site.firstSeen * slots, known), outlooks, mixTuning);
  if (!hope) return undefined;
  const bands = bandsAt(age);
  const quantiles = new Float64Array(leads * levels.length);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  for (let i = 0; i < leads; i++) {
    const day = (axis.day[origin + i] ?? 0) - axis.firstDay;
    const slot = axis.slot[origin + i] ?? 0;
    if (openMinutes(site.calendar, day, slot, slots) === 0 || presumedClosed(site, originDay, day)) {
      closed[i] = 1;
      continue;
    }
    const row = quantiles.subarray(i * levels.length, (i + 1) * levels.length);
    mean[i] = bandsOut(bands, slots, hope[(day - originDay) * slots + slot] ?? 0, i + 1, levels, row);
    orderQuantiles(row);
  }
  return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed };
}
