/** What stands above and around the days of the calendar: months with their borders, school holidays, and days of one
 *  state as few rectangles. Pure. */
import { centred, claim, field } from "./label-field.ts";
import { short } from "./plot.tsx";
import { runsOf } from "./runs.ts";
import { textWidth } from "./text-width.ts";
import { placeOf } from "./year-grid.ts";
import type { Cells, YearBreak, YearDay, YearFrame, YearGrid, YearLayout } from "./year-model.ts";

/** Neighbouring cells as rectangles, along the weeks or along the days, whichever takes fewer. */
export function mergeCells(grid: YearGrid, indices: readonly number[]): Cells[] {
  const at = indices.map((i) => ({ ...placeOf(grid, i), day: (grid.offset + i) % 7 }));
  const key = (strip: number, column: number, day: number) => `${strip} ${column} ${day}`;
  const held = new Set(at.map(({ strip, column, day }) => key(strip, column, day)));
  const strips = [...new Set(at.map(({ strip }) => strip))];
  const top = (strip: number, day: number) => placeOf({ ...grid, offset: 0 }, day).top + strip * grid.strip;
  const along = strips.flatMap((strip) =>
    Array.from({ length: 7 }, (_, day) =>
      runsOf(grid.weeks, (column) => held.has(key(strip, column, day))).map(
        (columns): Cells => ({
          columns,
          top: top(strip, day) + 1,
          bottom: top(strip, day) + grid.row - 1,
        }),
      ),
    ).flat(),
  );
  const down = strips.flatMap((strip) =>
    Array.from({ length: grid.weeks }, (_, column) =>
      runsOf(7, (day) => held.has(key(strip, column, day))).map(
        ({ from, to }): Cells => ({
          columns: { from: column, to: column + 1 },
          top: top(strip, from) + 1,
          bottom: top(strip, to - 1) + grid.row - 1,
        }),
      ),
    ).flat(),
  );
  return down.length < along.length ? down : along;
}

/** A month is named over the week of its first day, and its border runs left of its days. */
export function placeMonths(
  days: readonly YearDay[],
  grid: YearGrid,
): Pick<YearLayout, "months" | "borders"> {
  const months: { x: number; y: number; day: string }[] = [];
  const borders: string[] = [];
  days.forEach(({ day }, i) => {
    if (i > 0 && !day.endsWith("-01")) return;
    const { column, strip } = placeOf(grid, i);
    const row = (grid.offset + i) % 7;
    const head = strip * grid.strip + grid.top;
    const last = months.at(-1);
    if (i > 0) borders.push(borderOf(grid, column, strip, row));
    // A month of which the period holds a few days only has no room for its name.
    if (i > 0 && days.length - i < 7) return;
    const next = { x: row > 0 && i > 0 ? column + 1 : column, y: head - 8, day };
    if (last && last.y === next.y && next.x - last.x < 2) months.pop();
    if (next.x < grid.weeks) months.push(next);
    else months.push({ x: 0, y: next.y + grid.strip, day });
  });
  return { months, borders: borders.join("") };
}

/** Steps around the first day of a month: down the right of the days before it, and left of it. */
function borderOf(grid: YearGrid, column: number, strip: number, row: number): string {
  const of = (day: number) => placeOf({ ...grid, offset: 0 }, day).top + strip * grid.strip;
  const bottom = of(6) + grid.row;
  if (row === 0) return column === 0 ? "" : `M${column} ${of(0)}V${bottom}`;
  const step = of(row);
  const upper = `M${short(column + 1)} ${of(0)}V${step}`;
  const right = column + 1 >= grid.weeks ? `M${short(column + 1)} ${step}` : upper;
  return column === 0 ? `${right}H0` : `${right}H${column}V${bottom}`;
}

/** One band a strip that the holidays touch; named where there is room. */
export function placeBreaks(
  breaks: readonly YearBreak[],
  count: number,
  grid: YearGrid,
  frame: YearFrame,
): YearLayout["breaks"] {
  const inDays = 7 * grid.weeks;
  const fields = new Map<number, { usual: ReturnType<typeof field>; narrowest: ReturnType<typeof field> }>();
  return breaks.flatMap(({ run, title }) => {
    const from = Math.max(0, run.from) + grid.offset;
    const to = Math.min(count, run.to) + grid.offset;
    const pieces: number[] = [];
    for (let strip = Math.floor(from / inDays); strip * inDays < to; strip++) pieces.push(strip);
    return pieces.map((strip) => {
      const columns = {
        from: Math.max(0, (from - strip * inDays) / 7),
        to: Math.min(grid.weeks, (to - strip * inDays) / 7),
      };
      const known = fields.get(strip) ?? {
        usual: field(frame.usual, grid.weeks, []),
        narrowest: field(frame.width, grid.weeks, []),
      };
      fields.set(strip, known);
      const rows = { top: 0, bottom: 14, over: true };
      const middle = (columns.from + columns.to) / 2;
      const spot = centred(middle, grid.weeks, textWidth(title, 12, true), known.narrowest, rows);
      // A sliver of a break at the end of a strip is named in the next one.
      const shown = columns.to - columns.from < 0.5 ? null : claim(spot, known.usual, known.narrowest);
      return {
        columns,
        top: strip * grid.strip + grid.top - 30,
        title,
        label: shown && { slot: spot.slot, anchor: spot.anchor, shown },
      };
    });
  });
}
