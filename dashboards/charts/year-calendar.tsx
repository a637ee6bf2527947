/** The calendar: one square a day, darker for more visits, with its figure where there is room. */
import { Label } from "./marks.tsx";
import { percent, Stretch } from "./plot.tsx";
import type { Cells, YearLayout } from "./year-model.ts";

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: YearLayout;
  /** Name and one-sentence summary. */
  readonly label: string;
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  readonly month: (day: string) => string;
  /** Row of the table twin that the first day is, counted in days; days drawn. */
  readonly first: number;
  readonly count: number;
}

export function YearCalendar({ form, layout, label, weekdays, month, first, count }: Props) {
  const { grid, height } = layout;
  const { weeks } = grid;
  const { offset, row, top, strip } = grid;
  return (
    <div
      class={`plot year ${form}`}
      data-first={first}
      data-count={count}
      data-grid={[offset, weeks, row, top, strip].join(" ")}
    >
      <svg width="100%" height={height} role="img" aria-label={label}>
        <Breaks layout={layout} />
        {layout.months.map(({ x, y, day }) => (
          <text x={percent(x, weeks)} y={y} class="s">
            {month(day)}
          </text>
        ))}
        {layout.tops.map((y) =>
          weekdays.map((name, day) => (
            <text x="-8" y={y + day * row + (day > 4 ? 4 : 0) + row / 2 + 4} class={day > 4 ? "e b" : "e"}>
              {name}
            </text>
          )),
        )}
        <Stretch count={weeks} height={height}>
          {layout.shades.map((d, n) => d && <path d={d} class={`c${n}`} />)}
          {layout.expected.map((d, n) => d && <path d={d} class={`c${n}`} />)}
          {layout.coming && <path d={layout.coming} class="l-acc coming" />}
          {layout.borders && <path d={layout.borders} class="l-ink3" />}
          {layout.marked && <path d={layout.marked} class="l-bg dot corner" />}
          {layout.marked && <path d={layout.marked} class="l-ink dot corner" />}
        </Stretch>
        <Rects cells={layout.closed} weeks={weeks} name="p-closed" />
        <Rects cells={layout.estimated} weeks={weeks} name="p-est" />
        <Rects cells={layout.missing} weeks={weeks} name="miss" />
        {layout.zeros.map(({ x, y }) => (
          <circle cx={percent(x, weeks)} cy={y} r="4.5" class="zero" />
        ))}
        {layout.today && <Rects cells={[layout.today]} weeks={weeks} name="frame now-day" />}
        {layout.figures.map(({ ink, letters }) => (
          <text x={letters.x} y={letters.y} class={`m on${ink} ${form === "wide" ? "roomy" : ""}`.trim()}>
            {letters.text}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Rects({
  cells,
  weeks,
  name,
}: {
  readonly cells: readonly Cells[];
  readonly weeks: number;
  readonly name: string;
}) {
  return (
    <>
      {cells.map(({ columns, top, bottom }) => (
        <rect
          x={percent(columns.from, weeks)}
          width={percent(columns.to - columns.from, weeks)}
          y={top}
          height={bottom - top}
          class={name}
        />
      ))}
    </>
  );
}

function Breaks({ layout }: { readonly layout: YearLayout }) {
  const { weeks } = layout.grid;
  return (
    <>
      {layout.breaks.map(({ columns, top, title, label }) => (
        <>
          <rect
            x={percent(columns.from, weeks)}
            width={percent(columns.to - columns.from, weeks)}
            y={top}
            height="8"
            class="p-hol l-ink"
          />
          {label && (
            <Label
              x={percent(label.slot, weeks)}
              y={top - 6}
              anchor={label.anchor}
              shown={label.shown}
              name="b"
            >
              {title}
            </Label>
          )}
        </>
      ))}
    </>
  );
}
