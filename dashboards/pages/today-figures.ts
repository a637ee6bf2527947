/** Three figures of the board: today at closing, the weekend, what is booked. */
import type { Board } from "../../src/contract/board.ts";
import type { Figure } from "../components/figures.tsx";
import type { Words } from "../i18n/catalog.ts";

export function todayFigures(board: Board, words: Words): Figure[] {
  return [dayFigure(board, words), weekendFigure(board, words), bookedFigure(board, words)];
}

function dayFigure({ territory, before_opening, day, verdict }: Board, { f, t }: Words): Figure {
  const usual = territory.usual_day === null ? null : f.int(territory.usual_day);
  const weekday = f.weekday(day);
  const words = t.today.figures;
  if (before_opening) {
    const { bound, visits } = territory;
    const sign = bound === "at_least" ? "≥ " : bound === "about" ? "≈ " : "";
    const text = verdict === "closed" ? words.yesterdayClosed : words.yesterdayText(weekday, usual);
    return {
      name: words.yesterday,
      value: visits === null ? words.none : `${sign}${f.int(visits)}`,
      unit: visits === null ? "" : t.shell.visitsUnit(visits),
      text: visits !== null && bound === "at_least" ? `${words.yesterdayAtLeast} ${text}` : text,
    };
  }
  const { expected } = territory;
  return {
    name: words.closing,
    value: expected ? f.range(expected) : words.none,
    unit: expected ? t.shell.visitsUnit(expected.high) : "",
    text: expected ? words.closingText(weekday, usual) : words.noneText,
  };
}

function weekendFigure({ weekend }: Board, { f, t }: Words): Figure {
  const words = t.today.figures;
  if (!weekend) return { name: words.weekend, value: words.none, unit: "", text: words.noneText };
  const { saturday, sunday } = weekend.by_day;
  return {
    name: words.weekend,
    value: f.range(weekend.both),
    unit: t.shell.visitsUnit(weekend.both.high),
    text: words.weekendText(
      saturday ? f.range(saturday) : null,
      sunday ? f.range(sunday) : null,
      String(Number(f.year(weekend.saturday)) - 1),
      weekend.year_before === null ? null : f.int(weekend.year_before),
    ),
  };
}

function bookedFigure({ booked, territory, rows }: Board, { f, t }: Words): Figure {
  const words = t.today.figures;
  const days = new Set(rows.flatMap((row) => row.days.flatMap((day) => (day.group_only ? [day.day] : []))));
  const named = [...days].sort().map((day) => `${f.weekday(day)} ${f.number(day)}`);
  const takes = territory.days.some((day) => day.booked !== null) || booked.total > 0;
  return {
    name: words.booked,
    value: takes ? f.int(booked.total) : words.none,
    unit: takes ? words.places(booked.total) : "",
    text: !takes
      ? words.bookedNone
      : words.bookedText(
          booked.groups > 0 ? f.int(booked.groups) : null,
          booked.on_closed_days > 0 ? f.int(booked.on_closed_days) : null,
          words.onDay(f.list(named)),
        ),
  };
}
