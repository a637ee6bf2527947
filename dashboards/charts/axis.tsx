/** The value axis: light gridlines from zero with their figures on the left, in the margin of the plot. */
import { scaleLinear } from "d3-scale";
import type { Format } from "../i18n/format.ts";

/** Values to heights: zero at `bottom`, the largest value below `top` with some air above it. */
export interface ValueScale {
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/** @param largest largest value drawn; 0 or less draws an empty scale up to 10. */
export function valueScale(largest: number, top: number, bottom: number, tickCount: number): ValueScale {
  const scale = scaleLinear([0, largest > 0 ? largest * 1.1 : 10], [bottom, top]);
  return {
    y: (value) => Math.round(scale(value) * 10) / 10,
    ticks: scale.ticks(tickCount).filter((tick) => tick > 0 && Number.isInteger(tick)),
    top,
    bottom,
  };
}

/** Gridlines and figures; the zero line itself is drawn after the data, by `Baseline`. */
export function Grid({ scale, format }: { scale: ValueScale; format: Format }) {
  return (
    <>
      {scale.ticks.map((tick) => (
        <>
          <line x1="0" x2="100%" y1={scale.y(tick)} y2={scale.y(tick)} class="l-grid" />
          <text x="-8" y={scale.y(tick) + 4} class="e">
            {format.axis(tick)}
          </text>
        </>
      ))}
      <text x="-8" y={scale.bottom + 4} class="e">
        0
      </text>
    </>
  );
}

/** The axis, one pixel of ink on a whole pixel. */
export function Baseline({ scale }: { scale: ValueScale }) {
  return <line x1="0" x2="100%" y1={scale.bottom + 0.5} y2={scale.bottom + 0.5} class="l-ink" />;
}
