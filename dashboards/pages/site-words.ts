/** What the page of one site answers: how the day goes there, and what comes next. */
import type { Board, BoardDay, BoardRow } from "../../src/contract/board.ts";
import type { Figure } from "../components/figures.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import type { Sentences } from "./today-answer.ts";

/** Range of a day that is open and has a forecast. */
function rangeOf({ opening, forecast }: BoardDay) {
  return opening.kind === "open" && forecast ? { low: forecast.q10, high: forecast.q90 } : null;
}

export function siteAnswer(row: BoardRow, board: Board, words: Words): Sentences {
  return { first: now(row, board, words), second: next(row, words) };
}

function now(row: BoardRow, board: Board, { f, t, lang }: Words): string {
  if (row.state === "no_data") return t.shell.state.empty;
  const said =
    row.visits === null
      ? null
      : `${row.bound === "at_least" ? "≥ " : row.bound === "about" ? "≈ " : ""}${t.shell.visits(row.visits)}`;
  if (board.before_opening) return said === null ? t.site.unknown(f.time(board.now)) : t.site.yesterday(said);
  if (row.opening.kind === "closed" && said === null)
    return t.site.closed(row.opening.reason && named(row.opening.reason, lang));
  const time = f.time(row.last_report ?? board.now);
  return said === null ? t.site.unknown(f.time(board.now)) : t.site.open(said, time, row.usual_now);
}

function next(row: BoardRow, { f, t }: Words): string {
  const day = row.days.find((known) => rangeOf(known) !== null);
  const range = day && rangeOf(day);
  if (day && range) return t.site.next(`${f.weekday(day.day)} ${f.number(day.day)}`, range);
  const open = row.days.find(({ opening }) => opening.kind === "open");
  return open ? t.site.nextOpen(`${f.weekday(open.day)} ${f.number(open.day)}`) : t.site.none;
}

/** The first of the largest. */
function largest(days: readonly BoardDay[], value: (day: BoardDay) => number): BoardDay | undefined {
  return [...days].sort((a, b) => value(b) - value(a))[0];
}

export function siteFigures(row: BoardRow, { f, t }: Words): Figure[] {
  const words = t.site.figures;
  const open = row.days.filter((day) => rangeOf(day) !== null);
  const dayName = (day: BoardDay) => `${f.weekday(day.day)} ${f.number(day.day)}`;
  const fullest = largest(open, (day) => day.forecast?.q50 ?? 0);
  const range = fullest && rangeOf(fullest);
  const booked = row.days.filter((day) => (day.booked ?? 0) > 0);
  const mostBooked = largest(booked, (day) => day.booked ?? 0);
  const total = booked.reduce((sum, day) => sum + (day.booked ?? 0), 0);
  const takes = row.days.some((day) => day.booked !== null);
  return [
    {
      name: words.closing,
      value: row.expected ? f.range(row.expected) : words.none,
      unit: row.expected ? t.shell.visitsUnit(row.expected.high) : "",
      text: row.expected ? words.closingText : row.opening.kind === "closed" ? words.shut : words.noForecast,
    },
    {
      name: words.fullest,
      value: range ? f.range(range) : words.none,
      unit: range ? t.shell.visitsUnit(range.high) : "",
      text: range && fullest ? words.fullestText(dayName(fullest), open.length) : words.noForecast,
    },
    {
      name: words.booked,
      value: takes ? f.int(total) : words.none,
      unit: takes ? t.today.figures.places(total) : "",
      text: takes ? words.bookedText(mostBooked ? dayName(mostBooked) : null) : words.noBookings,
    },
  ];
}
