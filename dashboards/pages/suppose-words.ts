/** The sentences of the screen "Et si ?", all read off the reply. */
import type { Scenario } from "../../src/contract/scenarios.ts";
import type { Suppose, SupposeTotal } from "../../src/contract/suppose.ts";
import type { Change, WhatIfDay } from "../../src/contract/what-if.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital, type Ends } from "../i18n/format.ts";
import { isSaid, reasonText } from "./suppose-reasons.ts";
import type { Sentences } from "./today-answer.ts";

type Told = Extract<Suppose["answer"], { readonly kind: "told" }>;

/** The answer where there is one. */
export function toldOf({ answer }: Suppose): Told | null {
  return answer.kind === "told" ? answer : null;
}

/** The difference as a range, or why nothing can be said; then both sides of it. */
export function supposeAnswer(reply: Suppose, words: Words): Sentences {
  const { t } = words;
  if (reply.refused === "no_data") return { first: t.shell.state.empty, second: "" };
  if (reply.refused !== null && reply.changes.length === 0) {
    return { first: t.shell.state.noForecast, second: t.outlook.refusedNext };
  }
  if (reply.answer.kind === "waiting") return { first: t.suppose.waiting, second: t.suppose.waitingNext };
  if (reply.chosen?.scenario.status === "plan") return planAnswer(reply, reply.chosen, words);
  const told = toldOf(reply);
  if (told) return toldAnswer(reply, told, words);
  return reply.asked === null
    ? { first: t.suppose.nothing, second: t.suppose.nothingNext }
    : { first: t.suppose.noDay, second: t.suppose.noDayNext };
}

function toldAnswer(reply: Suppose, told: Told, words: Words): Sentences {
  const { t } = words;
  const refused = told.days.filter((day) => day.kind === "refused");
  if (!told.total) {
    const reason = refused[0]?.reasons[0] ?? "";
    const subject = subjectOf(reply.changes, reply.events, words);
    return {
      first: t.suppose.refused(subject, reasonText(reason, reply.events, words) ?? reason),
      second: "",
    };
  }
  const subject = subjectOf(answeredChanges(reply, told), reply.events, words);
  const second = [
    t.suppose.asIs(sideText(told.total.before, words)),
    t.suppose.withChange(sideText(told.total.after, words)),
    refused.length > 0 ? t.suppose.refusedSome(refused.length) : "",
  ];
  return {
    first: differenceSentence(subject, told.total.difference, words),
    second: second.filter(Boolean).join(" "),
  };
}

/** What changes on the days that have an answer. */
function answeredChanges({ changes }: Suppose, { days }: Told): Change[] {
  const refused = new Set(days.flatMap((day) => (day.kind === "refused" ? day.day : [])));
  return changes.filter(({ day }) => !refused.has(day));
}

function planAnswer(
  reply: Suppose,
  { scenario, followed, measured, inside }: NonNullable<Suppose["chosen"]>,
  words: Words,
): Sentences {
  const { f, t } = words;
  const day = f.long(f.dayOf(scenario.frozen_at ?? scenario.created_at));
  const held = measured === 0 ? t.suppose.planWaits : t.suppose.planHeld(inside, measured);
  const told = toldOf(reply);
  const subject = subjectOf(reply.changes, reply.events, words);
  return {
    first: `${t.suppose.plan(scenario.name, day)} ${held}`,
    second: [
      told?.total ? differenceSentence(subject, told.total.difference, words) : "",
      measured === 0 ? "" : t.suppose.planNext(followed.length, measured),
    ]
      .filter(Boolean)
      .join(" "),
  };
}

/** More, fewer, or no effect to be measured. */
function differenceSentence(
  subject: string,
  { low, high }: SupposeTotal["difference"],
  { t }: Words,
): string {
  if (low > 0) return t.suppose.more(subject, { low, high });
  if (high < 0) return t.suppose.fewer(subject, { low: -high, high: -low });
  return t.suppose.unclear(subject, -low, high);
}

/** One side of the difference in words: nobody, or a range. */
export function sideText(ends: Ends, { t }: Words): string {
  return Math.round(ends.high) === 0 ? t.suppose.nobody : t.suppose.rangeVisits(ends);
}

/** The days, then what is otherwise on them. */
export function subjectOf(changes: readonly Change[], events: Suppose["events"], words: Words): string {
  return `${daysText(changes, words)}, ${changesText(changes, events, words)}`;
}

/** One day by its name, several by the first and the last. */
export function daysText(changes: readonly Change[], { f, t }: Words): string {
  const days = [...new Set(changes.map(({ day }) => day))].sort();
  const [first = "", last = first] = [days[0], days.at(-1)];
  const name = (day: string) => `${f.weekday(day)} ${f.long(day)}`;
  if (days.length <= 2) return capital(f.list(days.map(name)));
  const weekday = days.every((day) => f.weekday(day) === f.weekday(first)) ? f.weekday(first) : null;
  return t.suppose.days(f.long(first), f.long(last), days.length, weekday);
}

/** Every different thing that changes, each once. */
export function changesText(changes: readonly Change[], events: Suppose["events"], words: Words): string {
  return [...new Set(changes.map((change) => changeText(change, events, words)))].join(", ");
}

function changeText(change: Change, events: Suppose["events"], { f, t, lang }: Words): string {
  switch (change.kind) {
    case "opening":
      return change.hours.length === 0 ? t.suppose.shut : t.suppose.opening(f.hours(change.hours));
    case "group":
      return t.suppose.group(change.people);
    case "rain":
      return t.suppose.rain(amount(change.value, f));
    case "temperature":
      return t.suppose.temperature(amount(change.value, f));
    case "event": {
      const event = events.find(({ id }) => id === change.event);
      return event ? named(event.name, lang) : change.event;
    }
    case "free_entry":
      return t.suppose.free;
  }
}

function amount(value: number, f: Words["f"]): string {
  return Number.isInteger(value) ? f.int(value) : f.decimal(value);
}

/** The finding of the chart. */
export function supposeTitle(reply: Suppose, words: Words): string {
  const { f, t } = words;
  const told = toldOf(reply);
  if (!told) return reply.changes.length === 0 ? t.suppose.chartPlain : t.suppose.chartWeeks;
  const answered = told.days.filter((day) => day.kind === "answered");
  const [only] = answered;
  if (!only) return t.suppose.chartRefused;
  if (answered.length > 1) return t.suppose.chartMany(answered.length);
  const side = ({ q10, q90 }: { q10: number; q90: number }) => sideText({ low: q10, high: q90 }, words);
  return t.suppose.chartOne(
    `${f.weekday(only.day)} ${f.long(only.day)}`,
    side(only.before),
    side(only.after),
  );
}

/** The chart in one sentence. */
export function supposeLabel(reply: Suppose, { f, t }: Words): string {
  const [from, to] = [reply.days[0]?.day, reply.days.at(-1)?.day];
  const changed = [...new Set(reply.changes.map(({ day }) => day))].map(f.short);
  return t.suppose.label(f.long(from ?? ""), f.long(to ?? ""), f.list(changed));
}

/** What the answered days rest upon, each reason once. */
export function grounds(told: Told, events: Suppose["events"], words: Words): Ground[] {
  const said = told.days.flatMap((day) => (day.kind === "answered" ? day.because : []));
  return [...new Set(said)]
    .filter((reason) => !isSaid(reason))
    .map((reason) => groundOf(reason, events, words));
}

export interface Ground {
  readonly text: string;
  /** True where it is told in the forecast's own English. */
  readonly english: boolean;
}

function groundOf(reason: string, events: Suppose["events"], words: Words): Ground {
  const text = reasonText(reason, events, words);
  return { text: capital(text ?? reason), english: text === null };
}

/** Reasons of refused days, each once, with its days. */
export function refusals(told: Told, events: Suppose["events"], words: Words): (Ground & { days: string })[] {
  const refused = told.days.filter(
    (day): day is Extract<WhatIfDay, { kind: "refused" }> => day.kind === "refused",
  );
  const reasons = [...new Set(refused.flatMap((day) => day.reasons))];
  return reasons.map((reason) => ({
    ...groundOf(reason, events, words),
    days: words.f.list(
      refused.filter((day) => day.reasons.includes(reason)).map(({ day }) => words.f.shortWeekday(day)),
    ),
  }));
}

/** State of a scenario and since when. */
export function statusText({ status, created_at, frozen_at }: Scenario, { f, t }: Words): string {
  const since =
    frozen_at === null
      ? t.suppose.kept(f.long(f.dayOf(created_at)))
      : t.suppose.frozen(f.long(f.dayOf(frozen_at)));
  return `${t.suppose.status[status]}, ${since}`;
}
