/** From runs to the rows of the table: all models on the windows that ours and the simple rule answered. */

import { TARGETS, type Target } from "./targets.ts";
import type { Task } from "./tasks.ts";
import type { Run, Window } from "./windows.ts";

export interface Row {
  readonly label: string;
  readonly windows: number;
  /** One per run, in their order; NaN = answered none of the windows. */
  readonly figures: readonly number[];
  /** Share of the windows that each run answered. */
  readonly answered: readonly number[];
  /** Of the measure; undefined for coverage. */
  readonly target?: Target;
}

const LABELS = {
  hourly: "hourly",
  museums: "museums, daily",
  streets: "street totals, daily",
  bookings: "with bookings",
  "bookings-young": "with bookings, half a year known",
} as const;

/** @param runs naive first, then our models, then `peers` others, which need not have answered */
export function compareRuns(task: Task, runs: readonly Run[], peers: number): Row[] {
  const ours = runs
    .slice(0, runs.length - peers)
    .map(({ windows }) => new Set(windows.map(({ key }) => key)));
  const unit = task.name === "hourly" ? "h" : "d";
  const rows = (label: string, pick: (window: Window) => boolean, figure: Figure): Row => {
    const shared = runs.map(({ windows }) =>
      windows.filter((window) => pick(window) && ours.every((keys) => keys.has(window.key))),
    );
    const count = shared[0]?.length ?? 0;
    return {
      label: `${LABELS[task.name]}${label}`,
      windows: count,
      figures: shared.map(figure),
      answered: shared.map(({ length }) => length / count),
    };
  };
  const measured = TARGETS.filter((target) => target.task === task.name).map((target): Row => {
    const { weeks, upTo, measure } = target;
    const kind = weeks === "all" ? "" : weeks === "ordinary" ? ", ordinary weeks" : ", weeks with a holiday";
    const row = rows(
      `${kind}${measure === "pinball" ? ", pinball" : ""}, 1–${upTo} ${unit}`,
      (window) => window.upTo === upTo && (weeks === "all" || window.weeks === weeks),
      measure === "MASE" ? meanMase : relativePinball,
    );
    return { ...row, target };
  });
  const covered = task.horizons.map((upTo) =>
    rows(`, coverage of 80 %, 1–${upTo} ${unit}`, (window) => window.upTo === upTo, meanCoverage),
  );
  return [...measured, ...covered];
}

type Figure = (windows: readonly Window[]) => number;

const mean = (windows: readonly Window[], of: (window: Window) => number) =>
  windows.reduce((sum, window) => sum + of(window), 0) / windows.length;
const meanMase: Figure = (windows) => mean(windows, ({ mase }) => mase);
const relativePinball: Figure = (windows) =>
  mean(windows, ({ pinball }) => pinball) / mean(windows, ({ level }) => level);
const meanCoverage: Figure = (windows) => mean(windows, ({ coverage80 }) => coverage80);
