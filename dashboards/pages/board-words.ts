/** What one row of the board says: where, in which state and why, against which habit. */
import type { Board, BoardDay, BoardRow } from "../../src/contract/board.ts";
import { daysBetween, minuteOfDay } from "../../src/domain/time.ts";
import { shareOf } from "../components/how.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { silentSites } from "./today-answer.ts";

const DAY_MS = 86_400_000;

/** "Flesquières · 14 h – 17 h 30", or when the site opens again. */
export function placeNote(row: BoardRow, board: Board, max: number, { f, t }: Words): string {
  if (row.site === "territory") return t.today.ownScale(board.rows.length, f.int(max));
  const place = row.municipality ? [row.municipality] : [];
  if (row.opening.kind === "open") {
    const hours = f.hours(row.opening.hours);
    return [...place, board.before_opening ? t.today.yesterdayHours(hours) : hours].join(" · ");
  }
  if (row.next_opening === null) return place.join("");
  const day = f.dayOf(row.next_opening);
  const ahead = daysBetween(f.dayOf(board.now), day);
  if (ahead === 0) return [...place, t.today.opensToday(f.time(row.next_opening))].join(" · ");
  const when =
    ahead < 8
      ? t.today.reopens(`${f.weekdayShort(day)} ${f.number(day)}`, f.time(row.next_opening))
      : ahead < 300
        ? t.today.reopensMonth(f.month(day))
        : t.today.reopensYear(f.month(day), f.year(day));
  return [...place, when].join(" · ");
}

/** People inside now; empty where no door tells. */
export function insideNote({ inside }: BoardRow, { f, t }: Words): string {
  if (inside === null) return "";
  const { people, tolerance, capacity, at } = inside;
  const written = (value: number | null) => (value === null ? null : f.int(value));
  return t.today.inside(f.int(people), written(tolerance), written(capacity), f.time(at));
}

/** Why the row is in its state. */
export function stateNote(row: BoardRow, board: Board, words: Words): string {
  const { f, t, lang } = words;
  switch (row.state) {
    case "late": {
      if (row.last_report === null) return "";
      const age = Date.parse(board.now) - Date.parse(row.last_report);
      return age >= DAY_MS
        ? t.today.lastReportHours(Math.round(age / 3_600_000))
        : t.today.lastReport(f.time(row.last_report));
    }
    case "missing":
      return gapNote(row, board, words) || t.today.noCount;
    case "partial":
      return row.site === "territory" && silentSites(board) > 0
        ? t.today.partialNote(silentSites(board))
        : gapNote(row, board, words) || t.today.partialShare;
    case "estimated":
      return t.today.estimatedShare(shareOf(row.estimated_share, words));
    case "up_to_date":
      return row.last_report === null ? "" : t.today.received(f.time(row.last_report));
    case "closed":
      return row.opening.kind === "closed" && row.opening.reason ? named(row.opening.reason, lang) : "";
    case "no_data":
      return t.today.noFeed;
  }
}

/** Hours without data: since when, or between when. */
function gapNote(row: BoardRow, board: Board, { f, t }: Words): string {
  const [gap] = row.missing;
  if (!gap) return "";
  const now = minuteOfDay(Date.parse(board.now), board.zone);
  const end = Number(gap.to.slice(0, 2)) * 60 + Number(gap.to.slice(3, 5));
  const open = !board.before_opening && end >= now - 15;
  return open
    ? t.today.nothingSince(f.clock(gap.from))
    : t.today.nothingBetween(f.clock(gap.from), f.clock(gap.to));
}

/** The line under a bullet. */
export function bulletNote(row: BoardRow, board: Board, { f, t }: Words): string {
  const usual = row.usual_now ? f.range(row.usual_now) : null;
  if (board.before_opening) {
    return usual ? t.today.noteWeekday(f.weekday(board.day), usual) : t.today.noteUsual(null, null);
  }
  if (row.visits === null) return t.today.noteMissing(usual);
  if (row.state === "late" && row.last_report !== null)
    return t.today.noteLate(f.int(row.visits), f.time(row.last_report), usual);
  if (row.estimated > 0 && row.site !== "territory") return t.today.noteEstimated(row.estimated, usual);
  return t.today.noteUsual(usual, row.expected ? f.range(row.expected) : null);
}

/** The whole story of a row in the words of the states, for the table. */
export function fullNote(row: BoardRow, board: Board, words: Words): string {
  const { f, t, lang } = words;
  const [gap] = row.missing;
  switch (row.state) {
    case "closed":
      return t.shell.state.closed(
        row.opening.kind === "closed" && row.opening.reason ? named(row.opening.reason, lang) : null,
      );
    case "missing":
    case "partial":
      return gap ? t.shell.state.missing(f.clock(gap.from), f.clock(gap.to)) : stateNote(row, board, words);
    case "late": {
      if (row.last_report === null) return "";
      return t.shell.state.stale(
        Math.max(1, Math.round((Date.parse(board.now) - Date.parse(row.last_report)) / 3_600_000)),
      );
    }
    case "estimated":
      return t.shell.state.estimated(shareOf(row.estimated_share, words));
    case "no_data":
      return t.shell.state.empty;
    case "up_to_date":
      return stateNote(row, board, words);
  }
}

/** One of the seven days in a cell: a range, places of a group, or why there is nothing. */
export function dayText(day: BoardDay, { f, t }: Words): string {
  if (day.group_only) return t.today.booked(f.int(day.booked ?? 0));
  if (day.opening.kind === "closed") return t.shell.closed;
  return day.forecast ? f.range({ low: day.forecast.q10, high: day.forecast.q90 }) : "—";
}

/** The same for a cell of the board, where thousands are shortened. */
export function cellText(day: BoardDay, words: Words): string {
  const { forecast } = day;
  const isRange = forecast && day.opening.kind === "open";
  return isRange ? words.f.cell({ low: forecast.q10, high: forecast.q90 }) : dayText(day, words);
}
