/** Growth ruler: one change on a scale shared by the three figures, zero always on it. */
import { scaleLinear } from "d3-scale";

/** Shared scale of the rulers, in ratios (0.05 = +5 %). */
export interface RulerScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A scale that holds zero and every change, with air at both ends; null changes are left out. */
export function rulerScale(changes: readonly (number | null)[]): RulerScale {
  const known = changes.filter((change) => change !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const span = Math.max(0.05, high - low);
  const scale = scaleLinear([low - span * 0.3, high + span * 0.5], [0, 1]);
  const [from = 0, to = 1] = scale.domain();
  const ticks = scale
    .ticks(3)
    .filter((tick) => (tick - from) / (to - from) > 0.08 && (to - tick) / (to - from) > 0.08);
  return { low: from, high: to, ticks };
}

/** Position on the ruler, percent of its width. */
export function rulerPosition({ low, high }: RulerScale, ratio: number): string {
  return `${Math.round(((ratio - low) / (high - low)) * 1000) / 10}%`;
}

interface Props {
  readonly scale: RulerScale;
  readonly change: number;
  readonly label: string;
  readonly tick: (ratio: number) => string;
}

export function GrowthRuler({ scale, change, label, tick }: Props) {
  const zero = rulerPosition(scale, 0);
  return (
    <svg width="100%" height="40" role="img" aria-label={label}>
      <line x1="0" x2="100%" y1="16.5" y2="16.5" class="l-rule" />
      <line x1={zero} x2={zero} y1="4" y2="24" class="l-ink" />
      <circle cx={rulerPosition(scale, change)} cy="16" r="6" class="f-acc" />
      {scale.ticks.map((value) => (
        <text x={rulerPosition(scale, value)} y="38" class="m">
          {tick(value)}
        </text>
      ))}
    </svg>
  );
}
