/** People of one day as past weeks and the calendar let expect them, in stages: ordinary week, season, school holiday,
 *  special day. What the last days were off comes after ({@link file://./point.ts}). Works on tables; what lies at or
 *  after the origin cell is never read. */
import { likeWeekday, mixed } from "./like-weekday.ts";
import { FAR, profileBefore } from "./profile.ts";
import { seasonBefore } from "./season.ts";
import { type Site, schoolLog } from "./site.ts";
import { effectOf } from "./special-effect.ts";
import type { Tuning } from "./tuning.ts";

/** What the expectations of one origin share. */
export interface Usual {
  readonly site: Site;
  readonly tuning: Tuning;
  readonly originDay: number;
  /** Mean by weekday and hour, 7 × slots. */
  readonly profile: Float64Array;
  /** Log season from `FAR` days before the origin's day on. */
  readonly season: Float64Array;
}

/** Stages add up: each includes those before it. */
export const usualStages = ["ordinary", "season", "school", "special"] as const;
export type UsualStage = (typeof usualStages)[number];

/** As seen from an origin cell, for `days` days. */
export function usualAt(site: Site, cell: number, days: number, tuning: Tuning): Usual {
  const originDay = Math.floor(cell / site.table.slots);
  const season = seasonBefore(site, originDay, originDay - FAR, originDay + days, tuning);
  return { site, tuning, originDay, profile: profileBefore(site, cell, season, tuning), season };
}

/** People by slot of one day (index), up to and including a stage; NaN where nothing is known. */
export function usualDay(usual: Usual, day: number, upTo: UsualStage = "special"): Float64Array {
  const { site, profile, originDay, tuning } = usual;
  const { slots } = site.table;
  const stage = usualStages.indexOf(upTo);
  const season = stage >= 1 ? (usual.season[day - originDay + FAR] ?? 0) : 0;
  const school = stage >= 2 ? schoolLog(site, day) : 0;
  const w = (site.weekday[day] ?? 0) * slots;
  const factor = Math.exp(season + school);
  const out = profile.slice(w, w + slots);
  for (let slot = 0; slot < slots; slot++) out[slot] = (out[slot] ?? Number.NaN) * factor;
  if (stage < 3 || !site.calendar.special.has(day)) return out;
  const like = likeWeekday(site, day);
  const lift = Math.exp(season);
  const other = (slot: number) => (profile[(like.weekday[slot] ?? 0) * slots + slot] ?? Number.NaN) * lift;
  const plain = mixed(out, like, other, site.effects.shares);
  const effect = effectOf(site, day, originDay, plain, tuning);
  return plain.map((people, slot) => Math.max(0, (people + 1) * Math.exp(effect[slot] ?? 0) - 1));
}
