/** The ground of every time series: a drawing as wide as its place. Slots (one per day) share the width evenly, so x is
 *  counted in slots or percent and y in pixels. Shapes go into `Stretch`, which scales x alone and keeps strokes and
 *  dots as they are; text stays outside and is never distorted. */
import { line } from "d3-shape";
import type { ComponentChildren } from "preact";

/** Two decimals are a hundredth of a day: enough on any screen, and short. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Position of a slot coordinate as a percentage of the plot. */
export function percent(slot: number, count: number): string {
  return `${Math.round((slot / count) * 10_000) / 100}%`;
}

/** Rectangle as path data; x in slots, y in pixels. */
export function box(left: number, top: number, right: number, bottom: number): string {
  return `M${short(left)} ${short(top)}H${short(right)}V${short(bottom)}H${short(left)}Z`;
}

const pathOf = line<number>(
  (_, slot) => slot + 0.5,
  (y) => y,
)
  .defined((y) => !Number.isNaN(y))
  .digits(2);

/** Path through the middle of each slot; NaN breaks it. A lone point becomes a dash of `lone` slots, so that a line
 *  without dots shows it; 0 leaves it out. */
export function brokenLine(ys: readonly number[], lone: number): string {
  const isLone = (i: number) => [i - 1, i + 1].every((near) => Number.isNaN(ys[near] ?? Number.NaN));
  const dashes = ys.map((y, i) =>
    lone > 0 && !Number.isNaN(y) && isLone(i)
      ? `M${short(i + 0.5 - lone / 2)} ${short(y)}H${short(i + 0.5 + lone / 2)}`
      : "",
  );
  return (pathOf(ys) ?? "") + dashes.join("");
}

/** One node for all dots: zero-length round strokes. */
export function dots(points: readonly { readonly slot: number; readonly y: number }[]): string {
  return points.map(({ slot, y }) => `M${short(slot)} ${short(y)}h0`).join("");
}

/** Holds paths whose x is in slots. */
export function Stretch({
  count,
  height,
  children,
}: {
  count: number;
  height: number;
  children?: ComponentChildren;
}) {
  return (
    <svg
      aria-hidden="true"
      class="st"
      width="100%"
      height={height}
      viewBox={`0 0 ${count} ${height}`}
      preserveAspectRatio="none"
    >
      {children}
    </svg>
  );
}

interface PlotProps {
  /** `wide` or `narrow`: the style sheet shows one of them. */
  readonly form: "wide" | "narrow";
  readonly height: number;
  /** Name and one-sentence summary, for those who do not see it. */
  readonly label: string;
  readonly count: number;
  /** Index of the first slot in the table twin. */
  readonly first: number;
  /** True where no value axis needs room on the left. */
  readonly bare?: boolean;
  readonly children: ComponentChildren;
}

/** One drawing of a chart. */
export function Plot({ form, height, label, count, first, bare = false, children }: PlotProps) {
  return (
    <div class={`plot ${form}${bare ? " bare" : ""}`} data-count={count} data-first={first}>
      <svg width="100%" height={height} role="img" aria-label={label}>
        {children}
      </svg>
    </div>
  );
}
