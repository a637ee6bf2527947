/** A difference as a range beside zero: where the range holds zero, no effect could be measured. */
import { box, percent, Stretch, short } from "./plot.tsx";

interface Difference {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Ends of the scale in people: zero and the range, with air at both ends. */
export function differenceScale({ low, high }: Difference): { readonly from: number; readonly to: number } {
  const [least, most] = [Math.min(0, low), Math.max(0, high)];
  const air = Math.max(1, (most - least) * 0.12);
  return { from: least - air, to: most + air };
}

const HEIGHT = 24;

export function DifferenceBar({ difference, label }: { difference: Difference; label: string }) {
  const { from, to } = differenceScale(difference);
  const { low, middle, high } = difference;
  const x = (value: number) => short(value - from);
  return (
    <svg width="100%" height={HEIGHT + 18} role="img" aria-label={label}>
      <Stretch count={to - from} height={HEIGHT}>
        <path d={`M0 ${HEIGHT / 2}H${short(to - from)}`} class="l-rule" />
        <path d={box(low - from, 2, high - from, HEIGHT - 2)} class="f-b80" />
        <path d={`M${x(low)} 2V${HEIGHT - 2}M${x(high)} 2V${HEIGHT - 2}`} class="l-acc edge" />
        <path d={`M${x(middle)} 2V${HEIGHT - 2}`} class="l-acc now" />
        <path d={`M${x(0)} 0V${HEIGHT}`} class="l-ink today" />
      </Stretch>
      <text x={percent(-from, to - from)} y={HEIGHT + 14} class="m">
        0
      </text>
    </svg>
  );
}
