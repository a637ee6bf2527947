/** Draws "what if" at one width. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import { HatchedRuns, Label, WeekendBands } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";
import { CameDots, Ranges } from "./ranges.tsx";
import type { SupposedLayout } from "./supposed-layout.ts";

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: SupposedLayout;
  /** Row of the table twin that the first day is. */
  readonly first: number;
  readonly format: Format;
  readonly texts: {
    readonly label: string;
    readonly unit: string;
    /** Number of each day. */
    readonly days: readonly string[];
    readonly weeks: readonly { readonly slot: number; readonly text: string }[];
  };
}

export function Supposed({ form, layout, first, format, texts }: Props) {
  const { scale } = layout;
  const { top, bottom } = scale;
  const wide = form === "wide";
  const count = texts.days.length;
  const height = bottom + (wide ? 56 : 40);
  const at = (slot: number) => percent(slot, count);
  const isChanged = (i: number) => layout.changed.some(({ from, to }) => from <= i && i < to);
  return (
    <Plot form={form} height={height} label={texts.label} count={count} first={first}>
      <Stretch count={count} height={height}>
        <WeekendBands runs={layout.weekends} count={count} top={top} bottom={bottom} />
      </Stretch>
      <Grid scale={scale} format={format} />
      {wide && (
        <text x="-40" y={top - 12}>
          {texts.unit}
        </text>
      )}
      <Stretch count={count} height={height}>
        <Ranges paths={layout.plain} />
        {layout.before && <path d={layout.before} class="l-ink as-is" />}
        <Ranges paths={layout.after} />
        <CameDots path={layout.came} wide={wide} />
      </Stretch>
      <Baseline scale={scale} />
      <HatchedRuns
        runs={layout.closed}
        count={count}
        top={bottom + 8}
        bottom={bottom + 16}
        name={wide ? "p-closed" : "p-hn"}
      />
      {layout.ranges.map(({ slot, y, text }) => (
        <Label x={at(slot)} y={y} anchor="middle" name="b">
          {text}
        </Label>
      ))}
      {texts.weeks.map(({ slot, text }) => (
        <>
          <line x1={at(slot)} x2={at(slot)} y1={bottom} y2={height} class="l-rule" />
          <text x={at(slot)} dx="6" y={height - 6}>
            {text}
          </text>
        </>
      ))}
      {wide &&
        layout.changed.map(({ from, to }) => (
          <rect x={at(from)} width={percent(to - from, count)} y={bottom + 18} height="20" class="f-ink" />
        ))}
      {!wide &&
        layout.changed.map(({ from, to }) => (
          <rect x={at(from)} width={percent(to - from, count)} y={bottom + 1} height="4" class="f-ink" />
        ))}
      {wide &&
        texts.days.map((number, i) => (
          <text x={at(i + 0.5)} y={bottom + 32} class={isChanged(i) ? "m b inv" : "m"}>
            {number}
          </text>
        ))}
    </Plot>
  );
}
