/** Bullet row: visits so far as a bar over the range usual at that hour, with what is expected at closing as a bracket.
 *  x is counted in visits on the scale of the board, y in pixels (24 high). */
import { box, percent, Stretch, short } from "./plot.tsx";

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What one bullet shows; null = not known. */
export interface BulletInput {
  readonly visits: number | null;
  readonly estimated: number;
  readonly usual: Ends | null;
  readonly expected: Ends | null;
  /** `late` = the count stops at the last report; `missing` = there is no count. */
  readonly gap: "none" | "late" | "missing";
  /** Right end of the scale, visits. */
  readonly max: number;
}

/** Paths in visits, empty where there is nothing to draw. */
export interface BulletLayout {
  readonly band: string;
  readonly edges: string;
  readonly bracket: string;
  readonly bar: string;
  /** Estimated part of the count. */
  readonly hatched: Ends | null;
  /** Dotted outline of what has not been reported. */
  readonly unknown: Ends | null;
}

const TOP = 7;
const BOTTOM = 17;

/** Lays out one bullet. The part not reported reaches as far as usual, and at least a twentieth of the scale. */
export function layoutBullet({ visits, estimated, usual, expected, gap, max }: BulletInput): BulletLayout {
  const counted = Math.min(visits ?? 0, max);
  const sure = Math.max(0, counted - estimated);
  const reach = Math.min(max, Math.max(counted + max / 20, usual ? usual.high + max / 20 : 0));
  return {
    band: usual ? box(usual.low, 0, usual.high, 24) : "",
    edges: usual ? `M${short(usual.low)} 0V24M${short(usual.high)} 0V24` : "",
    bracket: expected
      ? `M${short(expected.low)} 12H${short(expected.high)}M${short(expected.low)} 7V17M${short(expected.high)} 7V17`
      : "",
    bar: visits === null || sure === 0 ? "" : box(0, TOP, sure, BOTTOM),
    hatched: visits !== null && estimated > 0 ? { low: sure, high: counted } : null,
    unknown:
      gap === "missing" ? { low: 0, high: reach } : gap === "late" ? { low: counted, high: reach } : null,
  };
}

/** One bullet; `label` says it in a sentence. */
export function Bullet({ input, label }: { input: BulletInput; label: string }) {
  const layout = layoutBullet(input);
  const { max } = input;
  const span = (ends: Ends) => ({ x: percent(ends.low, max), width: percent(ends.high - ends.low, max) });
  return (
    <svg width="100%" height="24" role="img" aria-label={label}>
      <Stretch count={max} height={24}>
        {layout.band && <path d={layout.band} class="f-b80" />}
        {layout.edges && <path d={layout.edges} class="l-acc edge" />}
        {layout.bracket && <path d={layout.bracket} class="l-ink edge" />}
        {layout.bar && <path d={layout.bar} class="f-acc" />}
        <path d="M0 0V24" class="l-ink edge" />
      </Stretch>
      {layout.hatched && <rect {...span(layout.hatched)} y={TOP + 0.75} height="8.5" class="p-est edge" />}
      {layout.unknown && <rect {...span(layout.unknown)} y={TOP + 0.75} height="8.5" class="miss" />}
    </svg>
  );
}
