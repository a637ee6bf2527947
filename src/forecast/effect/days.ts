/** Effect of something that comes and goes (a fair, rain): days that have it against what would have come without, and
 *  the same looked for on other days. Every day is projected from the Monday of its week, so that all are equally far
 *  ahead; days that have it teach nothing. */
import { fromDayNumber } from "../../domain/time.ts";
import type { History } from "../model.ts";
import { blockError } from "./block-error.ts";
import { type EffectAnswer, toEffect } from "./effect.ts";
import { againstPlacebos, around, type LogEffect, mean } from "./estimate.ts";
import { measuredOf } from "./measured.ts";
import { projectorOf } from "./projector.ts";
import { daysOf, logRatio, type Totals, totalsOf } from "./totals.ts";

/** Days of counts before the first week that is looked at. */
const WARMING = 56;
/** Months (of four weeks) with such days from which on their own spread is trusted; below, that of placebos is taken. */
const MANY_BLOCKS = 10;
/** Weeks by which the pattern of days is moved, back and forth, to make placebos. */
const MOST_SHIFTS = 26;
const LEAST_PLACEBOS = 6;
/** Share of the pattern's days that a placebo must find. */
const LEAST_SEEN = 0.5;
/** Days without it that a weekday must have been measured on. */
const LEAST_SEEN_DAYS = 8;

/** Days of one series (index) that have what is looked for: 1 by day index, of the axis' length. */
export interface TaggedDays {
  readonly series: number;
  readonly tagged: Uint8Array;
}

/** Pure; a history by day, of which calendars and covariates must not tell what is looked for (a calendar without the
 *  fair, weather without rain). */
export function effectOfDays(history: History, { series, tagged }: TaggedDays): EffectAnswer {
  const { set, origin } = history;
  const id = set.series[series]?.id ?? "";
  const refuse = (reason: string): EffectAnswer => ({ kind: "refused", id, reason });
  const measured = measuredOf(history)[series] ?? new Float64Array();
  const first = measured.findIndex((value) => !Number.isNaN(value));
  if (first < 0 || origin - first < 2 * WARMING) return refuse("too little measured: 16 weeks are needed");
  const projected = projectWeeks(without(history, series, tagged), series, first + WARMING);
  const pick = (days: (day: number) => boolean): Totals =>
    totalsOf(
      measured.map((value, day) => (days(day) ? value : Number.NaN)),
      projected,
    );
  const special = (day: number) => history.calendars[series]?.special.has(day) ?? false;
  const plain = (day: number) => tagged[day] !== 1 && !special(day);
  const wanted = comparable(tagged, measured, plain, special);
  const found = pick((day) => wanted[day] === 1);
  if (found.days === 0) return refuse("no such day was measured on a weekday that is known without");
  const shifts = shiftsOf(wanted, measured, projected, plain);
  const placebos = shifts.map(({ days }) => logRatio(pick((day) => days.has(day))));
  const log = logOf({ found, rest: pick(plain), measured, projected, tagged: wanted, plain, placebos });
  if (!log) return refuse(`too few other days to compare with: ${shifts.length} placebos`);
  const dates = shifts.map(({ first: day }) => fromDayNumber(set.axis.firstDay + day));
  const own = measured.map((value, day) => (wanted[day] === 1 ? value : Number.NaN));
  return toEffect(id, daysOf(own, projected, set.axis.firstDay), log, dates);
}

/** Tagged days that others can be compared with: on weekdays seen without often enough, and, where such are left, that
 *  are nothing else beside (a holiday, another event). */
function comparable(
  tagged: Uint8Array,
  measured: Float64Array,
  plain: (day: number) => boolean,
  special: (day: number) => boolean,
): Uint8Array {
  const seen = new Array<number>(7).fill(0);
  for (const [day, value] of measured.entries())
    if (plain(day) && !Number.isNaN(value)) seen[day % 7] = (seen[day % 7] ?? 0) + 1;
  const usual = tagged.map((tag, day) => (tag === 1 && (seen[day % 7] ?? 0) >= LEAST_SEEN_DAYS ? 1 : 0));
  const alone = usual.map((tag, day) => (tag === 1 && !special(day) ? 1 : 0));
  return alone.some((tag, day) => tag === 1 && !Number.isNaN(measured[day])) ? alone : usual;
}

interface Parts {
  readonly found: Totals;
  readonly rest: Totals;
  readonly measured: Float64Array;
  readonly projected: Float64Array;
  readonly tagged: Uint8Array;
  readonly plain: (day: number) => boolean;
  readonly placebos: readonly number[];
}

function logOf({ found, rest, measured, projected, tagged, plain, placebos }: Parts): LogEffect | undefined {
  const log = logRatio(found);
  const own = blockError(measured, projected, (day) =>
    tagged[day] === 1 ? "tagged" : plain(day) ? "plain" : "left out",
  );
  if (own.blocks >= MANY_BLOCKS) {
    const middle = mean(placebos);
    const about = placebos.map((placebo) => placebo - middle);
    // Months may go together as well: placebos would show it.
    const spread = Math.sqrt(mean(about.map((off) => off ** 2)));
    return around(log - logRatio(rest), Math.max(own.error, spread || 0), own.freedom, about);
  }
  if (placebos.length < LEAST_PLACEBOS) return undefined;
  return againstPlacebos(log, placebos, placebos.length);
}

/** The history without what was measured of a series on tagged days. */
function without(history: History, series: number, tagged: Uint8Array): History {
  const all = history.set.series.map((one, i) =>
    i === series
      ? { id: one.id, values: one.values.map((value, day) => (tagged[day] === 1 ? Number.NaN : value)) }
      : one,
  );
  return { ...history, set: { axis: history.set.axis, series: all } };
}

/** People by day as projected from the start of its week (seven days from `from` on); NaN before. */
function projectWeeks(history: History, series: number, from: number): Float64Array {
  const { origin } = history;
  const weeks = Array.from({ length: Math.ceil((origin - from) / 7) }, (_, i) => from + 7 * i);
  const project = projectorOf(history, series, weeks);
  const out = new Float64Array(origin).fill(Number.NaN);
  for (const week of weeks) out.set(project(week, Math.min(7, origin - week)), week);
  return out;
}

/** The pattern of tagged days moved by whole weeks, where it meets enough plain days. */
function shiftsOf(
  tagged: Uint8Array,
  measured: Float64Array,
  projected: Float64Array,
  plain: (day: number) => boolean,
): { readonly first: number; readonly days: ReadonlySet<number> }[] {
  const known = (day: number) =>
    !Number.isNaN((measured[day] ?? Number.NaN) + (projected[day] ?? Number.NaN));
  const pattern = Array.from(tagged.keys()).filter((day) => tagged[day] === 1 && known(day));
  const weeks = Array.from({ length: MOST_SHIFTS }, (_, i) => [-(i + 1), i + 1]).flat();
  return weeks.flatMap((shift) => {
    const days = pattern.map((day) => day + 7 * shift).filter((day) => known(day) && plain(day));
    const [first] = days;
    if (first === undefined || days.length < LEAST_SEEN * pattern.length) return [];
    return [{ first, days: new Set(days) }];
  });
}
