/** The constants of calendar-ridge, found on rolling origins of public counts (bench/forecast.ts). A third or three
 *  times of most of them changes the error by about 1 %; `season.own` must be small, and more `pairs` help streets but
 *  not museums. `school` and `weather` are guesses: those counts came without either. */
import type { LevelTuning } from "./level-filter.ts";

/** How far an effect may lie from 0 before a site's own days speak: variances on the log scale. */
export interface Prior {
  /** Of what all sites have in common. */
  readonly common: number;
  /** Of one site against the common effect. */
  readonly own: number;
}

export interface RidgeTuning extends LevelTuning {
  readonly weekday: Prior;
  /** Of the first pair of the year; pair k has 1/k² of it. */
  readonly season: Prior;
  /** Fourier pairs of the year. */
  readonly pairs: number;
  /** Of the pairs that weekends have beside. */
  readonly weekend: Prior;
  readonly weekendPairs: number;
  readonly easter: Prior;
  /** Of the share of past years' weeks that comes back. */
  readonly years: Prior;
  /** Of a kind of special day, and of one recurring special day within its kind. */
  readonly kind: Prior;
  readonly label: Prior;
  /** Of the rest of the week after a holiday. */
  readonly week: Prior;
  readonly school: Prior;
  /** Per standard deviation of a covariate. */
  readonly weather: Prior;
  /** Noise variance of special days against that of ordinary ones. */
  readonly specialNoise: number;
}

export const ridgeTuning: RidgeTuning = {
  weekday: { common: 0.1, own: 0.1 },
  season: { common: 0.05, own: 0.002 },
  pairs: 4,
  weekend: { common: 0.01, own: 0.01 },
  weekendPairs: 2,
  years: { common: 0.2, own: 0.02 },
  easter: { common: 0.02, own: 0.01 },
  kind: { common: 0.05, own: 0.02 },
  label: { common: 0.04, own: 0.04 },
  week: { common: 0.01, own: 0.01 },
  school: { common: 0.05, own: 0.05 },
  weather: { common: 0.01, own: 0.01 },
  slow: { variance: 0.7, days: 400 },
  fast: { variance: 0.3, days: 7 },
  specialNoise: 2,
  memory: 1500,
  robust: 1.3,
};
