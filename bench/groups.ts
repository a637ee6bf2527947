/** What bookings are worth on days on which groups come, in the demonstration's simulation: WAPE of each model, and
 *  its ratio to robust-base, over several seeds. At most 0.7 is asked.
 *  node bench/groups.ts [--seeds 3] [--combined] (the latter learns all models at each origin, and takes minutes) */
import { parseArgs } from "node:util";
import { cutAt } from "../src/domain/series.ts";
import { fromDayNumber } from "../src/domain/time.ts";
import type { History, Model } from "../src/forecast/model.ts";
import { calendarRidge } from "../src/forecast/models/calendar-ridge.ts";
import { combined } from "../src/forecast/models/combined.ts";
import { pickUp } from "../src/forecast/models/pick-up.ts";
import { robustBase } from "../src/forecast/models/robust-base.ts";
import { historyOf, worldOf } from "./forecast/simulated.ts";

const { values: args } = parseArgs({
  options: { seeds: { type: "string", default: "3" }, combined: { type: "boolean", default: false } },
});
const SPAN = { from: "2024-05-04", to: "2026-11-05" };
const LEADS = 28;
const groupEnds = [7, 14, 28] as const;
/** Days between origins, and days of history before the first. */
const EVERY = 35;
const FIRST = 540;

/** Absolute errors and visits, summed by lead group. */
interface Sums {
  readonly off: Float64Array;
  readonly came: Float64Array;
}

const zero = (): Sums => ({
  off: new Float64Array(groupEnds.length),
  came: new Float64Array(groupEnds.length),
});

/** One run of the simulation: what came and what was booked. */
interface Simulated {
  readonly history: History;
  /** By series: 1 on each day of the axis on which a booked group came; undefined where nothing is booked. */
  readonly groups: readonly (Uint8Array | undefined)[];
}

function simulate(seed: number): Simulated {
  const world = worldOf(seed, SPAN);
  const history = historyOf(world, "P1D", SPAN, 1);
  const dates = Array.from(history.set.axis.day, fromDayNumber);
  const hasGroup = (site: string, date: string) =>
    world.truth(site, date).groups.some(({ came }) => came > 0);
  const groups = history.set.series.map(({ id }, s) =>
    history.bookings?.[s] ? Uint8Array.from(dates, (date) => (hasGroup(id, date) ? 1 : 0)) : undefined,
  );
  return { history, groups };
}

/** Adds what one model says of one world at all origins, at the sites that are booked: to the first sums days with
 *  groups, to the second all. */
function score(world: Simulated, model: Model, booked: boolean, sums: readonly [Sums, Sums]): void {
  const { history: whole, groups } = world;
  const { set, calendars, covariates = [], bookings = [] } = whole;
  for (let origin = FIRST; origin + LEADS <= whole.origin; origin += EVERY) {
    const plain: History = { set: cutAt(set, origin), origin, calendars, covariates };
    const history = booked ? { ...plain, bookings } : plain;
    const answers = model.fit(history, { leads: LEADS }).forecast(history, { leads: LEADS, levels: [0.5] });
    for (const [s, answer] of answers.entries()) {
      const days = groups[s];
      if (!days) continue;
      if (answer.kind === "refused") throw new Error(`${model.name} refused ${answer.id}: ${answer.reason}`);
      for (let i = 0; i < LEADS; i++) {
        const value = set.series[s]?.values[origin + i] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const off = Math.abs(value - (answer.quantiles[i] ?? 0));
        for (const one of days[origin + i] === 1 ? sums : [sums[1]]) add(one, i, off, value);
      }
    }
  }
}

function add({ off, came }: Sums, lead: number, error: number, visits: number): void {
  for (const [g, end] of groupEnds.entries()) {
    if (lead >= end) continue;
    off[g] = (off[g] ?? 0) + error;
    came[g] = (came[g] ?? 0) + visits;
  }
}

const contenders: readonly (readonly [name: string, model: Model, booked: boolean])[] = [
  ["robust-base", robustBase, false],
  ["calendar-ridge", calendarRidge, false],
  ["pick-up", pickUp, true],
  ...(args.combined
    ? ([
        ["combined without bookings", combined, false],
        ["combined", combined, true],
      ] as const)
    : []),
];
const worlds = Array.from({ length: Number(args.seeds) }, (_, n) => simulate(n + 1));
const base: Sums[] = [];
for (const [name, model, booked] of contenders) {
  const sums: readonly [Sums, Sums] = [zero(), zero()];
  for (const world of worlds) score(world, model, booked, sums);
  if (base.length === 0) base.push(...sums);
  for (const [n, kind] of ["group days", "all days"].entries()) {
    const wape = (of: Sums | undefined, g: number) => (of?.off[g] ?? 0) / (of?.came[g] ?? 1);
    const figures = groupEnds.map((end, g) => {
      const own = wape(sums[n], g);
      return `1–${end}: ${own.toFixed(3)} (${(own / wape(base[n], g)).toFixed(2)})`;
    });
    console.log(kind.padEnd(12), name.padEnd(28), figures.join("   "));
  }
}
