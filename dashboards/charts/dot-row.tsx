/** One site of a dot plot: this period as a full dot, the year before as a ring around its place, a line between. The
 *  scale starts at zero and is shared by all rows. */
import { scaleLinear } from "d3-scale";

/** Scale of all rows. */
export interface DotScale {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Place of everything in one row, in percent of its width; null = not drawn. */
export interface DotLayout {
  readonly now: number;
  readonly before: number | null;
}

/** @param values everything that is drawn; none gives an empty scale up to 10 */
export function dotScale(values: readonly number[]): DotScale {
  const largest = Math.max(0, ...values);
  const max = largest > 0 ? largest * 1.06 : 10;
  return { max, ticks: scaleLinear([0, max], [0, 1]).ticks(5) };
}

export function layoutDots(now: number, before: number | null, scale: DotScale): DotLayout {
  return { now: share(now, scale), before: before === null ? null : share(before, scale) };
}

const share = (value: number, { max }: DotScale) => Math.round((value / max) * 10_000) / 100;

const HEIGHT = 40;

interface Props {
  readonly layout: DotLayout | null;
  readonly scale: DotScale;
  readonly label: string;
}

/** Without a layout the row keeps its place, with nothing in it. */
export function DotRow({ layout, scale, label }: Props) {
  return (
    <svg class="dots" width="100%" height={HEIGHT} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <line
          x1={`${share(tick, scale)}%`}
          x2={`${share(tick, scale)}%`}
          y1="0"
          y2={HEIGHT}
          class={tick === 0 ? "l-ink" : "l-grid"}
        />
      ))}
      {layout && (
        <>
          {layout.before !== null && (
            <>
              <line x1={`${layout.before}%`} x2={`${layout.now}%`} y1="20" y2="20" class="l-n1 before" />
              <circle cx={`${layout.before}%`} cy="20" r="8" class="hollow" />
            </>
          )}
          <circle cx={`${layout.now}%`} cy="20" r="5.5" class="f-acc" />
        </>
      )}
    </svg>
  );
}

/** Figures of the scale, over the rows. */
export function DotAxis({
  scale,
  text,
}: {
  readonly scale: DotScale;
  readonly text: (tick: number) => string;
}) {
  return (
    <svg class="dots" width="100%" height="16" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <text x={`${share(tick, scale)}%`} y="12" {...(tick === 0 ? {} : { class: "m" })}>
          {text(tick)}
        </text>
      ))}
    </svg>
  );
}
