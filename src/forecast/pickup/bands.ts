/** How far the pick-up has been off: errors of forecasts as they would have been made at earlier origins, each with
 *  what was learned there only, by lead and size of the day. */
import { quantileSorted } from "../../domain/quantile.ts";
import type { BookedSite } from "./booked-site.ts";
import { learnPickUp, type Rows } from "./learn.ts";

/** Upper ends of the lead groups, in days. */
const groupEnds = [1, 2, 4, 7, 14, 28, 60, Number.POSITIVE_INFINITY];
/** Days between earlier origins, not a multiple of 7 so that weekdays and leads mix; and how many at most. */
const EVERY = 10;
const ORIGINS = 14;
/** Points of the quantile function kept per group: levels 0, 1/GRID … 1. */
const GRID = 100;
/** Errors that a group needs, else it borrows from the leads before it, widened. */
const FEWEST = 14;
const BORROWED = 1.1;
/** Leads up to DENSE are tried on every day, longer ones on every THIN-th. */
const DENSE = 7;
const THIN = 3;
/** Days after which a past error counts half. */
const HALF_LIFE = 60;
/** Past errors say too little about those to come: by how much at the shortest lead, and how much more where the
 *  lead is as long as the time they are taken from, since windows that overlap err together. */
const UNSEEN = 0.05;
const OVERLAP = 0.4;
const LONGEST = 90;
/** Errors fall with the days learned from, to this power: those made young say too much about today's. */
const MATURING = 0.5;

interface WeightedError {
  readonly error: number;
  readonly weight: number;
}

interface Shape {
  /** Errors behind it. */
  readonly errors: number;
  /** Quantile function of error over {@link unitOf}, GRID + 1 points. */
  readonly points: Float64Array;
}

/** One shape per lead group; undefined where no lead that long could be tried. */
export type Bands = readonly (Shape | undefined)[];

/** People by which a day of `expected` people may be off, up to a factor by lead: grows with the root of what is
 *  expected, and does not vanish on an empty day. */
function unitOf(level: number, expected: number): number {
  return Math.sqrt(level * (Math.max(0, expected) + 0.6 * level));
}

/** Learns from days before the site's origin. leads: days. What was learned at one earlier origin is tried on every
 *  day until the next, so that the shortest leads have as many errors as the longer ones. */
export function learnBands(booked: BookedSite, rows: Rows, leads: number): Bands {
  const { originDay, totals, level, site } = booked;
  const errors = groupEnds.map((): WeightedError[] => []);
  for (let n = 1; n <= ORIGINS; n++) {
    const origin = originDay - n * EVERY;
    const learned = learnPickUp(booked, rows, origin, Math.min(leads, originDay - origin));
    if (!learned) break;
    const youth = ((origin - site.firstSeen) / (originDay - site.firstSeen)) ** MATURING;
    for (let lead = 1; lead <= leads; lead++) {
      for (
        let asOf = origin + (lead > DENSE ? lead % THIN : 0);
        asOf < origin + EVERY;
        asOf += lead > DENSE ? THIN : 1
      ) {
        const day = asOf + lead - 1;
        const total = day < originDay ? (totals[day] ?? Number.NaN) : Number.NaN;
        if (Number.isNaN(total)) continue;
        const expected = Math.max(0, learned.expect(day, lead));
        const error = (youth * (total - expected)) / unitOf(level, expected);
        errors[groupOf(lead)]?.push({ error, weight: 0.5 ** ((originDay - day) / HALF_LIFE) });
      }
    }
  }
  return errors.map(shapeOf);
}

function groupOf(lead: number): number {
  return groupEnds.findIndex((end) => lead <= end);
}

/** TRICKY: the median of past errors is one season's luck and is taken off. */
function shapeOf(errors: WeightedError[]): Shape | undefined {
  if (errors.length < FEWEST) return undefined;
  errors.sort((a, b) => a.error - b.error);
  const total = errors.reduce((sum, { weight }) => sum + weight, 0);
  const points = new Float64Array(GRID + 1);
  let below = 0;
  let at = 0;
  for (let i = 0; i <= GRID; i++) {
    while (at < errors.length - 1 && below + (errors[at]?.weight ?? 0) < (i / GRID) * total) {
      below += errors[at]?.weight ?? 0;
      at++;
    }
    points[i] = errors[at]?.error ?? 0;
  }
  const shift = points[GRID / 2] ?? 0;
  return { errors: errors.length, points: points.map((point) => point - shift) };
}

/** The bands of all sites drawn towards their common shape, the more the fewer errors stand behind them. */
export function poolBands(all: readonly Bands[]): (own: Bands) => Bands {
  const common = groupEnds.map((_, g): Shape | undefined => {
    const members = all.flatMap((bands) => bands[g] ?? []);
    if (members.length === 0) return undefined;
    const points = Float64Array.from(
      { length: GRID + 1 },
      (_, i) => members.reduce((sum, { points }) => sum + (points[i] ?? 0), 0) / members.length,
    );
    return { errors: 0, points };
  });
  return (own) =>
    groupEnds.map((_, g) => {
      const [mine, theirs] = [own[g], common[g]];
      if (!mine || !theirs) return theirs;
      const belief = mine.errors / (mine.errors + 100);
      const mix = (v: number, i: number) => belief * v + (1 - belief) * (theirs.points[i] ?? v);
      return { errors: mine.errors, points: mine.points.map(mix) };
    });
}

function widening(group: number): number {
  const reach = Math.min(LONGEST, groupEnds[group] ?? LONGEST);
  return (1 + UNSEEN) * (1 + (OVERLAP * reach) / (EVERY * ORIGINS));
}

/** Writes quantiles of a day into `row` and returns the mean, people. lead: days, from 1. */
export function bandsOut(
  bands: Bands,
  level: number,
  expected: number,
  lead: number,
  levels: readonly number[],
  row: Float64Array,
): number {
  const wanted = groupOf(lead);
  const group = bands.findLastIndex((shape, g) => g <= wanted && shape !== undefined);
  const points = bands[group]?.points ?? [0];
  const borrowed = BORROWED ** (group < 0 ? 0 : wanted - group);
  const unit = unitOf(level, expected) * borrowed * widening(wanted);
  const at = (q: number) => Math.max(0, expected + unit * quantileSorted(points, q));
  for (let i = 0; i < levels.length; i++) row[i] = at(levels[i] ?? 0.5);
  let sum = 0;
  for (let n = 0; n < 16; n++) sum += at((n + 0.5) / 16);
  return sum / 16;
}
