/** The constants of robust-base, found on rolling origins of public counts (bench/forecast.ts), one set for hours
 *  and one for days. Rates and shares, 0–1, unless a unit is named. */
export interface Tuning {
  /** Same weekdays looked back on. */
  readonly lookback: number;
  /** Weight of a week against the week after it. */
  readonly decay: number;
  /** Share of last years' season within the week (7-day window) and over the month (29-day window). */
  readonly seasonWeek: number;
  readonly seasonMonth: number;
  /** Share of the recent level ratio that is believed, its loss per day of lead, and the days it is taken over. */
  readonly level: number;
  readonly levelKept: number;
  readonly levelDays: number;
  /** What a special day tells of that ratio against an ordinary one: what it does by itself is known less well, but by the
   *  hour there are weeks without any other (Christmas). Events tell nothing. */
  readonly levelSpecial: number;
  /** Share of what an hour's own level says beyond the day's. */
  readonly levelHours: number;
  /** Share of what the last hours were off that goes on, what is left of it an hour later, and overnight. */
  readonly momentum: number;
  readonly momentumKept: number;
  readonly momentumOvernight: number;
  /** How much a holiday looks like a Sunday before the site's own have been seen. */
  readonly sundayShare: number;
  /** The same of nights, evenings and eves, which are like the hours between other days off. */
  readonly likeShare: number;
  /** Weight of that belief, in days. */
  readonly sundayPrior: number;
  /** Variance of the log noise of one past special day: how little a small effect seen once is believed. */
  readonly specialNoise: number;
  /** Prior, in days, of the school-holiday effect. */
  readonly schoolPrior: number;
}

export const hourlyTuning: Tuning = {
  lookback: 12,
  decay: 0.85,
  seasonWeek: 0.3,
  seasonMonth: 0.4,
  level: 0.7,
  levelKept: 0.95,
  levelDays: 4,
  levelSpecial: 0.8,
  levelHours: 0.8,
  momentum: 0.7,
  momentumKept: 0.8,
  momentumOvernight: 0.75,
  sundayShare: 0.9,
  likeShare: 0.7,
  sundayPrior: 1.5,
  specialNoise: 0.05,
  schoolPrior: 10,
};

export const dailyTuning: Tuning = {
  ...hourlyTuning,
  decay: 0.93,
  seasonMonth: 0.3,
  level: 0.4,
  levelKept: 0.97,
  levelDays: 10,
  levelSpecial: 0,
  levelHours: 0,
  momentum: 0,
};
