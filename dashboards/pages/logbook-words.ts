/** The sentences of the logbook, all read off the reply. */
import type { Logbook, LogbookRow } from "../../src/contract/logbook.ts";
import type { UnusualDay } from "../../src/contract/unusual.ts";
import { addDays, daysBetween } from "../../src/domain/time.ts";
import { named, type Words } from "../i18n/catalog.ts";
import type { Sentences } from "./today-answer.ts";

const SHORT_DAYS = 14;

/** Last day of a line, inclusive. */
export const lastOf = ({ to }: { readonly to: string }) => addDays(to, -1);

/** Periods of a few days are read for what they hold, not for a pattern of weeks. */
export function isShort({ from, to }: Pick<Logbook, "from" | "to">): boolean {
  return daysBetween(from, to) <= SHORT_DAYS;
}

/** Name of a site; null = all of them. */
export function siteName(reply: Pick<Logbook, "sites">, id: string | null, { t, lang }: Words): string {
  const site = reply.sites.find((one) => one.id === id);
  return id === null ? t.logbook.allSites : site ? named(site.name, lang) : id;
}

/** Standing notes that people wrote. */
export function written(reply: Logbook): LogbookRow[] {
  return reply.rows.filter(({ origin, withdrawn_at }) => origin === "written" && withdrawn_at === null);
}

/** Unusual days about which no note stands, newest first. */
export function unexplained(reply: Logbook): UnusualDay[] {
  return reply.unusual.filter(({ annotations }) =>
    annotations.every(({ withdrawn_at }) => withdrawn_at !== null),
  );
}

/** What a line tells: its own text, or its numbers. */
export function tellOf(row: LogbookRow, words: Words): string {
  const { f, t, lang } = words;
  if (row.before !== null && row.after !== null)
    return t.logbook.correction(f.int(row.before), f.int(row.after));
  return row.text ? named(row.text, lang) : t.shell.closed;
}

export function daysOf(row: { readonly from: string; readonly to: string }, { f, t }: Words): string {
  return t.logbook.span(f.shortWeekday(row.from), f.shortWeekday(lastOf(row)));
}

/** Likeliest cause in words. */
export function causeOf(day: UnusualDay, reply: Logbook, { f, t, lang }: Words): string {
  const { cause } = t.logbook;
  const [likeliest] = day.causes;
  if (!likeliest) return cause.unknown;
  const { kind, sign, size } = likeliest;
  switch (kind) {
    case "feed":
      if (sign === "silent") return cause.silent(size);
      if (sign === "stuck") return cause.stuck(size);
      return sign === "revised" ? cause.revised(f.signed(size)) : cause.otherSource;
    case "event": {
      const event = reply.rows.find((row) => row.kind === "event" && row.id.startsWith(`event ${sign} `));
      return cause.event(event?.text ? named(event.text, lang) : sign);
    }
    case "weather":
      return sign === "rain" ? cause.rain(size) : cause.temperature(size);
    case "everywhere":
      return cause.everywhere(size);
    case "unknown":
      return cause.unknown;
  }
}

/** The answer: what was unusual and is not explained; then what is in the model, and what comes. */
export function logbookAnswer(reply: Logbook, words: Words): Sentences {
  const { f, t, lang } = words;
  const { answer, second } = t.logbook;
  const found = reply.unusual.length;
  const left = unexplained(reply).length;
  const notes = written(reply);
  const today = f.dayOf(reply.now);
  const next = reply.rows.find(
    ({ kind, from, withdrawn_at }) => kind === "event" && from > today && withdrawn_at === null,
  );
  const first =
    found > 0
      ? left > 0
        ? answer.open(found, reply.judged, left)
        : answer.noted(found, reply.judged)
      : reply.kinds.includes("unusual")
        ? reply.judged > 0
          ? answer.calm(reply.judged)
          : answer.unjudged
        : reply.rows.length === 0
          ? answer.nothing
          : t.logbook.title.plain;
  const counting = notes.filter(({ in_model }) => in_model).length;
  const coming = next?.text
    ? second.next(named(next.text, lang), f.long(next.from), f.long(lastOf(next)))
    : "";
  return { first, second: `${second.counting(counting, notes.length)} ${coming}`.trim() };
}

/** The finding: the day furthest from its forecast, unexplained ones first. */
export function logbookTitle(reply: Logbook, words: Words): string {
  const { f, t } = words;
  const open = unexplained(reply);
  const [furthest] = [...(open.length > 0 ? open : reply.unusual)].sort(
    (a, b) => Math.abs(b.score) / b.limit - Math.abs(a.score) / a.limit,
  );
  if (!furthest) {
    const event = reply.rows.find(({ kind, withdrawn_at }) => kind === "event" && withdrawn_at === null);
    if (!event || !isShort(reply)) return t.logbook.title.plain;
    return `${tellOf(event, words)}, ${siteName(reply, event.site, words)}, ${daysOf(event, words)}`;
  }
  return t.logbook.title.unusual(
    siteName(reply, furthest.site, words),
    f.shortWeekday(furthest.day),
    furthest.visits,
    f.between(furthest.range),
    furthest.score > 0,
  );
}
