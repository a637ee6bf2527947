/** The sentences of the attendance screen, all read off the reply. */
import type { Attendance } from "../../src/contract/attendance.ts";
import { addDays } from "../../src/domain/time.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import type { Sentences } from "./today-answer.ts";

/** Year or years of the period: 2026, or 2025–2026. */
export function yearsOf(reply: Attendance): string {
  return spanOf(reply.from, addDays(reply.to, -1));
}

/** Year or years that the period is compared with. */
export function yearBefore(reply: Attendance): string {
  const days = reply.rows.flatMap((row) => (row.compare_day === null ? [] : [row.compare_day]));
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? spanOf(first, last) : spanOf(addDays(reply.from, -365), addDays(reply.to, -366));
}

function spanOf(first: string, last: string): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? to : `${from}–${to}`;
}

/** Last day of the period, inclusive. */
export const lastDay = (reply: Attendance) => addDays(reply.to, -1);

/** Why there is no comparison: no year to compare with, or only no pair of days in this period. */
export function noComparison(reply: Attendance, { t }: Words): string {
  const { to_date: toDate, comparable } = reply.growth;
  const measured = reply.rows.some(({ visits }) => visits !== null);
  const counted =
    toDate !== null || comparable !== null || reply.rows.some((row) => row.compare_visits !== null);
  return measured && !counted ? t.shell.state.noComparison(yearBefore(reply)) : t.attendance.noPairs;
}

/** The answer: how many, and how much more or less on comparable days. */
export function attendanceAnswer(reply: Attendance, words: Words): Sentences {
  const { f, t } = words;
  const { comparable, per_open_hour: perHour } = reply.growth;
  if (reply.total === null && reply.from > f.dayOf(reply.now))
    return { first: t.attendance.notYet, second: t.attendance.notYetNext };
  if (reply.rows.length === 0) return { first: t.attendance.noDays, second: "" };
  if (reply.rows.every(({ state }) => state === "closed"))
    return { first: t.attendance.allClosed, second: "" };
  if (reply.total === null) return { first: t.attendance.empty, second: t.attendance.emptyNext };
  if (!comparable || comparable.days === 0) {
    return {
      first: t.attendance.answer(reply.total, null, true),
      second: noComparison(reply, words),
    };
  }
  const { change } = comparable;
  const difference = f.signed(comparable.visits - comparable.before);
  const equal = change !== null && Math.abs(change) < 0.0005;
  const first = equal
    ? t.attendance.answerEqual(reply.total)
    : t.attendance.answer(reply.total, change === null ? null : f.changeSize(change), (change ?? 0) > 0);
  const second =
    perHour && perHour.change !== null
      ? t.attendance.second(f.change(perHour.change), difference, comparable.days)
      : t.attendance.secondPlain(difference, comparable.days);
  return { first, second };
}

/** What part of the total is no measure, and from which day on it may still change. */
export function attendanceCaveats(
  { estimated, provisional_from: first, total }: Attendance,
  { f, t }: Words,
): { readonly estimated: string; readonly provisional: string } {
  return {
    estimated: total !== null && estimated > 0 ? t.attendance.ofWhichEstimated(estimated) : "",
    provisional: total !== null && first !== null ? t.attendance.provisionalFrom(f.long(first)) : "",
  };
}

/** The finding: a break that explains the change, else the strongest day. */
export function attendanceTitle(reply: Attendance, words: Words): string {
  const { f, t, lang } = words;
  const { comparable } = reply.growth;
  const total = comparable ? comparable.visits - comparable.before : 0;
  if (comparable && Math.abs(total) >= 30 && Math.abs(comparable.change ?? 0) >= 0.01) {
    const [main] = [...reply.breaks]
      .map((span) => ({ span, share: (span.difference ?? 0) / total }))
      .sort((a, b) => b.share - a.share);
    if (main && main.share >= 0.4 && main.share <= 1.05) {
      const share = main.share >= 0.88 ? "most" : main.share >= 0.66 ? "three" : "half";
      return t.attendance.titleBreak(named(main.span.name, lang), share, total > 0);
    }
  }
  const peak = peakOf(reply);
  if (!peak) return t.attendance.titlePlain;
  const mark = reply.marks.find(({ day }) => day === peak.day);
  return t.attendance.titlePeak(
    capital(f.long(peak.day)),
    mark ? named(mark.name, lang) : null,
    f.int(peak.visits),
  );
}

/** The day with the most visits, null without any. */
function peakOf(reply: Attendance): { readonly day: string; readonly visits: number } | null {
  let best: { day: string; visits: number } | null = null;
  for (const { day, visits } of reply.rows) {
    if (visits !== null && visits > (best?.visits ?? 0)) best = { day, visits };
  }
  return best;
}

/** The chart in one sentence. */
export function attendanceLabel(reply: Attendance, { f, t }: Words): string {
  const peak = peakOf(reply);
  return t.attendance.chartLabel(
    f.long(reply.from),
    `${f.long(lastDay(reply))} ${f.year(lastDay(reply))}`,
    reply.total === null ? t.attendance.empty : t.shell.visits(reply.total),
    peak ? t.attendance.peak(f.long(peak.day), t.shell.visits(peak.visits)) : "0",
  );
}
