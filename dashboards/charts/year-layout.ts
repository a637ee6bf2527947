/** Lays out the calendar: weeks as columns, Monday to Sunday as rows, in strips that stand below each other. Pure. */
import { weekday } from "../../src/domain/time.ts";
import { type Classes, classOf, shadeOf } from "./classes.ts";
import { lettersOf, type Printed } from "./figure-text.ts";
import { box, short } from "./plot.tsx";
import { textWidth } from "./text-width.ts";
import { type Place, placeOf, WEEKEND } from "./year-grid.ts";
import { mergeCells, placeBreaks, placeMonths } from "./year-heads.ts";
import type { Cells, YearBreak, YearDay, YearFrame, YearGrid, YearLayout } from "./year-model.ts";

/** Above the first row of a strip: names of school holidays, their band, months. */
const HEAD = 48;
/** Between strips, px. */
const BETWEEN = 16;
/** Between days, px. */
const GAP = 2;

/** @param today index of the day that goes on; −1 = not among them */
export function layoutYear(
  days: readonly YearDay[],
  breaks: readonly YearBreak[],
  classes: Classes,
  today: number,
  frame: YearFrame,
): YearLayout {
  const first = days[0];
  const offset = first ? weekday(first.day) - 1 : 0;
  const weeks = Math.ceil((offset + days.length) / 7);
  const strips = Math.max(1, Math.ceil(weeks / frame.weeks));
  const strip = HEAD + 7 * frame.row + WEEKEND + BETWEEN;
  const grid: YearGrid = { offset, weeks: frame.weeks, row: frame.row, top: HEAD, strip };
  const at = (i: number) => placeOf(grid, i);
  const gap = GAP / (frame.usual / frame.weeks);
  const cell = (i: number, inset = 0) => {
    const { column, top } = at(i);
    const side = gap / 2 + inset / (frame.usual / frame.weeks);
    return box(column + side, top + 1 + inset, column + 1 - side, top + frame.row - 1 - inset);
  };
  const shade = (value: number) => shadeOf(classes, classOf(classes, value));
  const indices = days.map((_, i) => i);
  const pick = (holds: (day: YearDay) => boolean) => indices.filter((i) => days[i] && holds(days[i]));
  const join = (list: readonly number[], inset = 0) => list.map((i) => cell(i, inset)).join("");
  const shades = [0, 1, 2, 3, 4];
  const merged = (state: YearDay["state"]) =>
    mergeCells(
      grid,
      pick((day) => day.state === state),
    );
  return {
    grid,
    strips,
    height: strips * strip - BETWEEN,
    shades: shades.map((n) => join(pick(({ visits }) => (visits ?? 0) > 0 && shade(visits ?? 0) === n))),
    coming: join(pick(({ state }) => state === "coming")),
    expected: shades.map((n) =>
      join(
        pick(({ expected }) => expected !== null && expected > 0 && shade(expected) === n),
        frame.row / 3,
      ),
    ),
    estimated: pick(({ state, visits }) => state === "estimated" && visits !== 0).map((i) =>
      foot(at(i), frame.row),
    ),
    closed: merged("closed"),
    missing: merged("missing"),
    zeros: pick(({ visits }) => visits === 0).map((i) => {
      const { column, top } = at(i);
      return { x: column + 0.5, y: top + frame.row / 2 };
    }),
    today: today < 0 ? null : (mergeCells(grid, [today])[0] ?? null),
    marked: pick(({ marked }) => marked)
      .map((i) => {
        const { column, top } = at(i);
        return `M${short(column + 1 - gap - 4 / (frame.usual / frame.weeks))} ${top + 5}h0`;
      })
      .join(""),
    figures: figuresOf(days, at, shade, frame),
    tops: Array.from({ length: strips }, (_, n) => n * strip + HEAD),
    ...placeMonths(days, grid),
    breaks: placeBreaks(breaks, days.length, grid, frame),
  };
}

/** The strip at the foot of an estimated day. */
function foot({ column, top }: Place, row: number): Cells {
  return { columns: { from: column, to: column + 1 }, top: top + row - 6, bottom: top + row - 1 };
}

function figuresOf(
  days: readonly YearDay[],
  at: (i: number) => Place,
  shade: (value: number) => number,
  frame: YearFrame,
): YearLayout["figures"] {
  const column = frame.usual / frame.weeks;
  const inks = new Map<0 | 3 | 4, Printed[]>([
    [0, []],
    [3, []],
    [4, []],
  ]);
  days.forEach(({ visits, figure }, i) => {
    if (visits === null || visits === 0 || textWidth(figure) > column - 2 * GAP) return;
    const place = at(i);
    const ink = shade(visits) < 3 ? 0 : shade(visits) === 3 ? 3 : 4;
    inks.get(ink)?.push({
      text: figure,
      x: (place.column + 0.5) * column,
      y: place.top + Math.round(frame.row / 2) + 4,
    });
  });
  return [...inks].flatMap(([ink, printed]) =>
    printed.length === 0
      ? []
      : [
          {
            ink,
            letters: lettersOf(printed, (x, offset) => `${short(((x + offset) / frame.usual) * 100)}%`),
          },
        ],
  );
}
