/** Sentences about advice, read off the reply. */
import type { Advice, AdviceEffect } from "../../src/contract/advice.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";

/** From 14:00 to 17:30, for each span at which both sites are open. */
export function hoursText(hours: Advice["hours"], { f, t }: Words): string {
  return f.list(hours.map(({ from, to }) => t.flows.advice.hours(f.clock(from), f.clock(to))));
}

/** French and English; null where nobody says. */
export function spokenText(languages: Advice["languages"], { f, t }: Words): string | null {
  return languages === null ? null : f.list(languages.map((lang) => t.flows.languages[lang]));
}

/** The advice, and that nobody has to follow it. */
export function adviceText(advice: Advice, words: Words): string {
  const { f, t, lang } = words;
  const { from, to, hours, km, languages } = advice;
  const spoken = spokenText(languages, words);
  const text = t.flows.advice.text(
    capital(`${f.weekday(advice.day)} ${f.long(advice.day)}`),
    hoursText(hours, words),
    named(from.name, lang),
    f.between(from.expected),
    named(to.name, lang),
    t.flows.levels[to.level],
    f.decimal(km),
  );
  return `${text}${spoken ? t.flows.advice.spoken(spoken) : ""}. ${t.flows.advice.nothing}`;
}

/** What keeping it did at the receiving site, or why that is not known yet. */
export function effectText(effect: AdviceEffect, site: string, { f, t }: Words): string {
  const { days, per_day: perDay } = effect;
  if (!perDay) return t.flows.advice.unmeasured(days);
  return t.flows.advice.effect(days, site, perDay.value, f.signed(perDay.low), f.signed(perDay.high));
}

/** What was decided, and when; null while it is open. */
export function decisionText({ status, reason, decided_at: at }: Advice, { f, t }: Words): string | null {
  if (status === "open" || at === null) return null;
  const day = f.long(f.dayOf(at));
  if (status === "kept") return t.flows.advice.kept(day);
  return t.flows.advice.dismissed(day, t.flows.advice.reasons[reason ?? "other"]);
}
