/** The three figures under a chart. */
import type { ComponentChildren } from "preact";
import { Rich } from "./rich.tsx";

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly text: string;
  readonly drawing?: ComponentChildren;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figs">
      {figures.map(({ name, value, unit, text, drawing }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <p class="big">
              {value}
              {unit && <small>{unit}</small>}
            </p>
            {drawing}
            <p class="why">
              <Rich text={text} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
