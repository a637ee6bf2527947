/** Draws the attendance line at one width: server-side SVG, no script needed to read it. */
import type { Format } from "../i18n/format.ts";
import { YearNames } from "./attendance-labels.tsx";
import type { LineLayout, LineWords } from "./attendance-model.ts";
import { Baseline, Grid } from "./axis.tsx";
import { Bracket, HatchedRuns, Label, MissingRuns, WeekendBands } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";
import { type PlacedWeek, WeekTimetable } from "./week-timetable.tsx";

/** Words of the drawing that do not depend on a day. */
export interface LineTexts {
  readonly label: string;
  readonly unit: string;
  readonly missing: string;
}

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: LineLayout;
  readonly words: LineWords;
  readonly texts: LineTexts;
  readonly weeks: readonly PlacedWeek[];
  readonly count: number;
  readonly first: number;
  readonly dot: number;
  readonly format: Format;
}

/** Room under the axis: rail and timetable. */
const FOOT = 80;

export function AttendanceLine({ form, layout, words, texts, weeks, count, first, dot, format }: Props) {
  const { top, bottom } = layout.scale;
  const wide = form === "wide";
  const height = bottom + FOOT;
  const bands = { count, top, bottom };
  return (
    <Plot form={form} height={height} label={texts.label} count={count} first={first}>
      <Stretch count={count} height={height}>
        <WeekendBands runs={layout.weekends} {...bands} />
      </Stretch>
      <Breaks layout={layout} count={count} />
      <Grid scale={layout.scale} format={format} />
      {wide && (
        <text x="-40" y={top + 8} class="halo">
          {texts.unit}
        </text>
      )}
      <Stretch count={count} height={height}>
        <path d={layout.before} class="l-n1 before" />
      </Stretch>
      <Baseline scale={layout.scale} />
      <Stretch count={count} height={height}>
        <path d={layout.measured} class="l-acc now" />
        <path d={layout.dots} class="l-acc dot" stroke-width={dot} />
      </Stretch>
      <MissingRuns runs={layout.missing} {...bands} word={texts.missing} beside={!wide} />
      <Estimates layout={layout} count={count} word={words.estimated} />
      <Zeros layout={layout} count={count} word={words.open} />
      <HatchedRuns runs={layout.closed} count={count} top={bottom + 8} bottom={bottom + 16} name="p-closed" />
      <Marks layout={layout} count={count} />
      <YearNames layout={layout} words={words} count={count} />
      <WeekTimetable weeks={weeks} count={count} top={bottom} bottom={height} />
    </Plot>
  );
}

interface LayerProps {
  readonly layout: LineLayout;
  readonly count: number;
}

function Breaks({ layout, count }: LayerProps) {
  const { top, bottom } = layout.scale;
  const within = layout.breaks.map(({ run }) => ({
    from: Math.max(0, run.from),
    to: Math.min(count, run.to),
  }));
  return (
    <>
      <HatchedRuns runs={within} count={count} top={top} bottom={bottom} name="p-hol" />
      {layout.breaks.map(({ run, title, sub, label }) => (
        <>
          <Bracket run={run} count={count} top={top} />
          {label && (
            <>
              <Label
                x={percent(label.slot, count)}
                y={top - 24}
                anchor={label.anchor}
                shown={label.shown}
                name="b"
              >
                {title}
              </Label>
              <Label x={percent(label.slot, count)} y={top - 8} anchor={label.anchor} shown={label.shown}>
                {sub}
              </Label>
            </>
          )}
        </>
      ))}
    </>
  );
}

function Marks({ layout, count }: LayerProps) {
  return (
    <>
      {layout.marks.map(({ slot, title, value, from, to, baseline, label }) => (
        <>
          <line
            x1={percent(slot, count)}
            x2={percent(slot, count)}
            y1={from}
            y2={to}
            class={label.shown === "roomy" ? "l-ink roomy" : "l-ink"}
          />
          <Label
            x={percent(label.slot, count)}
            y={value ? baseline - 16 : baseline}
            anchor={label.anchor}
            shown={label.shown}
            name="b"
          >
            {title}
          </Label>
          {value && (
            <Label x={percent(label.slot, count)} y={baseline} anchor={label.anchor} shown={label.shown}>
              {value}
            </Label>
          )}
        </>
      ))}
    </>
  );
}

function Estimates({ layout, count, word }: LayerProps & { readonly word: string }) {
  return (
    <>
      {layout.estimated.map(({ slot, y, word: place, shown }) => (
        <>
          <circle cx={percent(slot, count)} cy={y} r="4" class="f-bg" />
          <circle cx={percent(slot, count)} cy={y} r="4" class="p-est ring" />
          {place !== "none" && (
            <Label
              x={percent(slot, count)}
              y={place === "right" ? y + 4 : y + 20}
              dx={place === "right" ? 9 : 0}
              anchor={place === "right" ? "start" : "middle"}
              shown={shown}
            >
              {word}
            </Label>
          )}
        </>
      ))}
    </>
  );
}

/** An open ring on the axis, with its 0 and, where it fits, the word "open". */
function Zeros({ layout, count, word }: LayerProps & { readonly word: string }) {
  return (
    <>
      {layout.zeros.map(({ slot, y, shown }) => (
        <>
          <circle cx={percent(slot, count)} cy={y} r="4.5" class="zero" />
          <Label x={percent(slot, count)} y={shown ? y - 20 : y - 8} dx={-8} anchor="end" name="b">
            0
          </Label>
          {shown && (
            <Label x={percent(slot, count)} y={y - 6} dx={-8} anchor="end" shown={shown}>
              {word}
            </Label>
          )}
        </>
      ))}
    </>
  );
}
