/** Control chart: one value a day over the band that the days before give it. Days outside stand as ink diamonds and are
 *  told in words; one drawing for every width. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid, type ValueScale, valueScale } from "./axis.tsx";
import { GlyphAt } from "./glyphs.tsx";
import { Label } from "./marks.tsx";
import { box, dots, percent, Stretch, short } from "./plot.tsx";

export interface ControlDay {
  readonly slot: number;
  readonly value: number;
  /** Null while too little is known. */
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
  readonly outside: boolean;
  /** Written beside a day outside. */
  readonly text: string;
}

export interface ControlLayout {
  readonly scale: ValueScale;
  readonly band: string;
  readonly median: string;
  readonly inside: string;
  readonly outside: readonly { readonly slot: number; readonly y: number; readonly text: string }[];
}

const TOP = 16;
const BOTTOM = 152;

/** Largest value or band end of charts that share a scale. */
export function largestOf(days: readonly ControlDay[]): number {
  return Math.max(0, ...days.map(({ value, band }) => Math.max(value, band?.high ?? 0)));
}

/** x in days, y in pixels. A band holds until the next day that has one.  @param largest end of the scale */
export function layoutControl(days: readonly ControlDay[], largest = largestOf(days)): ControlLayout {
  const scale = valueScale(largest, TOP, BOTTOM, 2);
  const banded = days.flatMap(({ slot, band }) => (band ? [{ slot, band }] : []));
  const end = (i: number) => banded[i + 1]?.slot ?? (banded[i]?.slot ?? 0) + 1;
  return {
    scale,
    band: banded
      .map(({ slot, band }, i) => box(slot, scale.y(band.high), end(i), scale.y(band.low)))
      .join(""),
    median: banded
      .map(({ slot, band }, i) => `M${short(slot)} ${scale.y(band.median)}H${short(end(i))}`)
      .join(""),
    inside: dots(
      days
        .filter(({ outside }) => !outside)
        .map(({ slot, value }) => ({ slot: slot + 0.5, y: scale.y(value) })),
    ),
    outside: days
      .filter(({ outside }) => outside)
      .map(({ slot, value, text }) => ({ slot: slot + 0.5, y: scale.y(value), text })),
  };
}

interface Props {
  readonly days: readonly ControlDay[];
  readonly largest: number;
  readonly count: number;
  readonly label: string;
  readonly ends: readonly [string, string];
  readonly format: Format;
}

export function ControlChart({ days, largest, count, label, ends, format }: Props) {
  const layout = layoutControl(days, largest);
  const last = layout.outside.at(-1);
  return (
    <div class="control">
      <svg width="100%" height={BOTTOM + 24} role="img" aria-label={label}>
        <Grid scale={layout.scale} format={format} />
        <Stretch count={count} height={BOTTOM}>
          <path d={layout.band} class="f-b80" />
          <path d={layout.median} class="l-acc edge" />
          <path d={layout.inside} class="l-acc dot" stroke-width="6" />
        </Stretch>
        <Baseline scale={layout.scale} />
        {layout.outside.map(({ slot, y }) => (
          <GlyphAt x={percent(slot, count)} y={y} glyph="event" inModel={true} />
        ))}
        {last && (
          <Label
            x={percent(last.slot, count)}
            dx={last.slot > count / 2 ? -12 : 12}
            y={last.y + 4}
            anchor={last.slot > count / 2 ? "end" : "start"}
            name="b"
          >
            {last.text}
          </Label>
        )}
        <text x="0" y={BOTTOM + 18}>
          {ends[0]}
        </text>
        <text x="100%" y={BOTTOM + 18} class="e">
          {ends[1]}
        </text>
      </svg>
    </div>
  );
}
