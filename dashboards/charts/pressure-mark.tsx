/** How pressed, as a shape: one, two or three steps filled; closed hatched; without a forecast a dotted ring. */
import type { Pressure } from "../../src/domain/pressure.ts";

const STEPS = { calm: 1, moderate: 2, busy: 3 } as const;
const BARS = ["M1 10H7V15H1Z", "M9 6H15V15H9Z", "M17 1H23V15H17Z"];

/** Symbols that {@link PressureMark} refers to: once a page. */
export function PressureSymbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" class="defs">
      {Object.entries(STEPS).map(([level, filled]) => (
        <symbol id={`f-${level}`} viewBox="0 0 24 16">
          <path d={BARS.slice(0, filled).join("")} class="f-acc" />
          <path d={BARS.join("")} class="l-acc" stroke-width="1" />
        </symbol>
      ))}
      <symbol id="f-closed" viewBox="0 0 24 16">
        <rect x=".5" y="6.5" width="23" height="8" class="p-closed ring3" />
      </symbol>
      <symbol id="f-unknown" viewBox="0 0 24 16">
        <circle cx="12" cy="8" r="6" class="l-ink" stroke-width="2" stroke-dasharray="2 2.19" />
      </symbol>
    </svg>
  );
}

interface Props {
  readonly level: Pressure;
  /** Centre inside another drawing; absent = a drawing of its own. */
  readonly at?: { readonly x: number; readonly y: number };
}

export function PressureMark({ level, at }: Props) {
  if (at) return <use href={`#f-${level}`} x={at.x - 12} y={at.y - 8} width="24" height="16" />;
  return (
    <svg width="24" height="16" aria-hidden="true">
      <use href={`#f-${level}`} />
    </svg>
  );
}
