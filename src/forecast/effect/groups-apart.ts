/** Counts without the groups that were booked for the day: no weather moves them, and a coach more or less hides what it
 *  does to the others. Days only. */
import { dayNumber } from "../../domain/time.ts";
import { onHand } from "../bookings.ts";
import type { History } from "../model.ts";
import type { Effect } from "./effect.ts";

/** Days from the first booking on record until most groups of a day are on record; and days without any booking, more
 *  than a winter's closing, after which they count as broken off. */
const KNOWN_AFTER = 60;
const LONGEST_SILENCE = 120;
/** Days with groups on record that have to be left, else counts stay as they are. */
const LEAST = 365;

export interface GroupsApart {
  /** The history with one series less its groups; not observed while groups were not on record yet. */
  readonly history: History;
  /** People taken off by day index: those on hand the evening before, never more than came. */
  readonly taken: Float64Array;
}

/** undefined where a series has no bookings, or too few days of them. */
export function groupsApart(history: History, series: number): GroupsApart | undefined {
  const { set, origin, bookings } = history;
  const rows = bookings?.[series];
  const values = set.series[series]?.values;
  if (!rows || !values || rows.visit.length === 0) return undefined;
  const { firstDay } = set.axis;
  const curve = onHand(rows, firstDay + origin);
  const from = Math.max(0, curve.firstMade + KNOWN_AFTER - firstDay);
  if (origin - from < LEAST || firstDay + origin - curve.lastMade > LONGEST_SILENCE) return undefined;
  const taken = values.map((value, day) => {
    const groups = Math.max(0, curve.groupsBefore(firstDay + day, firstDay + day));
    return Number.isNaN(value) || day < from ? 0 : Math.min(value, groups);
  });
  const others = values.map((value, day) => (day < from ? Number.NaN : value - (taken[day] ?? 0)));
  const all = set.series.map((one, i) => (i === series ? { id: one.id, values: others } : one));
  return { history: { ...history, set: { axis: set.axis, series: all } }, taken };
}

/** The same effect in people, among all who came. @param taken by day index from `firstDay` (day number) on */
export function withGroups(effect: Effect, taken: Float64Array, firstDay: number): Effect {
  const groupsOn = (date: string) => taken[dayNumber(date) - firstDay] ?? 0;
  const groups = effect.byDay.reduce((sum, { date }) => sum + groupsOn(date), 0);
  const measured = effect.measured + groups;
  const { value, low, high } = effect.counterfactual;
  const among = value / (value + groups);
  return {
    ...effect,
    measured,
    byDay: effect.byDay.map(({ date, ...day }) => ({
      date,
      measured: day.measured + groupsOn(date),
      without: day.without + groupsOn(date),
    })),
    counterfactual: { value: value + groups, low: low + groups, high: high + groups },
    share: {
      value: among * effect.share.value,
      low: among * effect.share.low,
      high: among * effect.share.high,
    },
    placebos: effect.placebos.map(({ date, share }) => ({ date, share: share * among })),
  };
}
