/** Under a chart of days: a rule on each Monday, with the week's name where there is room for it. */
import { percent, short } from "./plot.tsx";
import { textWidth } from "./text-width.ts";

export interface WeekName {
  /** Slot of its Monday, in days. */
  readonly slot: number;
  readonly text: string;
}

/** Pixels between two names. */
const GAP = 10;

/** Weeks whose names fit beside each other and beside those that are there anyway. `step` = pixels a day. */
export function namedWeeks(
  weeks: readonly WeekName[],
  count: number,
  step: number,
  there: readonly WeekName[] = [],
): WeekName[] {
  const spanOf = ({ slot, text }: WeekName) => ({ from: slot * step, to: slot * step + 6 + textWidth(text) });
  const taken = there.map(spanOf);
  return weeks.filter((week) => {
    if (there.includes(week)) return true;
    const { from, to } = spanOf(week);
    const isFree = taken.every((other) => to + GAP <= other.from || other.to + GAP <= from);
    if (from < 0 || to > count * step || !isFree) return false;
    taken.push({ from, to });
    return true;
  });
}

/** Rules of all weeks as one path in slots: goes into a Stretch. */
export function WeekRules({
  weeks,
  top,
  bottom,
}: {
  weeks: readonly WeekName[];
  top: number;
  bottom: number;
}) {
  return <path d={weeks.map(({ slot }) => `M${short(slot)} ${top}V${bottom}`).join("")} class="l-rule" />;
}

interface Props {
  readonly weeks: readonly WeekName[];
  readonly count: number;
  /** Pixels a day at the narrowest and at the usual width of the drawing. */
  readonly step: number;
  readonly usual: number;
  readonly y: number;
}

/** Names: those that fit on every screen, and on a wide one the others too where they fit there. */
export function WeekNames({ weeks, count, step, usual, y }: Props) {
  const always = namedWeeks(weeks, count, step);
  const roomy = namedWeeks(weeks, count, usual, always);
  return (
    <>
      {weeks
        .filter((week) => roomy.includes(week))
        .map((week) => (
          <text
            x={percent(week.slot, count)}
            y={y}
            dx="6"
            {...(always.includes(week) ? {} : { class: "roomy" })}
          >
            {week.text}
          </text>
        ))}
    </>
  );
}
