/** Seven small forecasts side by side on the scale of the board: band, inner band, middle, places booked, closed rail.
 *  x in days, y in pixels. */
import { box, percent, Stretch } from "./plot.tsx";
import { type Run, runsOf } from "./runs.ts";

interface Levels {
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

/** One day. `closed` excludes days on which only a group comes. */
export interface CellDay {
  readonly forecast: Levels | null;
  readonly booked: number;
  readonly closed: boolean;
  readonly weekend: boolean;
}

export interface CellsLayout {
  readonly weekends: readonly Run[];
  readonly band: string;
  readonly inner: string;
  readonly middle: string;
  readonly booked: string;
  readonly closed: readonly Run[];
}

/** @param max right end of the board's scale, visits; @param axis height of the axis; @param room pixels above it. */
export function layoutSevenDays(
  days: readonly CellDay[],
  max: number,
  axis: number,
  room: number,
): CellsLayout {
  const y = (value: number) => axis - (Math.min(value, max) / max) * room;
  let band = "";
  let inner = "";
  let middle = "";
  let booked = "";
  days.forEach(({ forecast, booked: places }, i) => {
    const left = i + 0.19;
    const right = i + 0.81;
    if (forecast) {
      const low = y(forecast.q10);
      band += box(left, Math.min(y(forecast.q90), low - 2), right, low);
      inner += box(left, Math.min(y(forecast.q75), y(forecast.q25) - 1), right, y(forecast.q25));
      middle += box(left, y(forecast.q50) - 1, right, y(forecast.q50) + 1);
    }
    if (places > 0) booked += box(i + 0.44, Math.min(y(places), axis - 2), i + 0.56, axis);
  });
  return {
    weekends: runsOf(days.length, (i) => days[i]?.weekend ?? false),
    band,
    inner,
    middle,
    booked,
    closed: runsOf(days.length, (i) => days[i]?.closed ?? false),
  };
}

interface Props {
  readonly days: readonly CellDay[];
  readonly max: number;
  readonly axis: number;
  readonly label: string;
  /** Short names of the days, shown on a phone where the header is not. */
  readonly names: readonly string[];
}

export function SevenDays({ days, max, axis, label, names }: Props) {
  const count = days.length;
  const layout = layoutSevenDays(days, max, axis, axis - 8);
  return (
    <svg width="100%" height="100%" role="img" aria-label={label}>
      {layout.weekends.map(({ from, to }) => (
        <rect x={percent(from, count)} width={percent(to - from, count)} height="100%" class="f-we" />
      ))}
      <line x1="0" x2="100%" y1={axis + 0.5} y2={axis + 0.5} class="l-n1" />
      <Stretch count={count} height={axis}>
        {layout.band && <path d={layout.band} class="f-b80" />}
        {layout.inner && <path d={layout.inner} class="f-b50" />}
        {layout.middle && <path d={layout.middle} class="f-acc" />}
        {layout.booked && <path d={layout.booked} class="f-ink" />}
      </Stretch>
      {layout.closed.map(({ from, to }) => (
        <rect
          x={percent(from + 0.06, count)}
          width={percent(to - from - 0.12, count)}
          y={axis - 8}
          height="8"
          class="p-closed"
        />
      ))}
      {names.map((name, i) => (
        <text x={percent(i + 0.5, count)} y={axis + 38} class="m dl">
          {name}
        </text>
      ))}
    </svg>
  );
}
