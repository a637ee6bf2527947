import fc from "fast-check";
import { expect, test } from "vitest";
import "../../support/seed.ts";
import { addDays, daysIn } from "../../../src/domain/time.ts";
import { alikeDays, traitsOf } from "../../../src/views/bookings/alike.ts";
import { usualAt, usualNow, verdictOf } from "../../../src/views/bookings/usual.ts";
import { inHandOf, MOST_AHEAD } from "../../../src/visits/booked-ahead.ts";
import { siteOf, viewTerritory } from "../support/world.ts";

const { calendar, ...territory } = viewTerritory();
const tank = siteOf({ ...territory, calendar }, "tank");
const traits = (day: string) => traitsOf(day, tank, calendar);
const past = (to: string, days = 730) => daysIn({ from: addDays(to, -days), to }).map(traits);

test("a Saturday of term is compared with Saturdays of term of its season", () => {
  const alike = alikeDays(traits("2026-11-28"), past("2026-11-25"));
  expect(alike?.by).toBe("weekday");
  expect(alike?.days).toContain("2025-11-29");
  expect(alike?.days).toContain("2026-11-21");
  // School holidays, another season, another weekday.
  for (const day of ["2025-10-25", "2026-06-06", "2026-11-22"]) expect(alike?.days).not.toContain(day);
});

test("where too few Saturdays are on record, weekend days stand in; where those are few too, nothing does", () => {
  const saturday = traits("2026-11-28");
  const short = alikeDays(saturday, past("2026-11-25", 40));
  expect(short).toBeNull();
  const year = alikeDays(
    saturday,
    past("2026-11-25", 380).filter(({ day }) => day < "2026-01-01"),
  );
  expect(year?.by).toBe("kind");
  expect(new Set(year?.days.map((day) => traits(day).weekday))).toEqual(new Set([6, 7]));
});

test("a day like no other has no habit", () => {
  expect(alikeDays(traits("2026-11-20"), past("2026-11-19"))).toBeNull();
});

const leads = fc.array(
  fc.tuple(fc.integer({ min: 1, max: MOST_AHEAD + 1 }), fc.integer({ min: 0, max: 60 })),
  {
    maxLength: 12,
  },
);
const once = leads.map((all) => [...new Map(all)]);

test("without places given back, what is in hand only grows towards the visit, up to all that was booked", () => {
  fc.assert(
    fc.property(once, (booked) => {
      const inHand = inHandOf(booked);
      for (let lead = MOST_AHEAD; lead > 0; lead--) {
        expect(inHand(lead - 1)).toBeGreaterThanOrEqual(inHand(lead));
      }
      expect(inHand(0)).toBe(booked.reduce((sum, [, places]) => sum + places, 0));
    }),
  );
});

test("a day that has what its comparable days had is never more nor less than usual", () => {
  fc.assert(
    fc.property(fc.array(once, { minLength: 8, maxLength: 20 }), fc.nat(MOST_AHEAD), (days, lead) => {
      const hands = days.map(inHandOf);
      const { middle } = usualAt(hands, lead);
      expect(verdictOf(middle, usualAt(hands, lead))).toBe("usual");
      const [here, now] = [usualAt(hands, lead), usualNow(hands, lead)];
      expect(now.low).toBeLessThanOrEqual(here.low);
      expect(now.high).toBeGreaterThanOrEqual(here.high);
    }),
  );
});
