/** Hours of a day as bars: counted, counted as nobody, not counted, still to come. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid, type ValueScale, valueScale } from "./axis.tsx";
import { Label, MissingRuns } from "./marks.tsx";
import { box, Plot, percent, Stretch } from "./plot.tsx";
import { type Run, runsOf } from "./runs.ts";

/** One hour. `people` null = nobody counted, or not yet. */
export interface HourInput {
  readonly people: number | null;
  readonly name: string;
  /** Running or to come; empty where it is over. */
  readonly note: string;
  /** True once it has begun: from then on silence is a gap. */
  readonly due: boolean;
}

interface HourLayout {
  readonly scale: ValueScale;
  /** Path data of the bars; x in slots. */
  readonly bars: string;
  readonly values: readonly { readonly slot: number; readonly y: number; readonly people: number }[];
  readonly zeros: readonly number[];
  readonly missing: readonly Run[];
}

const TOP = 24;
/** Under the axis: hour, and what it is. */
const FOOT = 40;
/** Part of a slot that its bar fills. */
const FILL = 0.6;

/** Pure geometry. @param height of the drawing, px; people from 0 */
export function layoutHours(hours: readonly HourInput[], height: number): HourLayout {
  const scale = valueScale(Math.max(0, ...hours.map(({ people }) => people ?? 0)), TOP, height - FOOT, 3);
  const values = hours.flatMap(({ people }, i) =>
    people === null || people === 0 ? [] : [{ slot: i + 0.5, y: scale.y(people), people }],
  );
  return {
    scale,
    bars: values.map(({ slot, y }) => box(slot - FILL / 2, y, slot + FILL / 2, scale.bottom)).join(""),
    values,
    zeros: hours.flatMap(({ people }, i) => (people === 0 ? [i + 0.5] : [])),
    missing: runsOf(hours.length, (i) => hours[i]?.people === null && hours[i]?.due === true),
  };
}

interface Props {
  readonly hours: readonly HourInput[];
  readonly label: string;
  readonly missing: string;
  readonly format: Format;
}

export function HourBars(props: Props) {
  return (
    <>
      <Drawing {...props} form="wide" height={240} />
      <Drawing {...props} form="narrow" height={200} />
    </>
  );
}

function Drawing({
  hours,
  label,
  missing,
  format,
  form,
  height,
}: Props & { readonly form: "wide" | "narrow"; readonly height: number }) {
  const { scale, bars, values, zeros, missing: gaps } = layoutHours(hours, height);
  const count = hours.length;
  // On a phone a slot of six is narrower than "14 h 30", and than two notes side by side.
  const tight = form === "narrow" && count > 5;
  const step = tight && hours.some(({ name }) => name.length > 5) ? 2 : 1;
  return (
    <Plot form={form} height={height} label={label} count={count} first={0}>
      <Grid scale={scale} format={format} />
      <Stretch count={count} height={height}>
        {bars && <path d={bars} class="f-acc" />}
      </Stretch>
      <MissingRuns
        runs={gaps}
        count={count}
        top={scale.top}
        bottom={scale.bottom}
        word={missing}
        beside={false}
      />
      <Baseline scale={scale} />
      {values.map(({ slot, y, people }) => (
        <Label x={percent(slot, count)} y={y - 8} anchor="middle" name="b t14">
          {format.int(people)}
        </Label>
      ))}
      {zeros.map((slot) => (
        <>
          <circle cx={percent(slot, count)} cy={scale.bottom} r="4" class="zero" />
          <Label x={percent(slot, count)} y={scale.bottom - 12} anchor="middle" name="b t14">
            0
          </Label>
        </>
      ))}
      {hours.map(({ name, note, due }, i) => (
        <>
          {i % step === 0 && (
            <Label x={percent(i + 0.5, count)} y={scale.bottom + 20} anchor="middle" name="s">
              {name}
            </Label>
          )}
          {note && (due || !tight) && (
            <Label x={percent(i + 0.5, count)} y={scale.bottom + 36} anchor="middle">
              {note}
            </Label>
          )}
        </>
      ))}
    </Plot>
  );
}
