/** A state → people per day over the leads, and how the causes share in them. */
import type { Columns, Part } from "./columns.ts";
import type { State } from "./learn.ts";
import { type RidgeSite, siteRow } from "./site.ts";

/** Stages of an explanation, in the order in which they are multiplied up. */
export const stages = ["ordinary", "season", "school", "special", "weather", "level"] as const;
export type Stage = (typeof stages)[number];

/** Log level that is left on a day. */
function levelAt(columns: Columns, state: State, day: number): number {
  const { slow, fast } = columns.tuning;
  const ahead = day - state.day;
  return state.slow * Math.exp(-ahead / slow.days) + state.fast * Math.exp(-ahead / fast.days);
}

/** Expected people (median) by day from the state's day on. */
export function pointsFrom(columns: Columns, site: RidgeSite, state: State, days: number): Float64Array {
  const row = new Float64Array(columns.list.length);
  const asOf = site.start[state.day] ?? Number.POSITIVE_INFINITY;
  return Float64Array.from({ length: days }, (_, ahead) => {
    const day = state.day + ahead;
    siteRow(columns, site, day, asOf, row);
    let log = site.centre + levelAt(columns, state, day);
    for (let j = 0; j < row.length; j++) log += (row[j] ?? 0) * (state.effects[j] ?? 0);
    return Math.max(0, Math.exp(log) - 1);
  });
}

/** People on one day after each stage; the last is the point forecast. */
export function stagesOf(columns: Columns, site: RidgeSite, state: State, day: number): number[] {
  const row = new Float64Array(columns.list.length);
  siteRow(columns, site, day, site.start[state.day] ?? Number.POSITIVE_INFINITY, row);
  const logs = new Map<Stage, number>([
    ["ordinary", site.centre],
    ["level", levelAt(columns, state, day)],
  ]);
  const add = (part: Part, log: number) => logs.set(part, (logs.get(part) ?? 0) + log);
  for (const [j, { part }] of columns.list.entries()) add(part, (row[j] ?? 0) * (state.effects[j] ?? 0));
  // A holiday is partly a Sunday: what that makes against its own weekday belongs to the holiday.
  const weekday = site.base.weekday[day] ?? 0;
  for (let w = 0; w < 7; w++) {
    const moved = ((row[1 + w] ?? 0) - (w === weekday ? 1 : 0)) * (state.effects[1 + w] ?? 0);
    add("ordinary", -moved);
    add("special", moved);
  }
  let log = 0;
  return stages.map((stage) => {
    log += logs.get(stage) ?? 0;
    return Math.max(0, Math.exp(log) - 1);
  });
}
