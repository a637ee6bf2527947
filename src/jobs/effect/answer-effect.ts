/** Effect of an action at one site from the store: all other sites that no action of their own touches are controls. */
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import type { Territory } from "../../domain/site.ts";
import { type DaySpan, dayNumber, type Instant, localDate } from "../../domain/time.ts";
import { effectOfAction } from "../../forecast/effect/action.ts";
import type { Effect } from "../../forecast/effect/effect.ts";
import type { Estimate } from "../../forecast/effect/estimate.ts";
import type { History } from "../../forecast/model.ts";
import { readAnnotations } from "../../store/annotations.ts";
import type { Store } from "../../store/connect.ts";
import type { Recent } from "../what-if/recent.ts";
import type { ActionEffect } from "./answer.ts";

export interface EffectQuestion {
  readonly territory: Territory;
  readonly now: Instant;
  readonly site: string;
  /** Days of the action; those that are not over are left out. */
  readonly days: DaySpan;
  /** Histories by day as they are known now. */
  readonly recent: Recent<History>;
  readonly read: () => Promise<History>;
}

/** Computes in the caller's thread. @throws RangeError for a site that is not in the territory */
export async function answerEffect(store: Store, question: EffectQuestion): Promise<ActionEffect> {
  const { territory, now, site, days, recent, read } = question;
  const ids = territory.sites.map(({ id }) => id);
  const series = ids.indexOf(site);
  if (series < 0) throw new RangeError(`invalid site: ${site} (the territory has no such site)`);
  const { value: history } = await recent(now, localDate(now, territory.zone), read);
  const noted = await readAnnotations(store, ids, days, now + 1);
  const { firstDay } = history.set.axis;
  const [from, to] = [dayNumber(days.from) - firstDay, dayNumber(days.to) - firstDay];
  const controls = ids.flatMap((id, i) => (i === series || isActedUpon(noted, id) ? [] : [i]));
  const answer = effectOfAction(history, { series, from, to, controls });
  return answer.kind === "refused" ? { kind: "refused", reason: answer.reason } : rounded(answer);
}

function isActedUpon(noted: readonly Annotation[], site: string): boolean {
  return noted.some((one) => one.kind === "action" && one.withdrawnAt === null && isAbout(one, site));
}

function rounded(effect: Effect): ActionEffect {
  const { byDay, measured, counterfactual, share, people, perDay, chance, placebos } = effect;
  return {
    kind: "effect",
    days: byDay.length,
    measured,
    counterfactual: each(counterfactual, 10),
    share: each(share, 10_000),
    people: each(people, 10),
    per_day: each(perDay, 10),
    chance: to(chance, 10_000),
    placebos: placebos.map(({ date, share: off }) => ({ from: date, share: to(off, 10_000) })),
    controls: [...effect.controls],
    control_weight: to(effect.controlWeight, 100),
    by_day: byDay.map((day) => ({ day: day.date, measured: day.measured, without: to(day.without, 10) })),
  };
}

function each({ value, low, high }: Estimate, digits: number): Estimate {
  return { value: to(value, digits), low: to(low, digits), high: to(high, digits) };
}

/** Never −0. */
function to(value: number, digits: number): number {
  return Math.round(value * digits) / digits + 0;
}
