import { expect, test } from "vitest";
import { worldOf } from "../../../bench/forecast/simulated.ts";
import { curveOf } from "../../../bench/forecast/simulated-bookings.ts";
import { dayNumber, daysIn, localDate } from "../../../src/domain/time.ts";
import { onHand } from "../../../src/forecast/bookings.ts";

const SPAN = { from: "2026-04-01", to: "2026-04-22" };
const world = worldOf(3, SPAN);

test("groups that came are on hand the evening before, those cancelled no longer, and nothing before it was booked", () => {
  let [groups, cancelled, expected] = [0, 0, 0];
  for (const place of world.places) {
    const rows = curveOf(place, SPAN);
    if (!rows) continue;
    expect([...rows.made]).toEqual([...rows.made].sort((a, b) => a - b));
    const curve = onHand(rows, Number.POSITIVE_INFINITY);
    for (const date of daysIn(SPAN)) {
      const day = dayNumber(date);
      const { open, groups: booked } = place.day(date);
      if (!open) continue;
      const standing = booked.filter(({ cancelledOn }) => cancelledOn === null);
      const people = standing.reduce((sum, group) => sum + group.booked - (group.reduced?.by ?? 0), 0);
      groups += standing.length;
      expect(curve.before(day, day)).toBeGreaterThanOrEqual(people);
      const lost = booked.filter(({ cancelledOn }) => cancelledOn !== null);
      for (const { cancelledOn, booked: size } of lost) {
        const on = dayNumber(localDate(cancelledOn ?? 0, place.site.zone));
        cancelled += curve.before(day, on + 1) < curve.before(day, on) - size / 2 ? 1 : 0;
        expected++;
      }
      expect(curve.before(day, day - 186)).toBe(0);
    }
  }
  expect(groups).toBeGreaterThan(5);
  expect(expected).toBeGreaterThan(0);
  expect(cancelled).toBe(expected);
});

test("a site that sells nothing ahead has no curve, which is not the same as none booked", () => {
  const kinds = world.places.map((place) => [
    place.profile.ticketing !== null,
    curveOf(place, SPAN) !== undefined,
  ]);
  expect(kinds.every(([sells, has]) => sells === has)).toBe(true);
  expect(new Set(kinds.flat()).size).toBe(2);
});
