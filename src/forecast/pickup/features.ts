/** What is known of a day as of an earlier one, in units of the site's usual day. All of it is read from rows made
 *  and days observed before the day `asOf`. */
import type { BookedSite } from "./booked-site.ts";

/** Days back over which the latest pick-up is taken, and bookings count as fresh. */
const RECENT = 14;
const FRESH = 28;
/** What one day may add to a mean over several, in usual days: a single group is no trend. */
const LARGEST_PICKUP = 0.4;
const LARGEST_NEIGHBOUR = 0.7;
/** Days on either side that tell of the demand around a day: whole weeks, so that its weekday does not matter. */
const AROUND = 7;

/** Features in their order, each with how strongly its coefficient is drawn to 0. */
const pulls = {
  one: 0.01,
  /** Single bookings on hand: the share of them that is cancelled, or draws others along. */
  singles: 1,
  /** Group bookings on hand: they are cancelled more, or fill the house. */
  groups: 1,
  monday: 75,
  tuesday: 75,
  wednesday: 75,
  thursday: 75,
  friday: 75,
  saturday: 75,
  sunday: 75,
  /** Mean pick-up over the same lead of the days just past. */
  recent: 0.05,
  /** What was booked for the day in the last four weeks. */
  fresh: 0.05,
  /** Mean on hand of the days around: no more than a hint, since whole weeks rise and fall together by chance too. */
  around: 1,
  /** What the calendar model expects. */
  calendar: 0.2,
} as const;

export const width = Object.keys(pulls).length;

/** Ridge per coefficient. Where nearly everybody books ahead the calendar has nothing to add (it cost 2 % on
 *  hotels); where few do, it is most of what is known. */
export function pullsFor({ bookedAhead }: BookedSite): readonly number[] {
  const odds = bookedAhead / (1 - bookedAhead);
  return Object.entries(pulls).map(([name, pull]) => (name === "calendar" ? pull * (odds ** 3 + 0.1) : pull));
}

/** Writes the features of a day (index) at a lead (days, 1 = `asOf` is the day itself) into `out` from `at` on. */
export function features(booked: BookedSite, day: number, lead: number, out: Float64Array, at: number): void {
  const { level, totals } = booked;
  const asOf = day - lead + 1;
  const all = booked.onHand(day, asOf);
  const groups = booked.groups(day, asOf);
  out.fill(0, at, at + width);
  out[at] = 1;
  out[at + 1] = (all - groups) / level;
  out[at + 2] = groups / level;
  out[at + 3 + (booked.site.weekday[day] ?? 0)] = 1;
  let sum = 0;
  let seen = 0;
  for (let past = asOf - 1; past >= asOf - RECENT; past--) {
    const total = totals[past] ?? Number.NaN;
    if (Number.isNaN(total)) continue;
    const picked = (total - booked.onHand(past, past - lead + 1)) / level;
    sum += Math.min(LARGEST_PICKUP, Math.max(-LARGEST_PICKUP, picked));
    seen++;
  }
  out[at + 10] = sum / Math.max(1, seen);
  out[at + 11] = (all - booked.onHand(day, asOf - FRESH)) / level;
  let near = 0;
  for (let other = day - AROUND; other <= day + AROUND; other++) {
    if (other === day) continue;
    near += Math.min(LARGEST_NEIGHBOUR, booked.onHand(other, Math.min(asOf, other + 1)) / level);
  }
  out[at + 12] = near / (2 * AROUND);
  const expected = booked.calendarForecast(day, asOf);
  out[at + 13] = Number.isNaN(expected) ? 0 : expected / level - 1;
}
