/** Draws the errors by days ahead. Names stand at the ends of their lines. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import type { ErrorsLayout, NamedPoint } from "./error-lines-layout.ts";
import { Label } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";

interface Props {
  readonly layout: ErrorsLayout;
  readonly format: Format;
  readonly texts: {
    readonly label: string;
    readonly unit: string;
    /** Distances, nearest first. */
    readonly leads: readonly string[];
    readonly line: string;
    readonly rule: string;
  };
}

/** Slots on the right that the names of the lines take. */
const NAMES = 1.5;

export function ErrorLines({ layout, format, texts }: Props) {
  const { scale } = layout;
  const { top, bottom } = scale;
  const count = texts.leads.length + NAMES;
  const height = bottom + 28;
  const at = (slot: number) => percent(slot, count);
  const figures = (points: readonly NamedPoint[], name: string) =>
    points.map(({ slot, y, value, under }) => (
      <Label x={at(slot)} y={under ? y + 20 : y - 12} anchor="middle" name={name}>
        {format.int(value)}
      </Label>
    ));
  return (
    <Plot form="wide" height={height} label={texts.label} count={texts.leads.length} first={0}>
      <Grid scale={scale} format={format} />
      <text x="-40" y={top - 12}>
        {texts.unit}
      </text>
      <Stretch count={count} height={height}>
        <path d={layout.rule} class="l-n1 before" />
        <path d={layout.ruleDots} class="l-n1 dot" stroke-width="8" />
        <path d={layout.ruleDots} class="l-bg dot" stroke-width="4" />
        <path d={layout.line} class="l-acc now" />
        <path d={layout.dots} class="l-acc dot" stroke-width="9" />
      </Stretch>
      <Baseline scale={scale} />
      {figures(layout.ruleFigures, "")}
      {figures(layout.figures, "a")}
      {layout.ends.rule !== null && (
        <Label x={at(texts.leads.length - 0.25)} y={layout.ends.rule + 4}>
          {texts.rule}
        </Label>
      )}
      {layout.ends.line !== null && (
        <Label x={at(texts.leads.length - 0.25)} y={layout.ends.line + 4} name="a">
          {texts.line}
        </Label>
      )}
      {texts.leads.map((lead, i) => (
        <text x={at(i + 0.5)} y={bottom + 20} class="m b">
          {lead}
        </text>
      ))}
    </Plot>
  );
}
