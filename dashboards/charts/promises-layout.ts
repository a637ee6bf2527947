/** Geometry of forecasts beside what came: a range a day, and a dot where the day ended up. x in slots, y in pixels. */
import { max } from "d3-array";
import { type ValueScale, valueScale } from "./axis.tsx";
import { type Box, clash, textBox } from "./labels.ts";
import { dots, short } from "./plot.tsx";
import { type PlacedSpread, type RangePaths, rangePaths, type Spread } from "./ranges.tsx";
import { type Run, runsOf } from "./runs.ts";
import { textWidth } from "./text-width.ts";

/** One day. */
export interface PromiseDay {
  /** What was promised; null = nothing. */
  readonly range: Spread | null;
  readonly visits: number | null;
  /** `coming`: nothing can be known yet. */
  readonly state: "measured" | "estimated" | "closed" | "missing" | "coming";
  readonly weekend: boolean;
  /** Made up afterwards. */
  readonly retrospective: boolean;
}

export interface PromiseFrame {
  /** Narrowest plot in pixels. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: number;
}

export interface PromisesLayout {
  readonly scale: ValueScale;
  readonly weekends: readonly Run[];
  readonly ranges: RangePaths;
  /** From the range to a day that fell outside. */
  readonly stems: string;
  readonly dots: string;
  readonly zeros: readonly { readonly slot: number; readonly y: number }[];
  readonly estimated: readonly { readonly slot: number; readonly y: number }[];
  readonly missing: readonly Run[];
  readonly closed: readonly Run[];
  readonly retrospective: readonly Run[];
  /** Visits of days outside their range, where there is room. */
  readonly misses: readonly { readonly slot: number; readonly y: number; readonly value: number }[];
  readonly labels: readonly { readonly slot: number; readonly text: string }[];
}

/** Half the width of a range, in slots, and in pixels where there are few days. */
const HALF = 0.32;
const HALF_PX = 20;

/** @param figure visits as they are written @param dates names on the axis, thinned until they do not touch */
export function layoutPromises(
  days: readonly PromiseDay[],
  figure: (visits: number) => string,
  dates: readonly { readonly slot: number; readonly text: string }[],
  frame: PromiseFrame,
): PromisesLayout {
  const count = days.length;
  const largest = max(days, ({ range, visits }) => Math.max(range?.high ?? 0, visits ?? 0)) ?? 0;
  const scale = valueScale(largest, frame.top, frame.bottom, frame.ticks);
  const { y } = scale;
  const half = Math.min(HALF, (HALF_PX * count) / frame.width);
  const placed = days.flatMap(({ range }, i): PlacedSpread[] =>
    range ? [{ spread: range, left: i + 0.5 - half, right: i + 0.5 + half }] : [],
  );
  let stems = "";
  const counted = days.flatMap((day, i) =>
    day.visits === null ? [] : [{ ...day, slot: i + 0.5, y: y(day.visits), value: day.visits }],
  );
  const missed = counted.flatMap(({ range, value, slot, y: height, state }) => {
    if (!range || state === "estimated" || (range.low <= value && value <= range.high)) return [];
    const over = value > range.high;
    stems += `M${short(slot)} ${short(y(over ? range.high : range.low))}V${short(height)}`;
    const under = height + 20 < frame.bottom;
    return [{ slot, y: over || !under ? height - 10 : height + 20, value }];
  });
  const whole = counted.filter(({ state }) => state !== "estimated");
  return {
    scale,
    weekends: runsOf(count, (i) => days[i]?.weekend ?? false),
    ranges: rangePaths(placed, y),
    stems,
    dots: dots(whole.filter(({ value }) => value > 0)),
    zeros: whole.filter(({ value }) => value === 0),
    estimated: counted.filter(({ state }) => state === "estimated"),
    missing: runsOf(count, (i) => days[i]?.state === "missing"),
    closed: runsOf(count, (i) => days[i]?.state === "closed"),
    retrospective: runsOf(count, (i) => days[i]?.retrospective ?? false),
    misses: apart(missed, figure, frame, count),
    labels: thinned(dates, frame, count),
  };
}

/** Leaves out figures that would touch the one before. */
function apart(
  missed: PromisesLayout["misses"],
  figure: (visits: number) => string,
  { width }: PromiseFrame,
  count: number,
): PromisesLayout["misses"] {
  const taken: Box[] = [];
  return missed.filter(({ slot, y, value }) => {
    const x = (slot / count) * width;
    const place = textBox(x, textWidth(figure(value), 12, true), "middle", y - 12, y + 2);
    if (taken.some((other) => clash(other, place, 2))) return false;
    taken.push(place);
    return true;
  });
}

function thinned(
  dates: readonly { readonly slot: number; readonly text: string }[],
  { width }: PromiseFrame,
  count: number,
): { slot: number; text: string }[] {
  let end = Number.NEGATIVE_INFINITY;
  return dates.filter(({ slot, text }) => {
    const left = (slot / count) * width;
    const right = left + textWidth(text) + 6;
    if (left < end + 10 || right > width) return false;
    end = right;
    return true;
  });
}
