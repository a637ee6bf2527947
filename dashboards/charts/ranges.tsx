/** Forecasts as bands: the range of 8 days in 10 with its ends, the inner one, the middle. x in slots, y in pixels. */
import { box, short } from "./plot.tsx";

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** One forecast; without `inner` or `middle` that part is not drawn. */
export interface Spread extends Ends {
  readonly inner: Ends | null;
  readonly middle: number | null;
}

/** A forecast over a part of the width. */
export interface PlacedSpread {
  readonly spread: Spread;
  readonly left: number;
  readonly right: number;
}

/** Path data of all bands. */
export interface RangePaths {
  readonly band: string;
  readonly inner: string;
  readonly edges: string;
  readonly middle: string;
}

/** Levels of a forecast as a band. */
export function spreadOf(levels: {
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}): Spread {
  const { q10, q25, q50, q75, q90 } = levels;
  return { low: q10, high: q90, inner: { low: q25, high: q75 }, middle: q50 };
}

/** @param y pixels of a value */
export function rangePaths(placed: readonly PlacedSpread[], y: (value: number) => number): RangePaths {
  const join = (part: (one: PlacedSpread) => string) => placed.map(part).join("");
  const line = ({ left, right }: PlacedSpread, value: number) =>
    `M${short(left)} ${short(y(value))}H${short(right)}`;
  const area = ({ left, right }: PlacedSpread, { low, high }: Ends) => box(left, y(high), right, y(low));
  return {
    band: join((one) => area(one, one.spread)),
    inner: join((one) => (one.spread.inner ? area(one, one.spread.inner) : "")),
    edges: join((one) => line(one, one.spread.low) + line(one, one.spread.high)),
    middle: join((one) => (one.spread.middle === null ? "" : line(one, one.spread.middle))),
  };
}

/** Goes into a Stretch. */
export function Ranges({ paths }: { readonly paths: RangePaths }) {
  const { band, inner, edges, middle } = paths;
  return (
    <>
      {band && <path d={band} class="f-b80" />}
      {inner && <path d={inner} class="f-b50" />}
      {edges && <path d={edges} class="l-acc" />}
      {middle && <path d={middle} class="l-acc now" />}
    </>
  );
}

/** What came, one dot a day, apart from the band under it. Goes into a Stretch. */
export function CameDots({ path, wide }: { readonly path: string; readonly wide: boolean }) {
  if (!path) return null;
  return (
    <>
      <path d={path} class="l-bg dot" stroke-width={wide ? 13 : 10} />
      <path d={path} class="l-acc dot" stroke-width={wide ? 9 : 6} />
    </>
  );
}
