/** The logbook's timeline in its two forms: the whole period, and nine weeks around today for a phone. */
import type { Logbook, LogbookRow } from "../../src/contract/logbook.ts";
import { addDays, daysBetween, isoWeek, minuteOfDay, weekday } from "../../src/domain/time.ts";
import type { Glyph } from "../charts/glyphs.tsx";
import { runsOf } from "../charts/runs.ts";
import { Timeline } from "../charts/timeline.tsx";
import { layoutTimeline, type TimelineEntry, type TimelineFrame } from "../charts/timeline-layout.ts";
import type { Words } from "../i18n/catalog.ts";
import { siteName, tellOf } from "./logbook-words.ts";

type Form = "wide" | "narrow";
const WIDTHS = { wide: { width: 688, usual: 1216 }, narrow: { width: 328, usual: 328 } } as const;
const TOP = 56;
const PHONE_WEEKS = 9;
/** Weeks to come that a phone keeps in sight. */
const PHONE_AHEAD = 3;

/** Monday of the first week, and how many weeks there are. */
export function weeksShown({ from, to }: Pick<Logbook, "from" | "to">): {
  readonly monday: string;
  readonly count: number;
} {
  const monday = addDays(from, 1 - weekday(from));
  return { monday, count: Math.ceil(daysBetween(monday, to) / 7) };
}

export function LogbookChart({ reply, words }: { reply: Logbook; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Logbook; words: Words; form: Form }) {
  const { f, t } = words;
  const all = weeksShown(reply);
  const today = f.dayOf(reply.now);
  const running = Math.floor(daysBetween(all.monday, today) / 7);
  const shown = form === "wide" ? all.count : Math.min(all.count, PHONE_WEEKS);
  const first = Math.max(0, Math.min(all.count - shown, running + 1 + PHONE_AHEAD - shown));
  const start = addDays(all.monday, 7 * first);
  const sites = reply.sites.filter(({ chosen }) => chosen);
  const slotOf = (day: string) => daysBetween(start, day);
  const frame: TimelineFrame = { ...WIDTHS[form], top: TOP, count: 7 * shown, lanes: sites.length + 1 };
  const drawn = reply.rows.filter(({ kind, withdrawn_at }) => kind !== "break" && withdrawn_at === null);
  const entries = drawn.map(
    (row): TimelineEntry => ({
      lane: row.site === null ? 0 : 1 + sites.findIndex(({ id }) => id === row.site),
      glyph: glyphOf(row),
      run: { from: slotOf(row.from), to: slotOf(row.to) },
      inModel: row.in_model,
      name: row.kind === "unusual" || row.kind === "correction" ? f.int(row.after ?? 0) : tellOf(row, words),
    }),
  );
  const day = slotOf(today);
  const slot = day + minuteOfDay(Date.parse(reply.now), reply.zone) / 1440;
  return (
    <Timeline
      form={form}
      layout={layoutTimeline(entries, frame)}
      frame={frame}
      label={t.logbook.chartLabel(
        f.long(reply.from),
        f.long(addDays(reply.to, -1)),
        reply.rows.length,
        reply.unusual.length,
      )}
      first={first}
      lanes={[t.logbook.allSites, ...sites.map(({ id }) => siteName(reply, id, words))]}
      weeks={Array.from({ length: shown }, (_, week) => {
        const monday = addDays(start, 7 * week);
        const number = t.shell.weekLabel(isoWeek(monday).week);
        return { slot: 7 * week, text: form === "wide" ? `${number} · ${f.short(monday)}` : f.short(monday) };
      })}
      weekends={runsOf(frame.count, (i) => i % 7 > 4)}
      breaks={reply.rows.flatMap((row) => {
        const run = { from: slotOf(row.from), to: slotOf(row.to) };
        const inside = row.kind === "break" && run.to > 0 && run.from < frame.count;
        return inside ? [{ run, name: tellOf(row, words) }] : [];
      })}
      now={day >= 0 && day < frame.count ? { slot, text: t.logbook.flag(f.time(reply.now)) } : null}
    />
  );
}

export function glyphOf(row: LogbookRow): Glyph {
  if (row.kind === "unusual") return (row.after ?? 0) >= (row.before ?? 0) ? "more" : "fewer";
  // Breaks stand behind the lanes and have no glyph of their own.
  return row.kind === "break" ? "holiday" : row.kind;
}
