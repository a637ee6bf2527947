/** Under a daily chart: one column a week, ruled on its Monday, with the week's number, its visits and the difference to
 *  the comparable days, aligned like a timetable. */
import { percent } from "./plot.tsx";
import { textWidth } from "./text-width.ts";

/** One week. `slot` is that of its Monday and may lie before the first day drawn. */
export interface WeekColumn {
  readonly slot: number;
  readonly head: string;
  /** The week's number alone, for a column too narrow for its date. */
  readonly shortHead: string;
  readonly total: string;
  /** Small word after the total, such as "partial"; empty = none. */
  readonly note: string;
  readonly difference: string;
  /** Words that are shown on a wide screen only: the unit, and what the difference is to. */
  readonly roomy: { readonly total: string; readonly difference: string } | null;
}

export interface PlacedWeek {
  /** Where the text begins, in slots: the Monday, or the left edge. */
  readonly slot: number;
  /** The rule, null where the Monday is not drawn. */
  readonly rule: number | null;
  /** `full` = three lines, `roomy` = the same with the date on a wide screen only, `head` = the date alone, `short` =
   *  the number alone, on a wide screen, `rule` = no text fits. */
  readonly detail: "full" | "roomy" | "head" | "short" | "rule";
  readonly week: WeekColumn;
}

/** Decides how much of each week fits. `step` = pixels a slot at the narrowest width of the drawing. */
export function layoutWeeks(weeks: readonly WeekColumn[], count: number, step: number): PlacedWeek[] {
  let free = Number.NEGATIVE_INFINITY;
  const dense = 7 * step < 40;
  return weeks.map((week) => {
    const slot = Math.max(0, week.slot);
    const end = Math.min(count, week.slot + 7);
    const room = (end - slot) * step - 6;
    const rule = week.slot >= 0 ? week.slot : null;
    const total = textWidth(week.total, 14, true) + (week.note ? 4 + textWidth(week.note) : 0);
    const head = textWidth(week.head);
    const tall = !dense && Math.max(total, textWidth(week.difference), textWidth(week.shortHead)) <= room;
    if (tall && (head <= room || week.shortHead)) {
      return { slot, rule, detail: head <= room ? "full" : "roomy", week };
    }
    const fits = dense ? slot * step + head <= count * step : head <= room;
    if (slot * step >= free && fits) {
      free = slot * step + head + 16;
      return { slot, rule, detail: "head", week };
    }
    return { slot, rule, detail: !dense && week.shortHead ? "short" : "rule", week };
  });
}

interface Props {
  readonly weeks: readonly PlacedWeek[];
  readonly count: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws the placed weeks; `top` is the axis, `bottom` the end of the rules. */
export function WeekTimetable({ weeks, count, top, bottom }: Props) {
  return (
    <>
      {weeks.map(({ slot, rule, detail, week }) => {
        const x = percent(slot, count);
        const lines = detail === "full" || detail === "roomy";
        const head = detail === "short" || detail === "roomy" ? week.shortHead : week.head;
        return (
          <>
            {rule !== null && (detail !== "rule" || 7 < count) && (
              <line x1={x} x2={x} y1={top} y2={detail === "rule" ? top + 16 : bottom} class="l-rule" />
            )}
            {detail !== "rule" && (
              <text x={x} y={top + 32} dx="6" {...(detail === "short" ? { class: "roomy" } : {})}>
                {head}
                {detail === "roomy" && <tspan class="roomy">{week.head.slice(head.length)}</tspan>}
              </text>
            )}
            {lines && (
              <text x={x} y={top + 52} dx="6" class="b t14">
                {week.total}
                {(week.note || week.roomy) && (
                  <tspan dx="4" class={week.note ? "small" : "small roomy"}>
                    {week.note || week.roomy?.total}
                  </tspan>
                )}
              </text>
            )}
            {lines && week.difference && (
              <text x={x} y={top + 70} dx="6">
                {week.difference}
                {week.roomy && (
                  <tspan dx="4" class="roomy">
                    {week.roomy.difference}
                  </tspan>
                )}
              </text>
            )}
          </>
        );
      })}
    </>
  );
}
