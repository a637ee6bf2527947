/** The sentences of the flows screen, all read off the reply. */
import type { Advice } from "../../src/contract/advice.ts";
import type { FlowDay, FlowRow, Flows, FlowTable } from "../../src/contract/flows.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { originName } from "../i18n/origins.ts";
import type { Sentences } from "./today-answer.ts";

/** A site on the day looked at. */
export interface Shown {
  readonly row: FlowRow;
  readonly day: FlowDay;
}

/** How pressed a day is, to compare sites by; below zero where that is not known. */
function pressed({ ratio, load }: FlowDay): number {
  return ratio === null && load === null ? -1 : Math.max((ratio ?? 0) / 1.5, (load ?? 0) / 0.8);
}

const RANK = { busy: 3, moderate: 2, calm: 1, unknown: 0, closed: -1 } as const;

/** Sites on the day looked at, most pressed first. */
export function shownDay({ rows, day }: Flows): Shown[] {
  return rows
    .flatMap((row) => row.days.flatMap((own) => (own.day === day ? [{ row, day: own }] : [])))
    .sort((a, b) => RANK[b.day.level] - RANK[a.day.level] || pressed(b.day) - pressed(a.day));
}

/** Advice of the day looked at. */
export function adviceOf({ advice, day }: Flows): readonly Advice[] {
  return advice.filter((one) => one.day === day);
}

/** Range of a forecast, 8 days in 10. */
export function rangeOf({ forecast }: FlowDay): { readonly low: number; readonly high: number } | null {
  return forecast && { low: forecast.q10, high: forecast.q90 };
}

/** One of seven days: its weekday says which. */
const dayName = (day: string, { f }: Words) => capital(f.weekday(day));

/** Where to send visitors, or that nobody needs to be sent. */
export function flowsAnswer(reply: Flows, words: Words): Sentences {
  const { f, t, lang } = words;
  const { answer, levels } = t.flows;
  const shown = shownDay(reply);
  const day = dayName(reply.day, words);
  if (shown.every(({ day: own }) => own.level === "closed"))
    return { first: answer.closedDay(day), second: nextText(reply, words) };
  if (reply.rows.every(({ days }) => days.every(({ forecast }) => forecast === null)))
    return { first: t.shell.state.noForecast, second: answer.none };
  const advice = adviceOf(reply);
  const main = advice.find(({ status }) => status !== "dismissed") ?? advice[0];
  if (main) {
    const [from, to, km] = [named(main.from.name, lang), named(main.to.name, lang), f.decimal(main.km)];
    const range = capital(f.between(main.from.expected));
    const second = answer.expected(range, main.from.ratio);
    if (main.status === "kept") return { first: answer.kept(day, from, to, km), second };
    if (main.status === "dismissed") return { first: answer.dismissed(day, from), second };
    return { first: answer.advised(day, from, to, levels[main.to.level], km), second };
  }
  const [top] = shown.filter(({ day: own }) => own.forecast !== null);
  if (!top) return { first: answer.unknown(day), second: nextText(reply, words) || answer.none };
  const [name, range] = [named(top.row.name, lang), f.between(rangeOf(top.day) ?? { low: 0, high: 0 })];
  if (top.day.level === "busy")
    return { first: answer.alone(day, name), second: answer.expected(capital(range), top.day.ratio) };
  const visited =
    [...shown].sort((a, b) => (b.day.forecast?.q50 ?? -1) - (a.day.forecast?.q50 ?? -1))[0] ?? top;
  const most = answer.most(
    named(visited.row.name, lang),
    f.between(rangeOf(visited.day) ?? { low: 0, high: 0 }),
  );
  return { first: answer.quietDay(day), second: [most, nextText(reply, words)].filter(Boolean).join(" ") };
}

/** The next day with advice that was not dismissed; nothing where there is none. */
function nextText({ advice, day }: Flows, { f, t }: Words): string {
  const next = advice.find((one) => one.day !== day && one.status !== "dismissed");
  return next ? t.flows.answer.next(`${f.weekday(next.day)} ${f.long(next.day)}`) : "";
}

/** How many of the open sites are busy on the day. */
export function flowsTitle(reply: Flows, words: Words): string {
  const { title, titleUnknown, titleClosed } = words.t.flows;
  const day = dayName(reply.day, words);
  const open = shownDay(reply).filter(({ day: own }) => own.level !== "closed");
  if (open.length === 0) return titleClosed(day);
  if (open.every(({ day: own }) => own.level === "unknown")) return titleUnknown(day);
  return title(day, open.filter(({ day: own }) => own.level === "busy").length, open.length);
}

/** The map in words. */
export function mapLabel(reply: Flows, words: Words): string {
  const { f, t, lang } = words;
  const sites = shownDay(reply).map(
    ({ row, day }) => `${named(row.name, lang)} ${t.flows.levels[day.level]}`,
  );
  const arrows = adviceOf(reply).map((one) =>
    t.flows.mapArrow(named(one.from.name, lang), named(one.to.name, lang), f.decimal(one.km)),
  );
  const day = `${f.weekday(reply.day)} ${f.long(reply.day)}`;
  return t.flows.mapLabel(day, f.list(sites), arrows.length > 0 ? arrows.join(" ") : t.flows.mapNoArrow);
}

/** 2026-Q3 in words. */
export function quarterName(quarter: string, { t }: Words): string {
  return t.flows.movements.quarter(Number(quarter.slice(6)), quarter.slice(0, 4));
}

/** Name of where people come from: a site, a département, a country, or the rest. */
export function fromName(id: string, reply: Flows, { t, lang }: Words): string {
  const site = reply.rows.find((row) => row.site === id);
  if (site) return named(site.name, lang);
  if (id === "other") return t.flows.movements.other;
  return id === "FR" ? t.flows.movements.france : originName(id, lang);
}

/** Counts of a table that are shown and not zero, largest first. */
export function linksOf({ from, to, cells }: FlowTable) {
  return from
    .flatMap((source, i) =>
      to.flatMap((target, j) => {
        const people = cells[i]?.[j] ?? 0;
        return people > 0 ? [{ from: source, to: target, people }] : [];
      }),
    )
    .sort((a, b) => b.people - a.people);
}

/** The finding: where the most come from, with the number that the share is of; no share of fewer than 30. */
export function movementsTitle(reply: Flows, words: Words): string {
  const { f, t } = words;
  const { origins } = reply.movements;
  const totals = origins?.from_totals ?? [];
  const most = Math.max(0, ...totals.map((n) => n ?? 0));
  const first = origins?.from[totals.indexOf(most)];
  if (!origins || first === undefined || most === 0 || origins.total === null || origins.total < 30)
    return t.flows.movements.titlePlain;
  const share = f.percent(most / origins.total);
  return t.flows.movements.title(share, f.int(origins.total), fromName(first, reply, words));
}
