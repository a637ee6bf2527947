/** Regression with a level that wanders: a Kalman filter over a slow and a fast level, run over the log counts and
 *  over every column alike, leaves innovations that are independent; their products are the normal equations.
 *  SOURCE: de Jong 1991, "The diffuse Kalman filter", Annals of Statistics 19 (here with proper priors). */

export interface LevelTuning {
  /** Wandering levels: variance against that of a day's noise, and days until 1/e of a deviation is left. */
  readonly slow: { readonly variance: number; readonly days: number };
  readonly fast: { readonly variance: number; readonly days: number };
  /** Days until a past day counts 1/e. */
  readonly memory: number;
  /** Standard deviations off its expectation beyond which a day counts less, in proportion: one huge day is a fair
   *  or a fault, many in a row are a new level. SOURCE: Huber 1964, Annals of Mathematical Statistics 35. */
  readonly robust: number;
}

/** What has been learned of one site up to a day. */
export interface Normal {
  readonly width: number;
  /** Columns that have been other than 0, in the order in which they first were; of the others nothing is known. */
  readonly met: number[];
  /** 1 = met, by column. */
  readonly known: Uint8Array;
  /** Information matrix (lower triangle, rows of `width`) and vector of the effects, in the order of `met`. */
  readonly matrix: Float64Array;
  readonly vector: Float64Array;
  /** Slow and fast level of each column, and of the counts last: (width + 1) × 2. */
  readonly levels: Float64Array;
  /** Covariance of the two levels: slow, both, fast. */
  readonly spread: Float64Array;
}

/** Variances of a day's log about its expectation. */
export interface DayNoise {
  /** On an ordinary day. */
  readonly usual: number;
  /** On this day. */
  readonly today: number;
}

/** Nothing known yet. noise: variance of a day's log. */
export function emptyNormal(width: number, noise: number, { slow, fast }: LevelTuning): Normal {
  return {
    width,
    met: [],
    known: new Uint8Array(width),
    matrix: new Float64Array(width * width),
    vector: new Float64Array(width),
    levels: new Float64Array(2 * (width + 1)),
    spread: Float64Array.of(slow.variance * noise, 0, fast.variance * noise),
  };
}

/** Moves one day on, in place; `row` are the columns of the day, `log` its log count or NaN when not observed.
 *  noise: variances of the logs; scratch: width + 1 numbers; effects: as estimated lately, to tell outliers by. */
export function learnDay(
  normal: Normal,
  row: Float64Array,
  log: number,
  noise: DayNoise,
  tuning: LevelTuning,
  scratch: Float64Array,
  effects?: Float64Array,
): void {
  if (!Number.isNaN(log)) {
    const { spread } = normal;
    meet(normal, row);
    const [a = 0, b = 0, c = 0] = spread;
    const plain = a + 2 * b + c + noise.today;
    const total = plain * (effects ? doubt(normal, row, log, effects, plain, tuning.robust) : 1);
    const gainSlow = (a + b) / total;
    const gainFast = (b + c) / total;
    innovate(normal, row, log, gainSlow, gainFast, scratch);
    accumulate(normal, scratch, total, Math.exp(-1 / tuning.memory));
    spread[0] = a - gainSlow * (a + b);
    spread[1] = b - gainSlow * (b + c);
    spread[2] = c - gainFast * (b + c);
  }
  passNight(normal, noise.usual, tuning);
}

/** Adds the columns of a day that were always 0 before. */
function meet({ met, known }: Normal, row: Float64Array): void {
  for (let j = 0; j < known.length; j++) {
    if (row[j] === 0 || known[j] === 1) continue;
    known[j] = 1;
    met.push(j);
  }
}

/** Factor on the variance of a day that is farther off than it should be. */
function doubt(
  { width, levels, met }: Normal,
  row: Float64Array,
  log: number,
  effects: Float64Array,
  variance: number,
  robust: number,
): number {
  let off = log - (levels[2 * width] ?? 0) - (levels[2 * width + 1] ?? 0);
  for (const j of met) {
    off -= (effects[j] ?? 0) * ((row[j] ?? 0) - (levels[2 * j] ?? 0) - (levels[2 * j + 1] ?? 0));
  }
  return Math.max(1, Math.abs(off) / Math.sqrt(variance) / robust);
}

/** Writes what the levels did not let expect into `off`, that of the counts last, and moves them. */
function innovate(
  { width, levels, met }: Normal,
  row: Float64Array,
  log: number,
  gainSlow: number,
  gainFast: number,
  off: Float64Array,
): void {
  for (let p = 0; p <= met.length; p++) {
    const j = met[p] ?? width;
    const value = j < width ? (row[j] ?? 0) : log;
    const gap = value - (levels[2 * j] ?? 0) - (levels[2 * j + 1] ?? 0);
    off[p] = gap;
    levels[2 * j] = (levels[2 * j] ?? 0) + gainSlow * gap;
    levels[2 * j + 1] = (levels[2 * j + 1] ?? 0) + gainFast * gap;
  }
}

function accumulate(
  { width, matrix, vector, met }: Normal,
  off: Float64Array,
  variance: number,
  kept: number,
): void {
  const counts = off[met.length] ?? 0;
  for (let i = 0; i < met.length; i++) {
    const left = (off[i] ?? 0) / variance;
    vector[i] = (vector[i] ?? 0) * kept + left * counts;
    for (let j = 0, at = i * width; j <= i; j++, at++)
      matrix[at] = (matrix[at] ?? 0) * kept + left * (off[j] ?? 0);
  }
}

function passNight({ width, levels, spread, met }: Normal, noise: number, { slow, fast }: LevelTuning): void {
  const keepSlow = Math.exp(-1 / slow.days);
  const keepFast = Math.exp(-1 / fast.days);
  for (let p = 0; p <= met.length; p++) {
    const j = met[p] ?? width;
    levels[2 * j] = (levels[2 * j] ?? 0) * keepSlow;
    levels[2 * j + 1] = (levels[2 * j + 1] ?? 0) * keepFast;
  }
  spread[0] = (spread[0] ?? 0) * keepSlow ** 2 + slow.variance * noise * (1 - keepSlow ** 2);
  spread[1] = (spread[1] ?? 0) * keepSlow * keepFast;
  spread[2] = (spread[2] ?? 0) * keepFast ** 2 + fast.variance * noise * (1 - keepFast ** 2);
}
