/** Geometry of "what if": the coming days as forecast, and on the days that change the band with the change beside the
 *  band without. x in slots, y in pixels. */
import { max } from "d3-array";
import { type ValueScale, valueScale } from "./axis.tsx";
import { type Box, clash, textBox } from "./labels.ts";
import { box, dots, short } from "./plot.tsx";
import { type PlacedSpread, type RangePaths, rangePaths, spreadOf } from "./ranges.tsx";
import { type Run, runsOf } from "./runs.ts";
import { textWidth } from "./text-width.ts";

interface Levels {
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

/** One day; on a day that changes both sides may be null: nothing can be said of it. */
export interface SupposedDay {
  /** As forecast; null = closed or no forecast. */
  readonly before: Levels | null;
  /** With the change; null = closed, or nothing can be said. */
  readonly after: Levels | null;
  readonly changes: boolean;
  /** Closed, with the change where there is one. */
  readonly closed: boolean;
  readonly weekend: boolean;
  /** What came, once it is known. */
  readonly visits: number | null;
}

export interface SupposedFrame {
  /** Narrowest plot in pixels. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: number;
}

export interface SupposedLayout {
  readonly scale: ValueScale;
  readonly weekends: readonly Run[];
  /** Days as they are. */
  readonly plain: RangePaths;
  /** As forecast, on days that change: an outline and its middle. */
  readonly before: string;
  /** With the change. */
  readonly after: RangePaths;
  readonly came: string;
  readonly closed: readonly Run[];
  readonly changed: readonly Run[];
  /** Ranges with the change, where there is room. */
  readonly ranges: readonly { readonly slot: number; readonly y: number; readonly text: string }[];
}

/** Lays out the days.  @param text a range as it is printed above its band */
export function layoutSupposed(
  days: readonly SupposedDay[],
  text: (range: { readonly low: number; readonly high: number }) => string,
  frame: SupposedFrame,
): SupposedLayout {
  const count = days.length;
  const tallest = (day: SupposedDay) => Math.max(day.before?.q90 ?? 0, day.after?.q90 ?? 0, day.visits ?? 0);
  const scale = valueScale(max(days, tallest) ?? 0, frame.top, frame.bottom, frame.ticks);
  const { y } = scale;
  // Days as they are have no inner band: the eye goes to those that change.
  const plain = days.flatMap(({ before, changes }, i): PlacedSpread[] =>
    !changes && before
      ? [{ spread: { ...spreadOf(before), inner: null }, left: i + 0.26, right: i + 0.74 }]
      : [],
  );
  const after = days.flatMap(({ before, after, changes }, i): PlacedSpread[] => {
    if (!changes || !after) return [];
    const [left, right] = before ? [i + 0.54, i + 0.9] : [i + 0.32, i + 0.68];
    return [{ spread: spreadOf(after), left, right }];
  });
  const outline = ({ q10, q50, q90 }: Levels, left: number, right: number) =>
    `${box(left, y(q90), right, y(q10))}M${short(left)} ${short(y(q50))}H${short(right)}`;
  return {
    scale,
    weekends: runsOf(count, (i) => days[i]?.weekend ?? false),
    plain: rangePaths(plain, y),
    before: days
      .map(({ before, changes }, i) => (changes && before ? outline(before, i + 0.1, i + 0.46) : ""))
      .join(""),
    after: rangePaths(after, y),
    came: dots(
      days.flatMap(({ visits, before, changes }, i) =>
        visits === null ? [] : [{ slot: i + (changes && before ? 0.72 : 0.5), y: y(visits) }],
      ),
    ),
    closed: runsOf(count, (i) => days[i]?.closed ?? false),
    changed: runsOf(count, (i) => days[i]?.changes ?? false),
    ranges: rangesOf(days, text, frame, scale),
  };
}

function rangesOf(
  days: readonly SupposedDay[],
  text: (range: { readonly low: number; readonly high: number }) => string,
  { width }: SupposedFrame,
  { y }: ValueScale,
): SupposedLayout["ranges"] {
  const taken: Box[] = [];
  return days.flatMap(({ after, before, visits }, i) => {
    if (!after) return [];
    const shown = text({ low: after.q10, high: after.q90 });
    const place = {
      slot: i + 0.5,
      y: y(Math.max(after.q90, before?.q90 ?? 0, visits ?? 0)) - 12,
      text: shown,
    };
    const x = (place.slot / days.length) * width;
    const area = textBox(x, textWidth(shown, 12, true), "middle", place.y - 12, place.y + 4);
    if (area.left < 0 || area.right > width || taken.some((other) => clash(other, area))) return [];
    taken.push(area);
    return [place];
  });
}
