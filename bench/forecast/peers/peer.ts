/** A forecasting package as a model: one series at a time, without gaps, holidays or bookings, as it is made. */
import { slotsPerDay } from "../../../src/domain/series.ts";
import type { Forecast, History, Model, Refusal } from "../../../src/forecast/model.ts";

/** Arrays with one entry per lead, people per step; lower and upper are the 0.1 and 0.9 quantiles. */
export interface PeerForecast {
  readonly point: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

export interface Peer {
  readonly name: string;
  /** Weeks of history that it is given: it would take too long with more. */
  readonly weeks: Readonly<Record<24 | 1, number>>;
  /** @param y without gaps; @param slots steps a day. @throws whatever the package throws */
  ask(y: Float64Array, slots: 24 | 1, leads: number): PeerForecast;
}

/** Forecasts lie within 0 and this many times the largest count seen: some run away. */
const FURTHEST = 2;

export function peerModel(peer: Peer): Model {
  return {
    name: peer.name,
    fit: () => ({
      forecast: (history, { leads, levels }) =>
        history.set.series.map(({ id, values }): Forecast | Refusal => {
          try {
            return answer(peer, history, id, values, leads, levels);
          } catch (cause) {
            return { kind: "refused", id, reason: String(cause) };
          }
        }),
    }),
  };
}

function answer(
  peer: Peer,
  { set }: History,
  id: string,
  values: Float64Array,
  leads: number,
  levels: readonly number[],
): Forecast | Refusal {
  const slots = slotsPerDay(set.axis);
  const y = withoutGaps(values, 7 * slots).slice(-peer.weeks[slots] * 7 * slots);
  if (y.length < 8 * 7 * slots) return { kind: "refused", id, reason: "history too short" };
  const { point, lower, upper } = peer.ask(y, slots, leads);
  const most = FURTHEST * y.reduce((a, b) => Math.max(a, b), 0);
  const within = (value: number | undefined) => Math.min(most, Math.max(0, value ?? Number.NaN));
  const mean = Float64Array.from({ length: leads }, (_, i) => within(point[i]));
  if (mean.some(Number.isNaN)) return { kind: "refused", id, reason: "no number" };
  const quantiles = Float64Array.from({ length: leads * 3 }, (_, i) => {
    const lead = Math.floor(i / 3);
    return i % 3 === 1 ? (mean[lead] ?? 0) : within((i % 3 === 0 ? lower : upper)[lead]);
  });
  return {
    kind: "forecast",
    id,
    model: peer.name,
    levels,
    leads,
    quantiles,
    mean,
    closed: new Uint8Array(leads),
  };
}

/** From the first observation on; a gap takes the same step a week before, or 0 where there is none. */
function withoutGaps(values: Float64Array, season: number): Float64Array {
  const first = values.findIndex((value) => !Number.isNaN(value));
  const y = values.slice(Math.max(0, first));
  for (const [i, value] of y.entries()) if (Number.isNaN(value)) y[i] = y[i - season] ?? 0;
  return first < 0 ? new Float64Array(0) : y;
}
