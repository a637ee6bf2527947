/** Draws forecasts beside what came, at one width. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import { HatchedRuns, Label, MissingRuns, WeekendBands } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";
import type { PromisesLayout } from "./promises-layout.ts";
import { CameDots, Ranges } from "./ranges.tsx";

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: PromisesLayout;
  readonly count: number;
  /** Row of the table twin that the first day is. */
  readonly first: number;
  readonly format: Format;
  readonly texts: {
    readonly label: string;
    readonly unit: string;
    readonly missing: string;
  };
}

export function Promises({ form, layout, count, first, format, texts }: Props) {
  const { scale } = layout;
  const { top, bottom } = scale;
  const wide = form === "wide";
  const height = bottom + 48;
  const at = (slot: number) => percent(slot, count);
  const bands = { count, top, bottom };
  return (
    <Plot form={form} height={height} label={texts.label} count={count} first={first}>
      <Stretch count={count} height={height}>
        <WeekendBands runs={layout.weekends} {...bands} />
      </Stretch>
      <Grid scale={scale} format={format} />
      {wide && (
        <text x="-40" y={top - 12}>
          {texts.unit}
        </text>
      )}
      <Stretch count={count} height={height}>
        <Ranges paths={layout.ranges} />
        {layout.stems && <path d={layout.stems} class="l-ink promised" />}
        <CameDots path={layout.dots} wide={wide} />
      </Stretch>
      <MissingRuns runs={layout.missing} {...bands} word={texts.missing} beside={!wide} over />
      <Baseline scale={scale} />
      {layout.zeros.map(({ slot, y }) => (
        <circle cx={at(slot)} cy={y} r="4" class="zero" />
      ))}
      {layout.estimated.map(({ slot, y }) => (
        <circle cx={at(slot)} cy={y} r="4" class="p-est ring" />
      ))}
      {layout.misses.map(({ slot, y, value }) => (
        <Label x={at(slot)} y={y} anchor="middle" name="b">
          {format.int(value)}
        </Label>
      ))}
      <HatchedRuns
        runs={layout.closed}
        count={count}
        top={bottom + 8}
        bottom={bottom + 16}
        name={wide ? "p-closed" : "p-hn"}
      />
      {layout.retrospective.map(({ from, to }) => (
        <line
          x1={at(from + 0.1)}
          x2={at(to - 0.1)}
          y1={bottom + 12}
          y2={bottom + 12}
          class="l-ink3 afterwards"
        />
      ))}
      <Stretch count={count} height={height}>
        <path d={layout.labels.map(({ slot }) => `M${slot} ${bottom}V${height}`).join("")} class="l-rule" />
      </Stretch>
      {layout.labels.map(({ slot, text }) => (
        <text x={at(slot)} dx="6" y={height - 6}>
          {text}
        </text>
      ))}
    </Plot>
  );
}
