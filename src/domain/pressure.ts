/** How pressed a site will be on a day: its forecast against its own ordinary day and against its room. */

/** `unknown`: open, but nothing is forecast, or nothing is known to hold it against. */
export const PRESSURES = ["calm", "moderate", "busy", "closed", "unknown"] as const;
export type Pressure = (typeof PRESSURES)[number];

export interface PressureParts {
  /** Hours of opening; 0 = closed. */
  readonly openHours: number;
  /** Visits of the day: middle of the forecast, and the end that 9 days in 10 stay under. Null = no forecast. */
  readonly forecast: { readonly q50: number; readonly q90: number } | null;
  /** Visits an open hour on the site's ordinary open day; null = not known. */
  readonly usualPerHour: number | null;
  /** People inside at once; null = no limit is declared. */
  readonly capacity: number | null;
}

export interface SitePressure {
  readonly level: Pressure;
  /** Middle of the forecast an open hour over that of an ordinary day (1 = ordinary); null = not known. */
  readonly ratio: number | null;
  /** Visits an open hour at the high end over the room; null without a declared limit. */
  readonly load: number | null;
  /** 1 and more = busy; what sites are compared by. Null = closed or unknown. */
  readonly score: number | null;
}

/** Half as much again as on an ordinary day is busy… */
const BUSY_RATIO = 1.5;
/** …and so is four fifths of the room, were each visit to last an hour (Little's law with a stay of one hour). */
const BUSY_LOAD = 0.8;
/** From this share of busy on a site is no longer calm. */
const MODERATE = 0.7;
/** A day of fewer visits is never busy for being above its habit: the same 30 below which no percentage is told. */
const FEW = 30;

export function pressureOf({ openHours, forecast, usualPerHour, capacity }: PressureParts): SitePressure {
  if (openHours <= 0) return { level: "closed", ratio: null, load: null, score: null };
  if (!forecast) return { level: "unknown", ratio: null, load: null, score: null };
  const ratio = usualPerHour !== null && usualPerHour > 0 ? forecast.q50 / openHours / usualPerHour : null;
  const load = capacity === null ? null : forecast.q90 / openHours / capacity;
  if (ratio === null && load === null) return { level: "unknown", ratio, load, score: null };
  const habit = (ratio ?? 0) / BUSY_RATIO;
  const score = Math.max(forecast.q50 < FEW ? Math.min(habit, 0.99) : habit, (load ?? 0) / BUSY_LOAD);
  return { level: score >= 1 ? "busy" : score >= MODERATE ? "moderate" : "calm", ratio, load, score };
}
