/** What makes a day: steps in people from an ordinary day to the middle of the forecast. Booked in ink, minus as an
 *  outline. x in people, y in pixels. */
import type { ComponentChildren } from "preact";
import { box, percent, Stretch, short } from "./plot.tsx";

export interface Step {
  readonly kind: "counted" | "booked" | "total";
  readonly label: string;
  readonly people: number;
}

export interface PlacedStep extends Step {
  readonly from: number;
  readonly to: number;
}

export interface StepsLayout {
  readonly steps: readonly PlacedStep[];
  /** Left and right end of the scale in people. */
  readonly low: number;
  readonly high: number;
}

/** Chains the steps: each begins where the one before ended. `top` = the largest value that must fit. */
export function layoutSteps(steps: readonly Step[], top: number): StepsLayout {
  let level = 0;
  const placed = steps.map((step) => {
    const from = level;
    level += step.people;
    return { ...step, from, to: level };
  });
  const ends = placed.flatMap(({ from, to }) => [from, to]);
  return { steps: placed, low: Math.min(0, ...ends), high: Math.max(1, top, ...ends) };
}

interface BarProps {
  readonly step: PlacedStep;
  readonly layout: StepsLayout;
  readonly last: boolean;
}

/** The bar of one step and the thread down to the next. */
export function StepBar({ step, layout, last }: BarProps) {
  const span = layout.high - layout.low;
  const left = Math.min(step.from, step.to) - layout.low;
  const right = Math.max(step.from, step.to) - layout.low;
  const fill = step.kind === "booked" ? "f-ink" : "f-acc";
  return (
    <svg width="100%" height="32" aria-hidden="true">
      {step.people < 0 ? (
        <rect
          x={percent(left, span)}
          width={percent(right - left, span)}
          y="6.75"
          height="18.5"
          class="l-acc edge"
        />
      ) : (
        <rect x={percent(left, span)} width={percent(right - left, span)} y="6" height="20" class={fill} />
      )}
      <line
        x1={percent(step.to - layout.low, span)}
        x2={percent(step.to - layout.low, span)}
        y1="6"
        y2={last ? "26" : "62"}
        class="l-ink3 thread"
      />
    </svg>
  );
}

interface Levels {
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

interface RangeProps {
  /** Null = nothing but the places booked. */
  readonly levels: Levels | null;
  readonly booked: number;
  readonly low: number;
  readonly high: number;
  readonly height: number;
  readonly children?: ComponentChildren;
}

/** A forecast lying down: band with edges, inner band, middle; places booked as an ink bar from zero. */
export function RangeBar({ levels, booked, low, high, height, children }: RangeProps) {
  const span = Math.max(1, high - low);
  const x = (value: number) => value - low;
  const bar = height * 0.38;
  return (
    <svg width="100%" height={height} aria-hidden="true">
      <Stretch count={span} height={height}>
        {levels && (
          <>
            <path d={box(x(levels.q10), 0, x(levels.q90), height)} class="f-b80" />
            <path d={box(x(levels.q25), 0, x(levels.q75), height)} class="f-b50" />
            <path
              d={`M${short(x(levels.q10))} 0V${height}M${short(x(levels.q90))} 0V${height}`}
              class="l-acc"
            />
            <path d={`M${short(x(levels.q50))} 0V${height}`} class="l-acc now" />
          </>
        )}
        {booked > 0 && (
          <path d={box(x(0), (height - bar) / 2, x(booked), (height + bar) / 2)} class="f-ink" />
        )}
      </Stretch>
      {children}
    </svg>
  );
}
