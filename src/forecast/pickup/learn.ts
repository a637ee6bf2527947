/** The pick-up still expected at each lead: net bookings (and walk-ups) between the day something is asked and the
 *  visit, learned from past days at the same distance, newest counting most. */
import { YEAR } from "../base/season.ts";
import type { BookedSite } from "./booked-site.ts";
import { features, pullsFor, width } from "./features.ts";
import { dot, medianRegression } from "./median-regression.ts";

/** Leads, in days, at which the pick-up is learned; between them it is interpolated on a log scale. */
const knots = [1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 40, 56, 90, 130, 190, 270, 380];
/** Neighbouring leads that help at a knot, as factors: one lead's own past days are too few. */
const nearby = [0.5, 1, 2];
/** Days after which a past day counts half: at lead 0, and more for each day of lead. */
const HALF_LIFE = 60;
const HALF_LIFE_BY_LEAD = 2;
/** Days either side (standard deviations) of the same season a year before that count anew, the middle one as much as
 *  the newest day: weekends are booked otherwise in summer than in winter. */
const SEASON = 21;
/** Days of bookings that must lie before the day something is asked, for what is on hand to be all. */
const SETTLED = 28;
/** Past days that a knot needs. */
const FEWEST = 21;
/** Errors below this share of a usual day count as squares. */
const BLUNT = 0.04;

/** Expects people by day as of one origin. */
export interface PickUp {
  /** Median people on the day (index) at a lead (days); may be below 0. Beyond the longest lead that could be learned
   *  the calendar model speaks, and nobody who has booked is doubted. */
  expect(day: number, lead: number): number;
}

/** Feature rows of the days before the site's origin, by lead, made once for all origins that are learned at. */
export type Rows = (lead: number) => Float64Array;

export function featureRows(booked: BookedSite): Rows {
  const made = new Map<number, Float64Array>();
  return (lead) => {
    let rows = made.get(lead);
    if (!rows) {
      rows = new Float64Array(booked.originDay * width);
      for (let day = 0; day < booked.originDay; day++) features(booked, day, lead, rows, day * width);
      made.set(lead, rows);
    }
    return rows;
  };
}

/** Learns from the days before `origin` (index, at most the site's own) for leads up to `leads` days; undefined
 *  when not even the shortest lead has enough past days. */
export function learnPickUp(
  booked: BookedSite,
  rows: Rows,
  origin: number,
  leads: number,
): PickUp | undefined {
  const fits: { readonly lead: number; readonly b: Float64Array }[] = [];
  for (const [n, lead] of knots.entries()) {
    if (n > 0 && (knots[n - 1] ?? 0) >= leads) break;
    const b = fitKnot(booked, rows, origin, lead);
    if (!b) break;
    fits.push({ lead, b });
  }
  const last = fits.at(-1);
  if (!last) return undefined;
  const row = new Float64Array(width);
  return {
    expect(day, lead) {
      const asOf = day - lead + 1;
      if (lead > last.lead) {
        const usual = booked.calendarForecast(day, asOf);
        return Math.max(booked.onHand(day, asOf), Number.isNaN(usual) ? 0 : usual);
      }
      features(booked, day, lead, row, 0);
      const upper = fits.find((fit) => fit.lead >= lead) ?? last;
      const lower = fits.findLast((fit) => fit.lead <= lead) ?? upper;
      const share =
        upper.lead === lower.lead ? 0 : Math.log(lead / lower.lead) / Math.log(upper.lead / lower.lead);
      const picked = (1 - share) * dot(row, 0, lower.b) + share * dot(row, 0, upper.b);
      return booked.onHand(day, asOf) + booked.level * picked;
    },
  };
}

function fitKnot(booked: BookedSite, rows: Rows, origin: number, knot: number): Float64Array | undefined {
  const { totals, level, curve, firstDay } = booked;
  const leads = [...new Set(nearby.map((factor) => Math.max(1, Math.round(knot * factor))))];
  const half = HALF_LIFE + HALF_LIFE_BY_LEAD * knot;
  const yearBefore = origin + knot - 1 - YEAR;
  const x = new Float64Array(leads.length * origin * width);
  const y = new Float64Array(leads.length * origin);
  const weight = new Float64Array(leads.length * origin);
  let days = 0;
  let n = 0;
  for (const lead of leads) {
    const found = rows(lead);
    for (let day = 0; day < origin; day++) {
      const total = totals[day] ?? Number.NaN;
      const asOf = day - lead + 1;
      if (Number.isNaN(total) || firstDay + asOf - curve.firstMade < SETTLED) continue;
      x.set(found.subarray(day * width, (day + 1) * width), n * width);
      y[n] = (total - booked.onHand(day, asOf)) / level;
      const season = Math.exp(-0.5 * ((day - yearBefore) / SEASON) ** 2);
      weight[n] = (0.5 ** ((origin - day) / half) + season) / leads.length;
      if (lead === knot) days++;
      n++;
    }
  }
  if (days < FEWEST) return undefined;
  const used = { x: x.subarray(0, n * width), y: y.subarray(0, n), weight: weight.subarray(0, n), width };
  return medianRegression(used, pullsFor(booked), BLUNT);
}
