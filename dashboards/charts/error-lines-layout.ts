/** Geometry of the errors by days ahead: one line for the forecast, one for the simple rule. Distances stand evenly, as
 *  a board lists them: x in slots, y in pixels. */
import { max } from "d3-array";
import { type ValueScale, valueScale } from "./axis.tsx";
import { brokenLine, dots } from "./plot.tsx";

/** Mean errors at one distance, people a day; null where the rule knew too few days. */
export interface ErrorPoint {
  readonly error: number;
  readonly rule: number | null;
}

export interface NamedPoint {
  readonly slot: number;
  readonly y: number;
  readonly value: number;
  /** True where the figure stands under its point: the other line runs above. */
  readonly under: boolean;
}

export interface ErrorsLayout {
  readonly scale: ValueScale;
  readonly line: string;
  readonly dots: string;
  readonly rule: string;
  readonly ruleDots: string;
  /** Every figure, on the outer side of its line. */
  readonly figures: readonly NamedPoint[];
  readonly ruleFigures: readonly NamedPoint[];
  /** Heights at which each line ends, moved apart where their names would touch; null without such a line. */
  readonly ends: { readonly line: number | null; readonly rule: number | null };
}

/** Names at the ends of lines keep this far apart, px. */
const APART = 20;

/** Lays out the lines; no point gives an empty scale. */
export function layoutErrors(points: readonly ErrorPoint[], top: number, bottom: number): ErrorsLayout {
  const scale = valueScale(max(points, ({ error, rule }) => Math.max(error, rule ?? 0)) ?? 0, top, bottom, 4);
  const ys = points.map(({ error }) => scale.y(error));
  const rules = points.map(({ rule }) => (rule === null ? Number.NaN : scale.y(rule)));
  const placed = (heights: readonly number[]) =>
    heights.flatMap((y, i) => (Number.isNaN(y) ? [] : [{ slot: i + 0.5, y }]));
  const named = (heights: readonly number[], others: readonly number[], value: (i: number) => number) =>
    heights.flatMap((y, i): NamedPoint[] => {
      if (Number.isNaN(y)) return [];
      return [{ slot: i + 0.5, y, value: value(i), under: y > (others[i] ?? Number.NaN) }];
    });
  return {
    scale,
    line: brokenLine(ys, 0),
    dots: dots(placed(ys)),
    rule: brokenLine(rules, 0.3),
    ruleDots: dots(placed(rules)),
    figures: named(ys, rules, (i) => points[i]?.error ?? 0),
    ruleFigures: named(rules, ys, (i) => points[i]?.rule ?? 0),
    ends: endsOf(
      ys.at(-1),
      rules.findLast((y) => !Number.isNaN(y)),
    ),
  };
}

function endsOf(line: number | undefined, rule: number | undefined): ErrorsLayout["ends"] {
  if (line === undefined || rule === undefined) return { line: line ?? null, rule: rule ?? null };
  const close = APART - Math.abs(line - rule);
  if (close <= 0) return { line, rule };
  const up = line <= rule ? -close / 2 : close / 2;
  return { line: line + up, rule: rule - up };
}
