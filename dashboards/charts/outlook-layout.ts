/** Geometry of the outlook: past days as measured bars with the range promised before, coming days as bands with the
 *  places booked inside. x in slots (days), y in pixels. */
import { max } from "d3-array";
import { type ValueScale, valueScale } from "./axis.tsx";
import { type Anchor, type Box, clash, textBox } from "./labels.ts";
import { box, short } from "./plot.tsx";
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

/** One day of the outlook, past or coming. */
export interface ColumnDay {
  readonly visits: number | null;
  readonly state: "measured" | "estimated" | "closed" | "missing" | "coming";
  readonly promised: { readonly low: number; readonly high: number } | null;
  readonly forecast: Levels | null;
  readonly booked: number;
  readonly closed: boolean;
  readonly weekend: boolean;
}

export interface ColumnFrame {
  /** Narrowest plot in pixels. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** About how many gridlines. */
  readonly ticks: number;
  /** Slot of today; its end is where the past ends. */
  readonly today: number;
  /** Slot of the day explained, null = none. */
  readonly selected: number | null;
}

/** Words by slot. */
export interface ColumnWords {
  readonly marks: readonly { readonly slot: number; readonly title: string; readonly value: string }[];
  /** Two lines of the selected day. */
  readonly callout: { readonly title: string; readonly sub: string } | null;
  /** Range of one day, short. */
  readonly range: (slot: number) => string;
  /** ISO week of a slot, to label one day a week. */
  readonly week: (slot: number) => string;
}

export interface Callout {
  readonly slot: number;
  readonly anchor: Anchor;
  /** Top of the frame around the day, bottom of the text. */
  readonly frameTop: number;
  readonly textBottom: number;
}

export interface ColumnsLayout {
  readonly scale: ValueScale;
  readonly weekends: readonly Run[];
  readonly bars: string;
  readonly estimated: readonly { readonly slot: number; readonly y: number }[];
  readonly missing: readonly Run[];
  readonly promised: string;
  readonly coming: RangePaths;
  readonly booked: string;
  readonly closed: readonly Run[];
  readonly marks: readonly {
    readonly slot: number;
    readonly y: number;
    readonly title: string;
    readonly value: string;
  }[];
  readonly ranges: readonly { readonly slot: number; readonly y: number; readonly text: string }[];
  readonly callout: Callout | null;
  /** The largest group on a day closed to the public, where there is room beside its bar. */
  readonly group: { readonly slot: number; readonly people: number } | null;
}

/** Two lines of the callout, and what stays free between them and the drawing, px. */
const TEXT = 36;
const CLEARANCE = 16;

/** Lays out the columns. */
export function layoutOutlook(
  days: readonly ColumnDay[],
  words: ColumnWords,
  frame: ColumnFrame,
): ColumnsLayout {
  const step = frame.width / Math.max(1, days.length);
  const scale = roomyScale(days, words, frame, step);
  const { y } = scale;
  const base = frame.bottom;
  const paths = { bars: "", promised: "", booked: "" };
  days.forEach((day, i) => {
    const [left, right] = [i + 0.1, i + 0.9];
    if (day.visits !== null && day.visits > 0 && day.state !== "estimated")
      paths.bars += box(left, y(day.visits), i === frame.today ? right : i + 0.64, base);
    if (day.promised && day.visits !== null && i < frame.today) {
      const [x, a, b] = [i + 0.83, y(day.promised.low), y(day.promised.high)];
      paths.promised += `M${short(x)} ${a}V${b}M${short(x - 0.13)} ${a}H${short(x + 0.13)}M${short(x - 0.13)} ${b}H${short(x + 0.13)}`;
    }
    if (day.booked > 0 && i > frame.today) paths.booked += box(i + 0.35, y(day.booked), i + 0.65, base);
  });
  const callout = placeCallout(days, words, frame, scale, step);
  return {
    scale,
    weekends: runsOf(days.length, (i) => days[i]?.weekend ?? false),
    ...paths,
    coming: rangePaths(
      days.flatMap(({ forecast }, i): PlacedSpread[] =>
        forecast ? [{ spread: spreadOf(forecast), left: i + 0.1, right: i + 0.9 }] : [],
      ),
      y,
    ),
    estimated: days.flatMap((day, i) =>
      day.state === "estimated" && day.visits !== null ? [{ slot: i, y: y(day.visits) }] : [],
    ),
    missing: runsOf(days.length, (i) => days[i]?.state === "missing"),
    closed: runsOf(days.length, (i) => days[i]?.closed ?? false),
    marks: placeMarks(days, words, scale, step),
    ranges: weeklyRanges(days, words, frame, scale, step, callout),
    callout: callout?.placed ?? null,
    group: largestGroup(days, frame),
  };
}

/** Beyond the first week, which has its own table; the slot on the right must be empty. */
function largestGroup(days: readonly ColumnDay[], frame: ColumnFrame): ColumnsLayout["group"] {
  let best: ColumnsLayout["group"] = null;
  days.forEach((day, slot) => {
    const next = days[slot + 1];
    const isAlone = !day.forecast && day.booked > 0 && slot > frame.today + 7;
    const hasRoom = next !== undefined && !next.forecast && next.booked === 0;
    if (isAlone && hasRoom && day.booked > (best?.people ?? 0)) best = { slot, people: day.booked };
  });
  return best;
}

/** The highest thing drawn on a day, in people. */
const tallest = (day: ColumnDay | undefined) =>
  day ? Math.max(day.visits ?? 0, day.promised?.high ?? 0, day.forecast?.q90 ?? 0, day.booked) : 0;

/** Names of events above their bar and bracket; a name that would run into the one before is left out. */
function placeMarks(
  days: readonly ColumnDay[],
  words: ColumnWords,
  scale: ValueScale,
  step: number,
): ColumnsLayout["marks"] {
  const boxes: Box[] = [];
  return words.marks.flatMap((mark) => {
    const y = scale.y(tallest(days[mark.slot])) - 10;
    const width = Math.max(textWidth(mark.title, 12, true), textWidth(mark.value));
    const place = textBox(mark.slot * step, width, "start", y - 26, y + 4);
    if (boxes.some((other) => clash(other, place)) || days[mark.slot]?.visits == null) return [];
    boxes.push(place);
    return [{ ...mark, y }];
  });
}

/** Scale of the plot, with air on top where the words of the selected day would stand on what is drawn under them. */
function roomyScale(
  days: readonly ColumnDay[],
  words: ColumnWords,
  frame: ColumnFrame,
  step: number,
): ValueScale {
  const largest = max(days, tallest) ?? 0;
  const scale = valueScale(largest, frame.top, frame.bottom, frame.ticks);
  const callout = placeCallout(days, words, frame, scale, step);
  if (!callout || callout.ceiling >= frame.top + TEXT) return scale;
  const height = frame.bottom - frame.top;
  const lowest = scale.y(largest) - frame.top;
  const wanted = height - TEXT - CLEARANCE;
  return valueScale((largest * (height - lowest)) / wanted, frame.top, frame.bottom, frame.ticks);
}

/** The selected day is written above everything that stands under its text. */
function placeCallout(
  days: readonly ColumnDay[],
  words: ColumnWords,
  frame: ColumnFrame,
  scale: ValueScale,
  step: number,
) {
  const slot = frame.selected;
  if (slot === null || !words.callout) return null;
  const width = Math.max(textWidth(words.callout.title, 14, true), textWidth(words.callout.sub));
  const anchor: Anchor = slot * step + width <= frame.width ? "start" : "end";
  const x = anchor === "start" ? slot * step : (slot + 1) * step;
  const frameTop = scale.y(tallest(days[slot])) - 4;
  const [first, last] = anchor === "start" ? [slot, slot + width / step] : [slot - width / step, slot];
  const covered = days.slice(Math.max(0, Math.floor(first)), Math.ceil(last) + 1);
  const ceiling = Math.min(...[days[slot], ...covered].map((day) => scale.y(tallest(day)) - CLEARANCE));
  const textBottom = Math.max(frame.top + TEXT, ceiling);
  const lines = words.callout.sub ? 34 : 16;
  return {
    ceiling,
    placed: { slot, anchor, frameTop, textBottom },
    box: textBox(x, width, anchor, textBottom - lines, textBottom + 4),
  };
}

/** One range a week is printed: that of its fullest day. */
function weeklyRanges(
  days: readonly ColumnDay[],
  words: ColumnWords,
  frame: ColumnFrame,
  scale: ValueScale,
  step: number,
  callout: { readonly box: Box } | null,
): ColumnsLayout["ranges"] {
  const best = new Map<string, number>();
  days.forEach((day, i) => {
    if (!day.forecast || i <= frame.today) return;
    const week = words.week(i);
    const other = best.get(week);
    if (other === undefined || (days[other]?.forecast?.q90 ?? 0) < day.forecast.q90) best.set(week, i);
  });
  if (frame.selected !== null) best.delete(words.week(frame.selected));
  const boxes: Box[] = callout ? [callout.box] : [];
  return [...best.values()].flatMap((slot) => {
    const text = words.range(slot);
    const y = scale.y(days[slot]?.forecast?.q90 ?? 0) - 8;
    const place = textBox((slot + 0.1) * step, textWidth(text), "start", y - 12, y + 4);
    if (place.right > frame.width || boxes.some((other) => clash(other, place))) return [];
    boxes.push(place);
    return [{ slot, y, text }];
  });
}
