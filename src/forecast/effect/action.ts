/** Effect of something done from a date on (a tariff, an exhibition): what came against what would have come, and the
 *  same looked for at earlier dates, at which nothing was done.
 *  SOURCE: Brodersen et al. 2015, "Inferring causal impact using Bayesian structural time-series models", Annals of
 *  Applied Statistics 9 (the counterfactual); Abadie, Diamond & Hainmueller 2010 (the placebos). */
import { fromDayNumber } from "../../domain/time.ts";
import type { History } from "../model.ts";
import { type ControlledLogs, takeOffControls } from "./controls.ts";
import { type DayOfEffect, type EffectAnswer, toEffect } from "./effect.ts";
import { againstPlacebos } from "./estimate.ts";
import { countSeen, measuredOf } from "./measured.ts";
import { type PlaceboPlan, planPlacebos } from "./placebo-plan.ts";
import { projectorOf } from "./projector.ts";
import { daysOf, logRatio, type Totals, totalsOf } from "./totals.ts";

/** Days of counts before, and days gone by since, under which nothing is said; and days that were measured of them. */
const LEAST_BEFORE = 56;
const LEAST_AFTER = 14;
const FEWEST = 4;
/** Placebos that must not overlap. */
const LEAST_PLACEBOS = 3;

export interface Action {
  /** Series acted upon (index). */
  readonly series: number;
  /** Day indices `[from, to)`; days that are not known yet are left out. */
  readonly from: number;
  readonly to: number;
  /** Series that it did not touch (indices). */
  readonly controls: readonly number[];
}

/** Pure; a history by day. Nothing from `from` on is used for what would have come but calendar, weather and, where
 *  they help, the controls. */
export function effectOfAction(history: History, action: Action): EffectAnswer {
  const { series, from } = action;
  const { set, origin } = history;
  const id = set.series[series]?.id ?? "";
  const refuse = (reason: string): EffectAnswer => ({ kind: "refused", id, reason });
  const to = Math.min(action.to, origin);
  const measured = measuredOf(history);
  const own = measured[series] ?? new Float64Array();
  const first = own.findIndex((value) => !Number.isNaN(value));
  const before = first < 0 ? 0 : Math.max(0, from - first);
  if (before < LEAST_BEFORE) return refuse(`too little before: ${before} days (8 weeks are needed)`);
  if (to - from < LEAST_AFTER)
    return refuse(`too early: ${Math.max(0, to - from)} days (2 weeks are needed)`);
  const seen = countSeen(own, from, to);
  if (seen < FEWEST) return refuse(`too few days measured: ${seen} (${FEWEST} are needed)`);
  const plan = planPlacebos(own, { first, from, to });
  if (plan.independent < LEAST_PLACEBOS) return refuse("no earlier time is long enough to compare with");
  const spans = spansOf(history, measured, { ...action, to }, plan);
  const logsOf = (index: number): ControlledLogs => {
    const [span = Number.NaN, ...placebos] = spans(index).map(({ sums }) => logRatio(sums));
    return { span, placebos };
  };
  const taken = takeOffControls(logsOf(series), action.controls.map(logsOf), plan.independent);
  const log = againstPlacebos(taken.span, taken.placebos, plan.independent, taken.weight > 0 ? 1 : 0);
  const dates = plan.starts.map((start) => fromDayNumber(set.axis.firstDay + start));
  const names = taken.weight > 0 ? action.controls.map((index) => set.series[index]?.id ?? "") : [];
  const byDay = spans(series)[0]?.byDay ?? [];
  return toEffect(id, byDay, log, dates, { controls: names, controlWeight: taken.weight });
}

interface SpanSums {
  readonly sums: Totals;
  readonly byDay: readonly DayOfEffect[];
}

/** Measured beside projected for a series: over the action first, then over each placebo. */
function spansOf(
  history: History,
  measured: readonly Float64Array[],
  { series, from, to }: Action,
  { starts, days }: PlaceboPlan,
): (index: number) => readonly SpanSums[] {
  const known = new Map<number, readonly SpanSums[]>();
  const { firstDay } = history.set.axis;
  const learn = (index: number): SpanSums[] => {
    const past = index === series ? untilAction(history, series, from) : history;
    const project = projectorOf(past, index, [...starts, from]);
    const between = (start: number, end: number): SpanSums => {
      const came = (measured[index] ?? new Float64Array()).subarray(start, end);
      const hope = project(start, end - start);
      return { sums: totalsOf(came, hope), byDay: daysOf(came, hope, firstDay + start) };
    };
    return [between(from, to), ...starts.map((start) => between(start, start + days))];
  };
  return (index) => {
    const found = known.get(index) ?? learn(index);
    known.set(index, found);
    return found;
  };
}

/** The history with nothing of the series acted upon from the action on. */
function untilAction(history: History, series: number, from: number): History {
  const all = history.set.series.map((one, i) =>
    i === series ? { id: one.id, values: one.values.subarray(0, from) } : one,
  );
  return { ...history, set: { axis: history.set.axis, series: all } };
}
