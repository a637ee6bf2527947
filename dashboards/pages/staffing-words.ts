/** The sentences of the staffing screen, all read off the reply. */

import type { Frame } from "../../src/contract/screen.ts";
import type { StaffDay, Staffing, StaffStep } from "../../src/contract/staffing.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { hoursOf, peakOf, runsOf, shortOf } from "./staffing-runs.ts";
import type { Sentences } from "./today-answer.ts";

/** Address of the page for the week of a day. */
export function weekHref(frame: Frame, { site }: Staffing, day: string): string {
  return pageHref(frame.lang, `/effectifs/${site}?from=${day}`);
}

/** Days that the sentences speak of: those not over yet; of a week gone by, all. */
function daysAhead(reply: Staffing, { f }: Words): readonly StaffDay[] {
  const today = f.dayOf(reply.now);
  const ahead = reply.days.filter(({ day }) => day >= today);
  return ahead.length > 0 ? ahead : reply.days;
}

/** The day most short of people, else the one that needs most; null where no need is known. */
export function dayThatMatters(reply: Staffing, words: Words): StaffDay | null {
  const days = daysAhead(reply, words).filter((day) => peakOf(day) !== null);
  const short = (day: StaffDay) => hoursOf(day.steps, shortOf);
  const need = (day: StaffDay) => hoursOf(day.steps, ({ need80 }) => need80 ?? 0);
  return (
    [...days].sort(
      (a, b) => short(b) - short(a) || (peakOf(b) ?? 0) - (peakOf(a) ?? 0) || need(b) - need(a),
    )[0] ?? null
  );
}

/** Longest span of the day's largest need. */
export function peakRun(day: StaffDay): StaffStep | null {
  const peak = peakOf(day);
  const runs = runsOf(
    day.steps.filter(({ need80 }) => need80 === peak),
    ({ need80 }) => need80,
  );
  return [...runs].sort((a, b) => hoursOf([b], () => 1) - hoursOf([a], () => 1))[0] ?? null;
}

/** Name of a day: the weekday in this week and the next six days, else with its date. */
export function dayOfWeek(day: string, reply: Staffing, { f, t }: Words): string {
  const today = f.dayOf(reply.now);
  return day >= today && day < addDays(today, 7)
    ? f.weekday(day)
    : t.outlook.weekdayDate(f.weekday(day), f.long(day));
}

export function staffingAnswer(reply: Staffing, words: Words): Sentences {
  const { f, t } = words;
  const groups = daysAhead(reply, words).flatMap(({ day, group_only: places, steps }) => {
    const planned = Math.max(0, ...steps.map((step) => step.planned ?? 0));
    return places === null ? [] : [t.staffing.group(dayOfWeek(day, reply, words), f.int(places), planned)];
  });
  const also = groups.slice(0, 1).join(" ");
  if (reply.rule === null) return { first: t.staffing.noRule, second: t.staffing.noRuleNext };
  if (reply.days.every(({ opening }) => opening.kind === "closed")) {
    return { first: t.staffing.closedWeek, second: also };
  }
  if (reply.refused !== null) return { first: t.shell.state.noForecast, second: t.staffing.beyondNext };
  const day = dayThatMatters(reply, words);
  const run = day && peakRun(day);
  if (!day || !run) {
    const isAhead = reply.reach !== null && reply.reach < addDays(reply.from, 6);
    return {
      first: isAhead ? t.staffing.beyond(f.long(reply.reach ?? "")) : t.staffing.beyondPast,
      second: isAhead ? t.staffing.beyondNext : "",
    };
  }
  return {
    first: t.staffing.answer(
      dayOfWeek(day.day, reply, words),
      needText(day, run, words),
      planText(day, run, words),
    ),
    second: [weekText(reply, words), also].filter(Boolean).join(" "),
  };
}

/** "three people from 14:00 to 16:00, two after that". */
function needText(day: StaffDay, run: StaffStep, { f, t }: Words): string {
  const peak = t.staffing.peak(run.need80 ?? 0, f.clock(run.from), f.clock(run.to));
  const others = day.steps.filter(({ from, to }) => to <= run.from || from >= run.to);
  const needs = others.flatMap(({ need80 }) => need80 ?? []);
  if (needs.length === 0) return peak;
  const most = Math.max(...needs);
  const isExact = needs.every((need) => need === most);
  const [isAfter, isBefore] = [
    others.every(({ from }) => from >= run.to),
    others.every(({ to }) => to <= run.from),
  ];
  if (isExact && isAfter) return `${peak}, ${t.staffing.after(most)}`;
  if (isExact && isBefore) return `${peak}, ${t.staffing.before(most)}`;
  return `${peak}, ${t.staffing.rest(most, isExact)}`;
}

/** What the plan has for that span, at its weakest. */
function planText(day: StaffDay, run: StaffStep, { t }: Words): string {
  const planned = day.steps
    .filter(({ from, to }) => from >= run.from && to <= run.to)
    .flatMap((step) => step.planned ?? []);
  if (planned.length === 0) return t.staffing.planNone;
  const least = Math.min(...planned);
  return least < (run.need80 ?? 0) ? t.staffing.planShort(least) : t.staffing.planEnough;
}

/** What is short over the week, and on which days; days without a plan. */
function weekText(reply: Staffing, words: Words): string {
  const { f, t } = words;
  const { totals } = reply;
  if (totals.planned === null) return t.staffing.weekNone(t.staffing.hours(totals.need80));
  const name = ({ day }: StaffDay) => dayOfWeek(day, reply, words);
  const ahead = daysAhead(reply, words);
  const short = ahead.filter(({ steps }) => steps.some((step) => shortOf(step) > 0));
  const open = ahead.filter((day) => peakOf(day) !== null);
  const unplanned = open.filter(({ steps }) => steps.every(({ planned }) => planned === null));
  const missing = short.reduce((sum, { steps }) => sum + hoursOf(steps, shortOf), 0);
  return [
    short.length > 0
      ? t.staffing.weekShort(t.staffing.hours(missing), f.list(short.map(name)))
      : unplanned.length === 0
        ? t.staffing.weekEnough
        : "",
    unplanned.length > 0 ? t.staffing.weekPart(f.list(unplanned.map(name))) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The finding: where somebody is missing, else where most are needed. */
export function staffingTitle(reply: Staffing, words: Words): string {
  const { f, t } = words;
  const day = dayThatMatters(reply, words);
  if (!day) return t.staffing.titleNone;
  const name = dayOfWeek(day.day, reply, words);
  const most = Math.max(...day.steps.map(shortOf));
  const [short] =
    most > 0
      ? runsOf(
          day.steps.filter((step) => shortOf(step) === most),
          shortOf,
        )
      : [];
  if (short) return t.staffing.titleShort(most, name, f.clock(short.from), f.clock(short.to));
  const known = reply.days.flatMap(({ steps }) => steps).filter(({ need80 }) => need80 !== null);
  if (known.every(({ planned }) => planned !== null)) return t.staffing.titleEnough;
  const run = peakRun(day);
  return run
    ? t.staffing.titlePeak(run.need80 ?? 0, name, f.clock(run.from), f.clock(run.to))
    : t.staffing.titleNone;
}

/** The chart in one sentence. */
export function staffingLabel(reply: Staffing, words: Words): string {
  const { f, t } = words;
  const day = dayThatMatters(reply, words);
  const last = addDays(reply.from, 6);
  return t.staffing.chartLabel(
    f.long(reply.from),
    `${f.long(last)} ${f.year(last)}`,
    day ? t.staffing.best(f.shortWeekday(day.day), peakOf(day) ?? 0) : "",
  );
}
