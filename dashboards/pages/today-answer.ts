/** The two sentences on top of the board: how the day goes, and what comes next. */
import type { Board, BoardRow } from "../../src/contract/board.ts";
import { minuteOfDay } from "../../src/domain/time.ts";
import type { Words } from "../i18n/catalog.ts";

export interface Sentences {
  readonly first: string;
  readonly second: string;
}

/** A site that owes figures: a state that says so, or nothing counted although its hours have begun. */
function isSilent(row: BoardRow, board: Board): boolean {
  if (row.state === "missing" || row.state === "late") return true;
  if (row.opening.kind !== "open" || row.visits !== null) return false;
  const [first] = row.opening.hours;
  const now = minuteOfDay(Date.parse(board.now), board.zone);
  return board.before_opening || (first !== undefined && minutesOf(first.from) < now);
}

/** Sites that owe figures for the day shown. */
export function silentSites(board: Board): number {
  return board.rows.filter((row) => isSilent(row, board)).length;
}

/** Minutes after midnight, `24:00` included. */
function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** True once the last site has closed: the hour no longer matters. */
function isOver(board: Board): boolean {
  const now = minuteOfDay(Date.parse(board.now), board.zone);
  const closings = board.rows.flatMap((row) =>
    row.opening.kind === "open" ? row.opening.hours.map((span) => minutesOf(span.to)) : [],
  );
  return closings.length > 0 && closings.every((closing) => closing <= now);
}

function weekendSentence(board: Board, { f, t }: Words, brief: boolean): string {
  const { weekend } = board;
  if (!weekend) return t.shell.state.noForecast;
  const { saturday, sunday } = weekend.by_day;
  const lead = saturday && sunday ? saturday.high / Math.max(1, sunday.high) : 1;
  const strongest =
    lead > 1.03 ? f.weekday(weekend.saturday) : lead < 0.97 ? f.weekday(weekend.sunday) : null;
  const today = f.dayOf(board.now);
  return t.today.weekend(weekend.verdict, strongest, weekend.both, today >= weekend.saturday, brief);
}

function beforeOpening(board: Board, { f, t }: Words): Sentences {
  const complete = silentSites(board) === 0;
  const today = f.dayOf(board.now);
  const openings = board.rows.flatMap((row) => {
    const opening = row.days.find(({ day }) => day === today)?.opening;
    return opening?.kind === "open" && opening.hours[0] ? [opening.hours[0].from] : [];
  });
  const first = openings.sort()[0];
  const lead =
    first === undefined
      ? t.today.allClosed(f.weekday(today), board.rows.length, complete)
      : t.today.opening(f.weekday(today), openings.length, f.clock(first), complete);
  const { visits, bound } = board.territory;
  const past =
    visits === null ? "" : `${t.today.yesterday(f.weekday(board.day), board.verdict, bound, visits)} `;
  return { first: lead, second: past + weekendSentence(board, { lang: f.lang, f, t }, true) };
}

/** The answer of the board. */
export function todayAnswer(board: Board, words: Words): Sentences {
  const { f, t } = words;
  const { territory, rows } = board;
  if (rows.every((row) => row.state === "no_data")) return { first: t.today.noData, second: t.shell.connect };
  if (board.before_opening) return beforeOpening(board, words);
  const second = weekendSentence(board, words, false);
  if (rows.every((row) => row.opening.kind === "closed"))
    return { first: t.today.allClosed(f.weekday(board.day), rows.length, false), second };
  const time = f.time(board.now);
  if (territory.visits === null) return { first: t.today.allSilent(time), second };
  const silent = silentSites(board);
  return {
    first: t.today.answer(
      board.verdict,
      territory.bound,
      territory.visits,
      isOver(board) ? null : time,
      silent > 0 ? t.today.silent(silent) : "",
    ),
    second,
  };
}
