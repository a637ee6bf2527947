/** The point forecast of robust-base in its stages: ordinary week, season, school holiday, special day, recent
 *  level. Works on tables; what lies at or after the origin cell is never read. */
import { likeWeekday, mixed } from "./like-weekday.ts";
import { FAR, profileBefore } from "./profile.ts";
import { seasonBefore } from "./season.ts";
import { type Site, schoolLog } from "./site.ts";
import { effectOf } from "./special-effect.ts";
import type { Tuning } from "./tuning.ts";

/** What the forecasts of one origin share. */
export interface Basis {
  readonly site: Site;
  readonly tuning: Tuning;
  readonly originDay: number;
  /** Mean by weekday and hour, 7 × slots. */
  readonly profile: Float64Array;
  /** Log season from `FAR` days before the origin's day on. */
  readonly season: Float64Array;
  /** Log of observed over expected in the last days. */
  readonly level: number;
}

/** Stages add up: each includes those before it. */
export const stages = ["ordinary", "season", "school", "special", "level"] as const;
export type Stage = (typeof stages)[number];

/** Prepares forecasts from an origin cell for `days` days. */
export function basisAt(site: Site, cell: number, days: number, tuning: Tuning): Basis {
  const originDay = Math.floor(cell / site.table.slots);
  const season = seasonBefore(site, originDay, originDay - FAR, originDay + days, tuning);
  const profile = profileBefore(site, cell, season, tuning);
  const flat: Basis = { site, tuning, originDay, profile, season, level: 0 };
  return { ...flat, level: levelBefore(flat, cell) };
}

/** People by slot of one day (index), up to and including a stage; NaN where nothing is known. */
export function dayForecast(basis: Basis, day: number, upTo: Stage = "level"): Float64Array {
  const { site, profile, originDay, tuning } = basis;
  const { slots } = site.table;
  const stage = stages.indexOf(upTo);
  const season = stage >= 1 ? (basis.season[day - originDay + FAR] ?? 0) : 0;
  const school = stage >= 2 ? schoolLog(site, day) : 0;
  const w = (site.weekday[day] ?? 0) * slots;
  const factor = Math.exp(season + school);
  const out = profile.slice(w, w + slots);
  for (let slot = 0; slot < slots; slot++) out[slot] = (out[slot] ?? Number.NaN) * factor;
  const special = site.calendar.special.get(day);
  if (stage >= 3 && special) {
    const like = likeWeekday(site, day);
    const lift = Math.exp(season);
    const other = (slot: number) => (profile[(like.weekday[slot] ?? 0) * slots + slot] ?? Number.NaN) * lift;
    out.set(mixed(out, like, other, site.effects.shares));
    const effect = effectOf(site, day, originDay, out, tuning);
    for (let slot = 0; slot < slots; slot++)
      out[slot] = Math.max(0, ((out[slot] ?? Number.NaN) + 1) * Math.exp(effect[slot] ?? 0) - 1);
  }
  if (stage < 4) return out;
  const lift = Math.exp(tuning.level * tuning.levelKept ** (day - originDay) * basis.level);
  for (let slot = 0; slot < slots; slot++) out[slot] = (out[slot] ?? Number.NaN) * lift;
  return out;
}

/** Log of observed over expected on the last days, newest counting most; 0 when nothing is known. */
function levelBefore(basis: Basis, cell: number): number {
  const { site, originDay, tuning } = basis;
  const { slots, values } = site.table;
  let seen = 0;
  let hoped = 0;
  for (let age = 0; age <= 3 * tuning.levelDays && originDay - age >= 0; age++) {
    const day = originDay - age;
    const kind = site.calendar.special.get(day)?.kind;
    const told = kind === undefined ? 1 : kind === "event" ? 0 : tuning.levelSpecial;
    if (told === 0) continue;
    const weight = Math.exp(-age / tuning.levelDays) * told;
    const usual = dayForecast(basis, day, "special");
    const end = Math.min(slots, cell - day * slots);
    for (let slot = 0; slot < end; slot++) {
      const value = values[day * slots + slot] ?? Number.NaN;
      const hope = usual[slot] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(hope)) continue;
      seen += weight * value;
      hoped += weight * hope;
    }
  }
  return Math.min(0.7, Math.max(-0.7, Math.log((seen + 1) / (hoped + 1))));
}
