/** What other opening hours do: longer or shorter than usual, or open where it would be closed. */
import { weekdayOfKin } from "./kin.ts";
import { excess, isOrdinary, logOf, mean, neighbours, openRatio, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";
import { slopeOf } from "./slope.ts";
import { spreadOf, spreadOfKin } from "./spread.ts";
import { percents } from "./words.ts";

export interface OpeningChange {
  /** Day index. */
  readonly day: number;
  /** Minutes open after the change. */
  readonly minutes: number;
  /** What open ordinary days around it are expected to bring, by level; undefined where all are closed. */
  readonly usual: Float64Array | undefined;
}

/** Days that were open for a tenth more or less than their neighbours. */
const VARIED = Math.log(1.1);
/** Days of such kind that are needed. */
const FEWEST = 8;
/** Days that share a change of hours. Few of them are there, and few are too sure: so days that share a week count as well,
 *  and the wider range is believed. */
const SEASON = 91;
/** Past open days of a weekday that say what it brings, when it is closed otherwise. */
const FEWEST_OPEN = 4;
const MOST_OPEN = 30;

export function openingEffect(past: Past, change: OpeningChange, kin: readonly Past[]): Effect | NoEffect {
  const { day, minutes, usual } = change;
  const before = past.minutes[day] ?? Number.NaN;
  if (Number.isNaN(before)) return refused("its opening hours are not known");
  if (minutes === before)
    return refused(before === 0 ? "it is closed on that day already" : "it is open as long already");
  if (minutes === 0) return { kind: "closed" };
  return before === 0 ? opened(past, day, usual, kin) : longer(past, day, minutes);
}

function longer(past: Past, day: number, minutes: number): Effect | NoEffect {
  const days = Array.from({ length: past.origin }, (_, d) => d).filter((d) => isOrdinary(past, d));
  const seen = days.map((d) => past.minutes[d] ?? Number.NaN);
  const beside = (cluster: number) =>
    days.map((d) => {
      const near = neighbours(past, d, true);
      return {
        off: near.length > 0 ? excess(past, d, near) : Number.NaN,
        by: mean(near.map((other) => openRatio(past, d, other))),
        cluster: Math.floor((past.firstDay + d) / cluster),
      };
    });
  const [weeks, seasons] = [beside(7), beside(SEASON)];
  const varied = weeks.filter(({ by }) => Math.abs(by) > VARIED).length;
  const [fine, coarse] = varied < FEWEST ? [] : [slopeOf(weeks), slopeOf(seasons)];
  if (!fine || !coarse) {
    return refused(`opening hours have hardly varied: ${varied} days (${FEWEST} are needed, over a year)`);
  }
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  if (minutes < 0.9 * least || minutes > 1.1 * most) {
    return refused(`never open for ${minutes} minutes (${least} to ${most})`);
  }
  const step = Math.log(minutes / (past.minutes[day] ?? Number.NaN));
  const half = Math.abs(Math.max(fine.half, coarse.half) * step);
  const middle = fine.slope * step;
  const because = `${varied} days open for a longer or shorter time: ${percents([middle - half, middle + half])}`;
  return { kind: "factor", low: middle - half, middle, high: middle + half, seen: varied, because };
}

function opened(
  past: Past,
  day: number,
  usual: Float64Array | undefined,
  kin: readonly Past[],
): Effect | NoEffect {
  if (!usual) return refused("closed all around that day: no level to start from");
  const special = past.calendar.special.get(day);
  if (special?.kind === "holiday") return refused(`never seen open on such a day (${special.labels.at(-1)})`);
  const own = openDays(past, past.weekday[day] ?? 0);
  if (own.length >= FEWEST_OPEN) {
    const offs = own.map((d) => weekOff(past, d));
    const spread = spreadOf(offs, Math.max(noiseOfWeek(past), 1e-6));
    return {
      kind: "opened",
      usual,
      known: true,
      ...spread,
      because: `${own.length} past days open on that weekday`,
    };
  }
  const { effects, variety, because } = weekdayOfKin(past, past.weekday[day] ?? 0, kin);
  return { kind: "opened", usual, known: false, ...spreadOfKin(effects, variety), because };
}

/** Ordinary days of a weekday that were open, newest first, with open days of other weekdays beside them. */
function openDays(past: Past, weekday: number): number[] {
  const found: number[] = [];
  for (let day = past.origin - 1; day >= 0 && found.length < MOST_OPEN; day--) {
    if (past.weekday[day] === weekday && isOrdinary(past, day) && !Number.isNaN(weekOff(past, day)))
      found.push(day);
  }
  return found;
}

/** Log of what came against the other open days of two weeks; NaN for fewer than three. */
function weekOff(past: Past, day: number): number {
  const others: number[] = [];
  for (let other = day - 7; other <= day + 7; other++) {
    if (other !== day && past.weekday[other] !== past.weekday[day] && isOrdinary(past, other))
      others.push(other);
  }
  if (others.length < 3) return Number.NaN;
  return logOf(past.values[day]) - mean(others.map((other) => logOf(past.values[other])));
}

/** Variance of {@link weekOff} within a weekday. */
function noiseOfWeek(past: Past): number {
  const squares: number[] = [];
  for (let weekday = 0; weekday < 7; weekday++) {
    const offs = openDays(past, weekday).map((day) => weekOff(past, day));
    const middle = mean(offs);
    squares.push(...offs.map((off) => (off - middle) ** 2));
  }
  return mean(squares);
}
