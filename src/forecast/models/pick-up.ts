/** pick-up: what is on hand for a day plus the net bookings and walk-ups still expected by lead, learned from past
 *  days at the same distance, with bands from its own past errors. For series with bookings only; hours take the
 *  shape of their day from robust-base. */
import { slotsPerDay } from "../../domain/series.ts";
import type { FitOptions, Fitted, Forecast, History, Model, Refusal } from "../model.ts";
import { type Bands, learnBands, poolBands } from "../pickup/bands.ts";
import { type BookedSite, bookedSite } from "../pickup/booked-site.ts";
import { explainBookedDays } from "../pickup/explain.ts";
import { forecastDays } from "../pickup/forecast-days.ts";
import { hoursOfDays } from "../pickup/hours.ts";
import { featureRows, learnPickUp, type PickUp } from "../pickup/learn.ts";
import { robustBase } from "./robust-base.ts";

const name = "pick-up";
/** Days between the first observation and the origin below which it refuses. */
const YOUNGEST = 56;
/** Days without any booking or cancellation before the origin after which the bookings count as broken off. */
const LONGEST_SILENCE = 28;

/** The model; a series without bookings is refused. */
export const pickUp: Model = { name, fit };

/** A site with what it has learned. */
interface Learned {
  readonly booked: BookedSite;
  readonly pickUp: PickUp;
  readonly bands: Bands;
}

function fit(history: History, options: FitOptions): Fitted {
  const days = daysOf(history, options.leads);
  const fitted = history.set.series.map((_, i) => learn(history, i, days));
  const share = poolBands(fitted.flatMap((one) => (typeof one === "string" ? [] : [one.bands])));
  const known = new Map(history.set.series.map(({ id }, i) => [id, fitted[i]]));
  /** At another origin the pick-up is learned anew, the bands stay those of the fit. */
  const at = (asked: History, series: number, leads: number): Learned | string => {
    const id = asked.set.series[series]?.id ?? "";
    const own = known.get(id);
    if (asked === history && own !== undefined) return own;
    return learn(asked, series, daysOf(asked, leads), typeof own === "object" ? own.bands : undefined);
  };
  const base = robustBase.fit(history, options);
  return {
    forecast(asked, request) {
      const { set, origin } = asked;
      const { leads, levels } = request;
      if (origin + leads > set.axis.count) {
        const rest = set.axis.count - origin;
        throw new RangeError(`invalid leads: ${leads} (the axis ends ${rest} steps after the origin)`);
      }
      const hourly = slotsPerDay(set.axis) === 24;
      const bases = hourly ? base.forecast(asked, request) : [];
      return set.series.map(({ id }, i): Forecast | Refusal => {
        const found = at(asked, i, leads);
        if (typeof found === "string") return { kind: "refused", id, reason: found };
        const { booked } = found;
        const bands = share(found.bands);
        const answer = forecastDays(booked, found.pickUp, bands, daysOf(asked, leads), levels);
        if (!hourly) return { kind: "forecast", id, model: name, levels, leads, ...answer };
        const hours = bases[i];
        if (hours?.kind !== "forecast") return { kind: "refused", id, reason: hours?.reason ?? "" };
        return hoursOfDays(asked, hours, answer, name);
      });
    },
    explain(asked, series, leads) {
      const found = slotsPerDay(asked.set.axis) === 24 ? "" : at(asked, series, leads);
      if (typeof found === "string") return [];
      const answer = forecastDays(found.booked, found.pickUp, share(found.bands), leads, [0.5]);
      return explainBookedDays(found.booked, answer);
    },
  };
}

/** Days from the origin's own to that of the last lead. */
function daysOf({ set: { axis }, origin }: History, leads: number): number {
  const last = axis.day[Math.min(axis.count, origin + leads) - 1] ?? 0;
  return last - (axis.day[origin] ?? last) + 1;
}

/** What one series teaches, or why nothing can be said of it. */
function learn(history: History, series: number, days: number, bands?: Bands): Learned | string {
  const booked = bookedSite(history, series);
  if (!booked) return "no bookings";
  const { originDay, site, curve, firstDay } = booked;
  const age = originDay - site.firstSeen;
  if (age < YOUNGEST) return `history too short: ${Math.max(0, age)} days (8 weeks are needed)`;
  const silent = firstDay + originDay - 1 - curve.lastMade;
  if (silent === Number.POSITIVE_INFINITY) return "no bookings";
  if (silent > LONGEST_SILENCE) return `no booking made for ${silent} days`;
  const rows = featureRows(booked);
  const learned = learnPickUp(booked, rows, originDay, days);
  if (!learned) return "too few days with known bookings";
  return { booked, pickUp: learned, bands: bands ?? learnBands(booked, rows, days) };
}
