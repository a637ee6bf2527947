/** How many people more come for each one booked in a group: some stay away, some take the place of others. */
import { GROUP, onHand } from "../bookings.ts";
import type { History } from "../model.ts";
import { isOrdinary, mean, neighbours, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";
import { type Beside, slopeOf } from "./slope.ts";
import { studentTenth } from "./spread.ts";

/** Days with a group that are needed. */
const FEWEST = 5;
/** Times the greatest number ever seen on a day beyond which nothing is said. */
const BEYOND = 1.5;

/** @param people that book now */
export function groupEffect(
  { bookings }: History,
  series: number,
  past: Past,
  people: number,
): Effect | NoEffect {
  const curve = bookings?.[series];
  if (!curve) return refused("this site takes no bookings");
  const hand = onHand(curve, past.firstDay + past.origin);
  const groups = (day: number) => {
    const date = past.firstDay + day;
    // Before the first booking nobody wrote groups down.
    return date < hand.firstMade ? Number.NaN : hand.groupsBefore(date, date);
  };
  const days = Array.from({ length: past.origin }, (_, day) => day)
    .filter((day) => isOrdinary(past, day))
    .map((day): Beside => {
      const beside = neighbours(past, day).filter((near) => !Number.isNaN(groups(near)));
      return {
        off: (past.values[day] ?? Number.NaN) - mean(beside.map((near) => past.values[near] ?? Number.NaN)),
        by: groups(day) - mean(beside.map(groups)),
        cluster: Math.floor((past.firstDay + day) / 7),
      };
    })
    .filter(({ off, by }) => !Number.isNaN(off) && !Number.isNaN(by));
  const with_ = Array.from({ length: past.origin }, (_, day) => groups(day)).filter((n) => n >= GROUP);
  if (with_.length < FEWEST) return refused(`${with_.length} past days with a group (${FEWEST} are needed)`);
  const most = Math.max(...with_);
  if (people > BEYOND * most)
    return refused(`a group of ${people} was never seen (at most ${most} on a day)`);
  const found = slopeOf(days);
  if (!found) return refused("days with and without a group are too few to compare");
  const own = ownSpread(days, found.slope);
  const half = Math.hypot(found.half, studentTenth(with_.length - 1) * own);
  const [low, high] = [found.slope - half, found.slope + half];
  const because = `${with_.length} past days with a group: ${low.toFixed(2)} to ${high.toFixed(2)} more people for each one booked`;
  return {
    kind: "people",
    low: low * people,
    middle: found.slope * people,
    high: high * people,
    seen: with_.length,
    because,
  };
}

/** Standard deviation, from group to group, of the people that come for each one booked: what days with many booked are
 *  off beyond what other days are. */
function ownSpread(days: readonly Beside[], slope: number): number {
  const rest = ({ off, by }: Beside) => (off - slope * by) ** 2;
  const many = days.filter(({ by }) => Math.abs(by) >= GROUP);
  const few = days.filter(({ by }) => Math.abs(by) < GROUP);
  if (many.length === 0 || few.length === 0) return 0;
  const beyond = mean(many.map(rest)) - mean(few.map(rest));
  return Math.sqrt(Math.max(0, beyond) / mean(many.map(({ by }) => by * by)));
}
