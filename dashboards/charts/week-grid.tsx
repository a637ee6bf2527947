/** Hours of the clock as rows, Monday to Sunday as columns: darker for more visits, with the figure in each cell. One
 *  drawing serves every width: x is a share of it, y in pixels. */
import { type Classes, classOf, shadeOf } from "./classes.ts";
import { type Letters, lettersOf, type Printed } from "./figure-text.ts";
import { box, percent, Stretch, short } from "./plot.tsx";
import { type Run, runsOf } from "./runs.ts";

/** One cell. `visits` null = open but never measured. */
export interface HourCell {
  /** 0 Monday … 6 Sunday. */
  readonly column: number;
  readonly hour: number;
  readonly visits: number | null;
  readonly figure: string;
}

interface Column {
  /** Letters by ink; x in pixels from the middle of the column. */
  readonly figures: readonly { readonly ink: 0 | 3 | 4; readonly letters: Letters }[];
  /** Rows never open, merged. */
  readonly closed: readonly Run[];
  readonly missing: readonly Run[];
  readonly zeros: readonly number[];
}

export interface WeekGridLayout {
  readonly hours: readonly number[];
  readonly shades: readonly string[];
  readonly columns: readonly Column[];
  readonly height: number;
  /** Cells framed: the fullest and the calmest. */
  readonly framed: readonly { readonly column: number; readonly row: number }[];
}

const HEAD = 24;
export const ROW = 30;

/** Rows run from the first open hour to the last one. @param framed cells of the list beside the grid */
export function layoutWeekGrid(
  cells: readonly HourCell[],
  classes: Classes,
  framed: readonly { readonly column: number; readonly hour: number }[],
): WeekGridLayout {
  const all = cells.map(({ hour }) => hour);
  const from = Math.min(...all);
  const hours =
    all.length === 0 ? [] : Array.from({ length: Math.max(...all) - from + 1 }, (_, i) => from + i);
  const shade = (value: number) => shadeOf(classes, classOf(classes, value));
  const top = (hour: number) => HEAD + (hour - from) * ROW;
  const drawn = cells.flatMap(({ column, hour, visits }) =>
    visits !== null && visits > 0 ? [{ column, hour, shade: shade(visits) }] : [],
  );
  return {
    hours,
    height: HEAD + hours.length * ROW,
    shades: [0, 1, 2, 3, 4].map((n) =>
      drawn
        .filter((cell) => cell.shade === n)
        .map(({ column, hour }) => box(column + 0.01, top(hour) + 1, column + 0.99, top(hour) + ROW - 1))
        .join(""),
    ),
    columns: Array.from({ length: 7 }, (_, column) => {
      const own = new Map(cells.filter((cell) => cell.column === column).map((cell) => [cell.hour, cell]));
      const at = (row: number) => own.get(from + row);
      return {
        figures: figuresOf([...own.values()], shade, top),
        closed: runsOf(hours.length, (row) => at(row) === undefined),
        missing: runsOf(hours.length, (row) => at(row)?.visits === null),
        zeros: hours.flatMap((hour) => (own.get(hour)?.visits === 0 ? [top(hour) + ROW / 2] : [])),
      };
    }),
    framed: framed.map(({ column, hour }) => ({ column, row: hour - from })),
  };
}

function figuresOf(
  cells: readonly HourCell[],
  shade: (value: number) => number,
  top: (hour: number) => number,
): Column["figures"] {
  const inks = new Map<0 | 3 | 4, Printed[]>();
  for (const { hour, visits, figure } of cells) {
    if (visits === null || visits === 0) continue;
    const n = shade(visits);
    const ink = n < 3 ? 0 : n === 3 ? 3 : 4;
    inks.set(ink, [...(inks.get(ink) ?? []), { text: figure, x: 0, y: top(hour) + ROW / 2 + 4 }]);
  }
  return [...inks].map(([ink, printed]) => ({
    ink,
    letters: lettersOf(printed, (_, offset) => short(offset)),
  }));
}

interface Props {
  readonly layout: WeekGridLayout;
  readonly label: string;
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  readonly hour: (hour: number) => string;
}

export function WeekGrid({ layout, label, weekdays, hour }: Props) {
  const { hours, columns, height } = layout;
  const span = (column: number) => ({ x: percent(column, 7), width: percent(1, 7) });
  const rows = ({ from, to }: Run) => ({ y: HEAD + from * ROW + 1, height: (to - from) * ROW - 2 });
  return (
    <div class="plot">
      <svg width="100%" height={height} role="img" aria-label={label}>
        <Stretch count={7} height={height}>
          {layout.shades.map((d, n) => d && <path d={d} class={`c${n}`} />)}
        </Stretch>
        {hours.map((each) => (
          <text x="-8" y={HEAD + (each - (hours[0] ?? 0)) * ROW + ROW / 2 + 4} class="e">
            {hour(each)}
          </text>
        ))}
        {columns.map(({ figures, closed, missing, zeros }, column) => (
          <>
            {closed.map((run) => (
              <rect {...span(column)} {...rows(run)} class="p-closed" />
            ))}
            {missing.map((run) => (
              <rect {...span(column)} {...rows(run)} class="miss" />
            ))}
            {zeros.map((y) => (
              <circle cx={percent(column + 0.5, 7)} cy={y} r="4.5" class="zero" />
            ))}
            <svg aria-hidden="true" x={percent(column + 0.5, 7)}>
              <text y="14" class={column > 4 ? "m b" : "m"}>
                {weekdays[column]}
              </text>
              {figures.map(({ ink, letters }) => (
                <text x={letters.x} y={letters.y} class={`m on${ink}`}>
                  {letters.text}
                </text>
              ))}
            </svg>
          </>
        ))}
        {layout.framed.map(({ column, row }) => (
          <rect {...span(column)} {...rows({ from: row, to: row + 1 })} class="frame" />
        ))}
      </svg>
    </div>
  );
}
