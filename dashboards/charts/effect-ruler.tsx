/** What an action did, as a change with its range, above the placebos: the same looked for where nothing was done. */
import { type RulerScale, rulerPosition, rulerScale } from "./growth-ruler.tsx";

interface Props {
  /** Ratios: 0.1 = 10 % more. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly placebos: readonly number[];
  readonly label: string;
  readonly tick: (ratio: number) => string;
}

/** A scale that holds the range and every placebo. */
export function effectScale({
  value,
  low,
  high,
  placebos,
}: Pick<Props, "value" | "low" | "high" | "placebos">): RulerScale {
  return rulerScale([value, low, high, ...placebos]);
}

export function EffectRuler({ value, low, high, placebos, label, tick }: Props) {
  const scale = effectScale({ value, low, high, placebos });
  const at = (ratio: number) => rulerPosition(scale, ratio);
  return (
    <svg width="100%" height="72" role="img" aria-label={label}>
      <line x1="0" x2="100%" y1="16.5" y2="16.5" class="l-rule" />
      <line x1={at(0)} x2={at(0)} y1="4" y2="52" class="l-ink" />
      <line x1={at(low)} x2={at(high)} y1="16" y2="16" class="l-acc now" />
      <line x1={at(low)} x2={at(low)} y1="9" y2="23" class="l-acc now" />
      <line x1={at(high)} x2={at(high)} y1="9" y2="23" class="l-acc now" />
      <circle cx={at(value)} cy="16" r="6" class="zero" />
      {placebos.map((share) => (
        <line x1={at(share)} x2={at(share)} y1="36" y2="48" class="l-n1 before" />
      ))}
      {scale.ticks.map((ratio) => (
        <text x={at(ratio)} y="68" class="m">
          {tick(ratio)}
        </text>
      ))}
    </svg>
  );
}
