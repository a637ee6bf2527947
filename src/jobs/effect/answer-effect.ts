/** Effect of an action, an event or rain at one site from the store. Controls of an action are all other sites that no
 *  action of their own touches. */
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import type { Territory } from "../../domain/site.ts";
import { type DaySpan, dayNumber, type Instant, localDate } from "../../domain/time.ts";
import { effectOfAction } from "../../forecast/effect/action.ts";
import { withoutEvent } from "../../forecast/effect/calendar-without.ts";
import { effectOfDays } from "../../forecast/effect/days.ts";
import type { Effect, EffectAnswer } from "../../forecast/effect/effect.ts";
import type { Estimate } from "../../forecast/effect/estimate.ts";
import { effectOfRain } from "../../forecast/effect/rain.ts";
import type { History } from "../../forecast/model.ts";
import { readAnnotations } from "../../store/annotations.ts";
import type { Store } from "../../store/connect.ts";
import { notedEvent } from "../history/calendar.ts";
import { stateOfNotes } from "../history/noted.ts";
import type { Known } from "../what-if/answer-what-if.ts";
import type { Recent } from "../what-if/recent.ts";
import type { EffectReply } from "./answer.ts";

/** Whose effect is asked for. */
export type EffectOf =
  /** Something done; days that are not over are left out. */
  | { readonly kind: "action"; readonly days: DaySpan }
  /** An event of the calendar by its id, or one written down by its text. */
  | { readonly kind: "event"; readonly event: string }
  | { readonly kind: "rain" };

export interface EffectQuestion {
  readonly territory: Territory;
  readonly now: Instant;
  readonly site: string;
  readonly of: EffectOf;
  /** Histories as they are known now. */
  readonly recent: Recent<Known>;
  readonly read: () => Promise<Known>;
}

/** Computes in the caller's thread. @throws RangeError for a site that is not in the territory */
export async function answerEffect(store: Store, question: EffectQuestion): Promise<EffectReply> {
  const { territory, now, site, of, recent, read } = question;
  const ids = territory.sites.map(({ id }) => id);
  const series = ids.indexOf(site);
  if (series < 0) throw new RangeError(`invalid site: ${site} (the territory has no such site)`);
  const key = await stateOfNotes(store, localDate(now, territory.zone));
  const { P1D: history } = (await recent(now, key, read)).value;
  if (of.kind === "event") return reply(eventEffect(history, series, of.event));
  if (of.kind === "rain") return reply(effectOfRain(history, series));
  const noted = await readAnnotations(store, ids, of.days, now + 1);
  const { firstDay } = history.set.axis;
  const [from, to] = [dayNumber(of.days.from) - firstDay, dayNumber(of.days.to) - firstDay];
  const controls = ids.flatMap((id, i) => (i === series || isActedUpon(noted, id) ? [] : [i]));
  return reply(effectOfAction(history, { series, from, to, controls }));
}

function eventEffect(history: History, series: number, event: string): EffectAnswer {
  const ids = [event, notedEvent(event)];
  const plain = history.calendars.map((calendar) => {
    const [first, second] = ids.map((id) => withoutEvent(calendar, id).tagged);
    const tagged = calendar.school.map((_, day) => (first?.[day] === 1 || second?.[day] === 1 ? 1 : 0));
    return { tagged, calendar: ids.reduce((left, id) => withoutEvent(left, id).calendar, calendar) };
  });
  const calendars = plain.map(({ calendar }) => calendar);
  const tagged = plain[series]?.tagged ?? new Uint8Array();
  return effectOfDays({ ...history, calendars }, { series, tagged });
}

function reply(answer: EffectAnswer): EffectReply {
  return answer.kind === "refused" ? { kind: "refused", reason: answer.reason } : rounded(answer);
}

function isActedUpon(noted: readonly Annotation[], site: string): boolean {
  return noted.some((one) => one.kind === "action" && one.withdrawnAt === null && isAbout(one, site));
}

function rounded(effect: Effect): EffectReply {
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
