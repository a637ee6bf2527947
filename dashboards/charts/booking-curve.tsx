/** Draws the booking curve at one width. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import type { CurveFrame, CurveLayout } from "./booking-layout.ts";
import { Flag } from "./flag.tsx";
import { Label } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";

export interface CurveTexts {
  readonly label: string;
  readonly unit: string;
  /** On the flag; empty for a day gone by. */
  readonly flag: string;
  readonly flagWidth: number;
  /** Value at the end of the curve, and what it is. */
  readonly end: { readonly title: string; readonly sub: string };
  /** Name of the band, at its right end. */
  readonly usual: string;
  /** By mark, in the order of the layout. */
  readonly marks: readonly string[];
  /** Leads named beneath the axis. */
  readonly leads: readonly { readonly slot: number; readonly text: string; readonly sub: string }[];
}

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: CurveLayout;
  readonly frame: CurveFrame;
  readonly texts: CurveTexts;
  readonly count: number;
  readonly first: number;
  readonly format: Format;
}

/** Pixels between the lines of marks that would run into each other. */
const LINE = 14;

export function BookingCurve({ form, layout, texts, count, first, format }: Props) {
  const { top, bottom } = layout.scale;
  const height = bottom + 40;
  const at = (slot: number) => percent(slot, count);
  const { end } = layout;
  const wide = form === "wide";
  const left = end !== null && end.slot > count / 2;
  return (
    <Plot form={form} height={height} label={texts.label} count={count} first={first}>
      <Grid scale={layout.scale} format={format} />
      {wide && (
        <text x="-40" y={top - 8}>
          {texts.unit}
        </text>
      )}
      <Stretch count={count} height={height}>
        {layout.band && <path d={layout.band} class="f-b80" />}
        {layout.edges && <path d={layout.edges} class="l-acc" />}
        {layout.middle && <path d={layout.middle} class="l-acc mid" />}
        {layout.line && <path d={layout.line} class="l-ink now" />}
        {layout.falls && <path d={layout.falls} class="fall" />}
      </Stretch>
      <Baseline scale={layout.scale} />
      {texts.leads.map(({ slot, text, sub }) => (
        <>
          <line x1={at(slot + 0.5)} x2={at(slot + 0.5)} y1={bottom} y2={bottom + 6} class="l-ink" />
          <Label x={at(slot + 0.5)} y={bottom + 20} anchor={anchorOf(slot, count)} name="s">
            {text}
          </Label>
          {wide && (
            <Label x={at(slot + 0.5)} y={bottom + 36} anchor={anchorOf(slot, count)}>
              {sub}
            </Label>
          )}
        </>
      ))}
      {end && texts.flag && (
        <>
          <line x1={at(end.slot)} x2={at(end.slot)} y1={top - 24} y2={bottom} class="l-ink today" />
          <Flag x={at(end.slot)} y={top - 48} text={texts.flag} left={left} width={texts.flagWidth} />
        </>
      )}
      {layout.marks.map(({ slot, y, places }, i) => {
        const up = y - 8 - LINE * levelOf(layout, i);
        return (
          <>
            <line x1={at(slot)} x2={at(slot)} y1={up + 2} y2={y} class="l-ink" />
            <Label
              x={at(slot)}
              y={up}
              dx={-8}
              anchor={slot > count * 0.2 ? "end" : "start"}
              name={places < 0 ? "s" : "b"}
            >
              {texts.marks[i]}
            </Label>
          </>
        );
      })}
      {end && (
        <>
          <circle cx={at(end.slot)} cy={end.y} r="5" class="f-ink" />
          <Label
            x={at(end.slot)}
            y={end.y - (wide ? 24 : 12)}
            dx={left ? -10 : 10}
            anchor={left ? "end" : "start"}
            name="b t14"
          >
            {texts.end.title}
          </Label>
          {wide && (
            <Label x={at(end.slot)} y={end.y - 9} dx={left ? -10 : 10} anchor={left ? "end" : "start"}>
              {texts.end.sub}
            </Label>
          )}
        </>
      )}
      {wide && layout.name && (
        <Label x={at(layout.name.slot)} y={layout.name.y} anchor="end" name="a">
          {texts.usual}
        </Label>
      )}
    </Plot>
  );
}

function anchorOf(slot: number, count: number): "start" | "middle" | "end" {
  if (slot < count * 0.03) return "start";
  return slot > count * 0.97 - 1 ? "end" : "middle";
}

/** Marks close to each other are stacked, three deep. */
function levelOf({ marks }: CurveLayout, index: number): number {
  const here = marks[index];
  if (!here) return 0;
  let close = 0;
  for (let i = index - 1; i >= 0 && Math.abs((marks[i]?.slot ?? -99) - here.slot) < 7; i--) close++;
  return close % 3;
}
