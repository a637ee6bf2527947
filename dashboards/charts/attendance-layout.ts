/** Geometry of the attendance line: visits per day beside the comparable days of the year before, with weekends,
 *  school breaks, closed days, missing days, zeros, estimates and events. x in slots, y in pixels. */
import { max } from "d3-array";
import { placeBreaks, placeMarks } from "./attendance-marks.ts";
import type { LineDay, LineFrame, LineLayout, LineWords } from "./attendance-model.ts";
import { nameBefore, nameEstimates, nameYear, placeZero } from "./attendance-names.ts";
import { valueScale } from "./axis.tsx";
import { block, field } from "./label-field.ts";
import { brokenLine, dots } from "./plot.tsx";
import { runsOf } from "./runs.ts";

/** Lays out the line chart of a period. */
export function layoutAttendance(days: readonly LineDay[], words: LineWords, frame: LineFrame): LineLayout {
  const count = days.length;
  const largest = max(days, (day) => Math.max(day.visits ?? 0, day.before ?? 0)) ?? 0;
  const full = valueScale(largest, frame.top, frame.bottom, 5);
  // The unit stands where the highest gridline would touch it.
  const scale = { ...full, ticks: full.ticks.filter((tick) => full.y(tick) > frame.top + 16) };
  const height = (value: number | null) => (value === null ? Number.NaN : scale.y(value));
  const ys = days.map((day) => height(day.visits));
  const befores = days.map((day) => height(day.before));
  const point = (slot: number) => ({ slot: slot + 0.5, y: ys[slot] ?? frame.bottom });
  const slots = days.map((_, slot) => slot);
  const hasDot = (i: number) => days[i]?.state === "measured" && (days[i]?.visits ?? 0) > 0;
  const missing = runsOf(count, (i) => days[i]?.state === "missing");

  const usual = field(frame.usual, count, [ys, befores]);
  const narrowest = field(frame.width, count, [ys, befores]);
  const breaks = placeBreaks(words.breaks, count, frame, usual, narrowest);
  for (const { from, to } of missing) {
    const middle = { slot: (from + to) / 2, dx: 0, anchor: "middle", over: true } as const;
    block({ ...middle, width: 20, top: frame.top, bottom: frame.bottom }, usual, narrowest);
  }
  const zeros = slots
    .filter((i) => days[i]?.visits === 0)
    .map(point)
    .map((zero) => ({ ...zero, shown: words.open ? placeZero(zero, words.open, usual, narrowest) : null }));
  const marks = placeMarks(words.marks, ys, frame, usual, narrowest);
  const year = nameYear(words.year, days, ys, usual, narrowest);
  const estimated = nameEstimates(days, ys, words.estimated, usual, narrowest);
  return {
    scale,
    weekends: runsOf(count, (i) => days[i]?.weekend ?? false),
    breaks,
    measured: brokenLine(ys, 0),
    dots: dots(slots.filter(hasDot).map(point)),
    before: brokenLine(befores, 0.5),
    closed: runsOf(count, (i) => days[i]?.state === "closed"),
    missing,
    zeros,
    estimated,
    marks,
    year,
    beforeLabel: nameBefore(words.before, ys, befores, frame, usual, narrowest),
  };
}
