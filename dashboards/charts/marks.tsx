/** The marks that every daily chart shares: weekend tint, school-break hatch with its bracket, the closed rail, missing
 *  days and the labels that stand on a drawing. */
import type { ComponentChildren } from "preact";
import type { Shown } from "./label-field.ts";
import { ANCHOR_CLASS, type Anchor } from "./labels.ts";
import { box, percent } from "./plot.tsx";
import type { Run } from "./runs.ts";

interface Bands {
  readonly runs: readonly Run[];
  readonly count: number;
  readonly top: number;
  readonly bottom: number;
}

/** Weekends as one path in slots: goes into a Stretch. */
export function WeekendBands({ runs, top, bottom }: Bands) {
  if (runs.length === 0) return null;
  return <path d={runs.map(({ from, to }) => box(from, top, to, bottom)).join("")} class="f-we" />;
}

/** Hatched runs: percent-based, so that the hatch keeps its angle. */
export function HatchedRuns({ runs, count, top, bottom, name }: Bands & { readonly name: string }) {
  return (
    <>
      {runs.map(({ from, to }) => (
        <rect
          x={percent(from, count)}
          width={percent(to - from, count)}
          y={top}
          height={bottom - top}
          class={name}
        />
      ))}
    </>
  );
}

/** Bracket over a run, open where the run goes on beyond the drawing. */
export function Bracket({ run, count, top }: { run: Run; count: number; top: number }) {
  const left = percent(Math.max(0, run.from), count);
  const right = percent(Math.min(count, run.to), count);
  return (
    <>
      <line x1={left} x2={right} y1={top - 0.5} y2={top - 0.5} class="l-ink" />
      {run.from >= 0 && <line x1={left} x2={left} y1={top - 1} y2={top + 8} class="l-ink" />}
      {run.to <= count && <line x1={right} x2={right} y1={top - 1} y2={top + 8} class="l-ink" />}
    </>
  );
}

interface MissingProps extends Bands {
  readonly word: string;
  /** True where a day is too narrow for the word: it stands on the left of its column. */
  readonly beside: boolean;
  /** True where a range was promised all the same: the outline lies over it. */
  readonly over?: boolean;
}

/** A day without data: dotted outline, empty inside, named in its own column where the column is tall enough. */
export function MissingRuns({ runs, count, top, bottom, word, beside, over = false }: MissingProps) {
  return (
    <>
      {runs.map(({ from, to }) => (
        <>
          <rect
            x={percent(from, count)}
            width={percent(to - from, count)}
            y={top + 0.75}
            height={bottom - top - 0.75}
            class={over ? "miss" : "miss f-bg"}
          />
          <svg
            aria-hidden="true"
            x={percent(beside ? from : (from + to) / 2, count)}
            y={bottom - (beside ? 48 : 8)}
          >
            <text transform="rotate(-90)" y={beside ? -4 : 4} class="s halo">
              {word}
            </text>
          </svg>
        </>
      ))}
    </>
  );
}

interface LabelProps {
  /** Share of the width, such as `12.5%`. */
  readonly x: string;
  readonly y: number;
  readonly dx?: number;
  readonly anchor?: Anchor;
  /** `roomy` = on wide screens only. */
  readonly shown?: Shown;
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** Text with a halo of the ground behind it. */
export function Label({ x, y, dx, anchor = "start", shown = "always", name, children }: LabelProps) {
  const classes = ["halo", ANCHOR_CLASS[anchor], name, shown === "roomy" && "roomy"].filter(Boolean);
  return (
    <text x={x} y={y} {...(dx === undefined ? {} : { dx })} class={classes.join(" ")}>
      {children}
    </text>
  );
}
