/** The sentences of the outlook screen, all read off the reply. */
import type { ComingDay, Outlook } from "../../src/contract/outlook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import { named, type Words } from "../i18n/catalog.ts";
import type { Ends } from "../i18n/format.ts";
import type { Sentences } from "./today-answer.ts";

/** Local day of the situation shown. */
export function todayOf(reply: Outlook, { f }: Words): string {
  return reply.coming[0]?.day ?? f.dayOf(reply.now);
}

/** Address of the page with another day explained; `{day}` leaves the place open. */
export function dayHref(frame: Frame, reply: Outlook, day: string): string {
  return pageHref(frame.lang, `/previsions/${reply.site}?day=${day}#day`);
}

/** The 8-in-10 range of a day, null without a forecast. */
export function endsOf(day: ComingDay | undefined): Ends | null {
  return day?.forecast ? { low: day.forecast.q10, high: day.forecast.q90 } : null;
}

/** Closed to everyone; a booked group alone does not count as open to the public, but somebody comes. */
export function isShut(day: {
  readonly opening: { readonly kind: string };
  readonly group_only?: boolean;
}): boolean {
  return day.opening.kind === "closed" && !day.group_only;
}

/** Closed on every day shown: there is nothing to draw. */
export function isClosedThroughout(reply: Outlook): boolean {
  return (
    reply.past.every(({ opening, visits }) => opening.kind === "closed" && !visits) &&
    reply.coming.every(isShut)
  );
}

/** Name of a day as one says it: today, tomorrow Thursday, Saturday, Saturday 12 December. */
export function dayName(day: string, today: string, { f, t }: Words): string {
  if (day === today) return t.outlook.todayName;
  if (day === addDays(today, 1)) return t.outlook.tomorrow(f.weekday(day));
  return day < addDays(today, 7) ? f.weekday(day) : t.outlook.weekdayDate(f.weekday(day), f.long(day));
}

/** Tomorrow, then the day that matters: what to expect, what is booked, who must be there. */
export function outlookAnswer(reply: Outlook, words: Words): Sentences {
  const { f, t } = words;
  const simple = reply.coming.some((day) => day.forecast);
  if (reply.refused === "no_data") return { first: t.shell.state.empty, second: "" };
  if (isClosedThroughout(reply)) {
    const [first] = reply.coming;
    const reason = first?.opening.kind === "closed" ? first.opening.reason : null;
    return { first: t.outlook.closedLong, second: reason ? `${named(reason, words.lang)}.` : "" };
  }
  if (reply.refused !== null) {
    const rule = simple ? ` ${t.shell.state.simpleRule}` : "";
    return { first: `${t.shell.state.noForecast}${rule}`, second: t.outlook.refusedNext };
  }
  const today = todayOf(reply, words);
  const tomorrow = reply.coming[1];
  const selected = reply.coming.find(({ day }) => day === reply.selected);
  const ends = endsOf(selected);
  const shut =
    tomorrow && tomorrow.opening.kind === "closed" && selected?.day !== today
      ? tomorrow.group_only
        ? t.outlook.tomorrowGroup(f.int(tomorrow.booked ?? 0))
        : t.outlook.tomorrowClosed
      : "";
  if (!selected || !ends)
    return { first: shut || t.outlook.nothingAhead, second: shut ? t.outlook.nothingAhead : "" };
  const name = dayName(selected.day, today, words);
  const next = tomorrow?.opening.kind === "open" && selected.day > tomorrow.day ? endsOf(tomorrow) : null;
  const answer = next ? t.outlook.tomorrowOpen(next, name, ends) : t.outlook.dayRange(name, ends);
  // "Nothing booked" would read as nothing at all where another day has bookings.
  const others = reply.coming.some((day) => day.day !== selected.day && (day.booked ?? 0) > 0);
  const isSaid = selected.booked !== null && (selected.booked > 0 || !others);
  const booked = isSaid ? t.outlook.booked(selected.booked ?? 0, name) : "";
  const desk = deskSentence(reply, today, words);
  return {
    first: [shut, answer].filter(Boolean).join(" "),
    second: [booked, desk].filter(Boolean).join(" "),
  };
}

/** Who must be at the desk over the week ahead: days with the same number are said together, at most two groups. */
function deskSentence(reply: Outlook, today: string, words: Words): string {
  const { f, t } = words;
  const week = reply.coming.filter(
    ({ day, desk }) => day > today && day < addDays(today, 5) && (desk ?? 0) > 0,
  );
  const groups = new Map<string, ComingDay[]>();
  for (const day of week) {
    const key = `${day.desk} ${day.group_only}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  const parts = [...groups.values()]
    .sort((a, b) => (b[0]?.desk ?? 0) - (a[0]?.desk ?? 0))
    .slice(0, 2)
    .map((days, i) =>
      t.outlook.deskPart(
        days[0]?.desk ?? 0,
        f.list(days.map(({ day }) => f.weekday(day))),
        i === 0,
        days[0]?.group_only ?? false,
      ),
    );
  return parts.length > 0 ? t.outlook.desk(parts.join(", ")) : "";
}

/** The finding: the fullest weekday ahead, after a peak if there was one. */
export function outlookTitle(reply: Outlook, words: Words): string {
  const { f, t } = words;
  const today = todayOf(reply, words);
  const open = reply.coming.filter(
    ({ day, forecast, opening }) => forecast && opening.kind === "open" && day > today,
  );
  const [fullest] = [...open].sort((a, b) => (b.forecast?.q50 ?? 0) - (a.forecast?.q50 ?? 0));
  const last = reply.coming.at(-1);
  if (!fullest?.forecast || !last) return t.outlook.titleNone;
  const weekday = f.weekday(fullest.day);
  const middles = open.flatMap(({ day, forecast }) =>
    forecast && f.weekday(day) === weekday ? [forecast.q50] : [],
  );
  if (middles.length < 2)
    return t.outlook.titleOne(`${weekday} ${f.long(fullest.day)}`, f.int(rounded(fullest.forecast.q50)));
  const range = { low: rounded(Math.min(...middles)), high: rounded(Math.max(...middles)) };
  const high = fullest.forecast.q50 * 1.4;
  const [highest] = [...reply.past].sort((a, b) => (b.visits ?? 0) - (a.visits ?? 0));
  const peak = highest && (highest.visits ?? 0) > high ? highest : null;
  const plural = t.outlook.plural(weekday);
  return peak
    ? t.outlook.titlePeak(f.long(peak.day), plural, range, f.long(last.day))
    : t.outlook.titlePlain(plural, range, f.long(last.day));
}

/** To fives from twenty people on: the title speaks of an order of size. */
const rounded = (people: number) => (people < 20 ? Math.round(people) : Math.round(people / 5) * 5);

/** The chart in one sentence. */
export function outlookLabel(reply: Outlook, words: Words): string {
  const { f, t } = words;
  const [fullest] = [...reply.coming].sort((a, b) => (b.forecast?.q90 ?? 0) - (a.forecast?.q90 ?? 0));
  const ends = endsOf(fullest);
  const last = reply.coming.at(-1)?.day ?? reply.past.at(-1)?.day ?? f.dayOf(reply.now);
  return t.outlook.chartLabel(
    f.long(reply.past[0]?.day ?? last),
    `${f.long(last)} ${f.year(last)}`,
    ends && fullest ? t.outlook.best(f.shortWeekday(fullest.day), ends) : "",
  );
}

/** Days checked at a lead below which an average says nothing. */
const ENOUGH = 10;

/** How far the forecast has been off, beside the simple rule. */
export function scoreSentences(reply: Outlook, { f, t }: Words): Sentences {
  const week = reply.scores.find(({ lead }) => lead === 7);
  if (!week || week.days < ENOUGH) return { first: t.outlook.noScore(week?.days ?? 0, ENOUGH), second: "" };
  const far = reply.scores.find(({ lead, days }) => lead === 28 && days >= ENOUGH);
  const naive = week.naive_mae;
  const first = [
    t.outlook.score(f.int(week.mae), week.days, naive === null ? null : f.int(naive)),
    naive !== null && naive < week.mae ? t.shell.state.naiveWins : "",
    far && far.naive_mae !== null
      ? t.outlook.scoreFar(f.int(far.mae), f.int(far.naive_mae), standing(far.mae, far.naive_mae))
      : "",
  ];
  const miss = reply.last_miss;
  const second = [
    t.outlook.inside(week.inside, week.days, f.percent(week.inside / week.days)),
    miss
      ? t.outlook.lastMiss(
          `${f.weekday(miss.day)} ${f.long(miss.day)}`,
          f.int(miss.visits),
          f.int(miss.promised.low),
          f.int(miss.promised.high),
        )
      : "",
  ];
  return { first: first.filter(Boolean).join(" "), second: second.filter(Boolean).join(" ") };
}

function standing(error: number, naive: number): "better" | "close" | "worse" {
  if (naive < error) return "worse";
  return naive < error * 1.1 ? "close" : "better";
}
