/** A week at the desk read off the reply: spans of equal need, half-days, what is short. Pure; minutes are counted from
 *  midnight by the site's clock. */
import type { StaffDay, StaffStep } from "../../src/contract/staffing.ts";

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** People missing to be enough 8 times in 10; 0 where nothing is planned or no need is known. */
export function shortOf({ need80, planned }: StaffStep): number {
  return need80 === null || planned === null ? 0 : Math.max(0, need80 - planned);
}

/** Person-hours over steps. */
export function hoursOf(steps: readonly StaffStep[], people: (step: StaffStep) => number): number {
  const minutes = steps.reduce(
    (sum, step) => sum + people(step) * (minutesOf(step.to) - minutesOf(step.from)),
    0,
  );
  return Math.round(minutes / 6) / 10;
}

/** Neighbouring steps, without a break between them, for which `key` says the same; in order. */
export function runsOf(steps: readonly StaffStep[], key: (step: StaffStep) => unknown): StaffStep[] {
  const runs: StaffStep[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last.to === step.from && key(last) === key(step))
      runs[runs.length - 1] = { ...last, to: step.to };
    else runs.push(step);
  }
  return runs;
}

/** Spans on which need and plan stay the same. */
export function spansOf({ steps }: StaffDay): StaffStep[] {
  return runsOf(steps, ({ need50, need80, planned }) => `${need50} ${need80} ${planned}`);
}

/** Largest need of 8 times in 10; null where none is known. */
export function peakOf({ steps }: Pick<StaffDay, "steps">): number | null {
  const known = steps.flatMap(({ need80 }) => need80 ?? []);
  return known.length > 0 ? Math.max(...known) : null;
}

/** The morning ends here. */
const NOON = 13 * 60;

/** A morning or an afternoon, by its half-hour that is shortest of people, or needs most: `need80`, `planned`, `short`.
 *  `need50` is the most that any of its half-hours needs. */
export interface HalfDay {
  readonly open: boolean;
  readonly need50: number | null;
  readonly need80: number | null;
  readonly planned: number | null;
  readonly short: number;
}

/** Morning and afternoon of a day. */
export function halvesOf({ steps }: StaffDay): readonly [HalfDay, HalfDay] {
  const morning = steps.filter(({ from }) => minutesOf(from) < NOON);
  return [halfOf(morning), halfOf(steps.slice(morning.length))];
}

function halfOf(steps: readonly StaffStep[]): HalfDay {
  const most = (values: readonly number[]) => (values.length > 0 ? Math.max(...values) : null);
  const [worst] = [...steps].sort((a, b) => shortOf(b) - shortOf(a) || (b.need80 ?? 0) - (a.need80 ?? 0));
  return {
    open: steps.length > 0,
    need50: most(steps.flatMap(({ need50 }) => need50 ?? [])),
    need80: most(steps.flatMap(({ need80 }) => need80 ?? [])),
    planned: worst?.planned ?? null,
    short: worst ? shortOf(worst) : 0,
  };
}
