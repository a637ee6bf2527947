/** Geometry of the booking curve: one slot per morning from the largest lead to the morning of the visit, x in slots,
 *  y in pixels. What was in hand steps from morning to morning, for places come all at once; the habit is a band. */

import { type ValueScale, valueScale } from "./axis.tsx";
import { type Box, clash, crosses } from "./labels.ts";
import { short } from "./plot.tsx";

export interface CurvePoint {
  readonly lead: number;
  readonly booked: number | null;
  readonly usual: { readonly low: number; readonly middle: number; readonly high: number } | null;
}

/** Places that groups took (or gave back, below 0) so many days ahead. */
export interface CurveStep {
  readonly lead: number;
  readonly places: number;
  readonly tariff: "group" | "school";
}

export interface CurveFrame {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: number;
}

/** A group's step with the height at which its curve stands after it. */
export interface StepMark extends Pick<CurveStep, "places" | "tariff"> {
  readonly slot: number;
  readonly y: number;
}

export interface CurveLayout {
  readonly scale: ValueScale;
  readonly band: string;
  readonly edges: string;
  readonly middle: string;
  readonly line: string;
  /** Where the curve ends: now, or the morning of the visit. Null without a curve. */
  readonly end: { readonly slot: number; readonly y: number } | null;
  /** Stretches on which places were given back. */
  readonly falls: string;
  readonly marks: readonly StepMark[];
  /** Where the band's name stands: just above its upper edge, where the curve does not pass; ends at `slot`. */
  readonly name: { readonly slot: number; readonly y: number } | null;
}

/** Room that the band's name takes, pixels. */
const NAME = { width: 150, height: 14 };

/** @param points by falling lead, one a morning @param now places in hand now, which the last point may not yet hold */
export function layoutCurve(
  points: readonly CurvePoint[],
  steps: readonly CurveStep[],
  now: number,
  { width, top, bottom, ticks }: CurveFrame,
): CurveLayout {
  const largest = Math.max(now, ...points.flatMap(({ booked, usual }) => [booked ?? 0, usual?.high ?? 0]));
  const scale = valueScale(largest, top, bottom, ticks);
  const known = points.filter(({ booked }) => booked !== null);
  const last = known.length - 1;
  // Each value holds from the middle of its slot to that of the next; the last one moves to what is in hand now.
  let line = "";
  let falls = "";
  known.forEach(({ booked }, i) => {
    const y = scale.y(booked ?? 0);
    line += i === 0 ? `M0 ${short(y)}H${short(i + 0.5)}` : `H${short(i + 0.5)}V${short(y)}`;
    const before = known[i - 1]?.booked ?? booked ?? 0;
    if ((booked ?? 0) < before) falls += `M${short(i + 0.5)} ${short(scale.y(before))}V${short(y)}`;
  });
  if (last >= 0) {
    const from = known[last]?.booked ?? 0;
    line += `H${short(last + 1)}V${short(scale.y(now))}`;
    if (now < from) falls += `M${last + 1} ${short(scale.y(from))}V${short(scale.y(now))}`;
  }
  const first = points[0]?.lead ?? 0;
  const marks = steps.flatMap(({ lead, places, tariff }) => {
    // A group that booked so many days ahead is in hand from the next morning on; today's is in what is in hand now.
    const at = first - lead + 1;
    if (at < 0 || last < 0) return [];
    const isNow = at > last;
    const y = scale.y(isNow ? now : (known[at]?.booked ?? 0));
    return [{ slot: isNow ? last + 1 : at + 0.5, y, places, tariff }];
  });
  return {
    scale,
    ...bandOf(points, scale),
    line,
    falls,
    name: nameSpot(points, scale, width / points.length, last + 1, marks),
    end: last < 0 ? null : { slot: last + 1, y: scale.y(now) },
    marks,
  };
}

/** Tried from the right, above the band's edge: not over the curve, the line of now or the label of a group. */
function nameSpot(
  points: readonly CurvePoint[],
  { y, top, bottom }: ValueScale,
  step: number,
  now: number,
  marks: readonly StepMark[],
): CurveLayout["name"] {
  const wide = Math.ceil(NAME.width / step);
  const line = points.map(({ booked }) => (booked === null ? Number.NaN : y(booked)));
  const taken: Box[] = [
    { left: now * step, right: now * step, top, bottom },
    ...marks.map((mark) => ({
      left: mark.slot * step - NAME.width * 0.7,
      right: mark.slot * step,
      top: mark.y - 2 * NAME.height,
      bottom: mark.y,
    })),
  ];
  for (let slot = points.length; slot >= wide + 2; slot--) {
    const over = points.slice(slot - wide - 1, slot).flatMap(({ usual }) => usual?.high ?? []);
    if (over.length === 0) continue;
    const under = y(Math.max(...over)) - 6;
    const box = {
      left: (slot - wide) * step,
      right: slot * step,
      top: under - NAME.height,
      bottom: under + 6,
    };
    if (box.top > top && !crosses(line, step, box) && !taken.some((other) => clash(box, other))) {
      return { slot, y: under };
    }
  }
  return null;
}

function bandOf(
  points: readonly CurvePoint[],
  { y }: ValueScale,
): Pick<CurveLayout, "band" | "edges" | "middle"> {
  const known = points.flatMap(({ usual }, slot) => (usual ? [{ slot, usual }] : []));
  if (known.length === 0) return { band: "", edges: "", middle: "" };
  const path = (of: (usual: { low: number; middle: number; high: number }) => number, flip = false) => {
    const ends = known.map(({ slot, usual }, i) => ({
      // The outermost slots reach to the edge of the drawing.
      x: i === 0 ? slot : i === known.length - 1 ? slot + 1 : slot + 0.5,
      y: y(of(usual)),
    }));
    return (flip ? ends.reverse() : ends).map((end) => `${short(end.x)} ${short(end.y)}`).join("L");
  };
  const [low, middle, high] = [path((u) => u.low), path((u) => u.middle), path((u) => u.high)];
  return {
    band: `M${high}L${path((u) => u.low, true)}Z`,
    edges: `M${high}M${low}`,
    middle: `M${middle}`,
  };
}
