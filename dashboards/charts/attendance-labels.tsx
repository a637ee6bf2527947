/** The two years named on their lines. */
import type { LineLayout, LineWords } from "./attendance-model.ts";
import { Label } from "./marks.tsx";
import { percent } from "./plot.tsx";

interface Props {
  readonly layout: LineLayout;
  readonly words: LineWords;
  readonly count: number;
}

export function YearNames({ layout: { year, beforeLabel }, words, count }: Props) {
  return (
    <>
      {year && (
        <Label
          x={percent(year.slot, count)}
          y={year.y}
          dx={year.right ? 10 : -10}
          anchor={year.right ? "start" : "end"}
          shown={year.shown}
          name="a t14"
        >
          {words.year}
        </Label>
      )}
      {beforeLabel && (
        <>
          <line
            x1={percent(beforeLabel.slot, count)}
            x2={percent(beforeLabel.slot, count)}
            y1={beforeLabel.from}
            y2={beforeLabel.to}
            class={beforeLabel.shown === "roomy" ? "l-n1 roomy" : "l-n1"}
          />
          <Label
            x={percent(beforeLabel.slot, count)}
            y={beforeLabel.y}
            anchor="middle"
            shown={beforeLabel.shown}
            name="b g"
          >
            {words.before}
          </Label>
        </>
      )}
    </>
  );
}
