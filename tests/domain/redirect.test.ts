import fc from "fast-check";
import { expect, test } from "vitest";
import { kilometres } from "../../src/domain/distance.ts";
import { pressureOf } from "../../src/domain/pressure.ts";
import { type Candidate, redirects, sharedHours } from "../../src/domain/redirect.ts";

const span = fc
  .tuple(fc.integer({ min: 8, max: 15 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, hours]) => ({ fromMinute: from * 60, toMinute: (from + hours) * 60 }));

const candidate = (site: string) =>
  fc
    .record({
      open: fc.boolean(),
      hours: span,
      position: fc.option(
        fc.record({
          longitude: fc.double({ min: 3, max: 3.6, noNaN: true }),
          latitude: fc.double({ min: 50, max: 50.3, noNaN: true }),
        }),
      ),
      forecast: fc.option(fc.integer({ min: 0, max: 900 })),
      usualPerHour: fc.option(fc.integer({ min: 1, max: 100 })),
      capacity: fc.option(fc.integer({ min: 20, max: 300 })),
    })
    .map(({ open, hours, position, forecast, usualPerHour, capacity }): Candidate => {
      const openHours = open ? (hours.toMinute - hours.fromMinute) / 60 : 0;
      const quantiles = forecast === null ? null : { q50: forecast, q90: forecast * 1.3 };
      return {
        site,
        position,
        hours: open ? [hours] : [],
        pressure: pressureOf({ openHours, forecast: quantiles, usualPerHour, capacity }),
        languages: null,
      };
    });
const places = fc.tuple(...["a", "b", "c", "d", "e", "f"].map(candidate));

test("advice never names a closed site, nor one as busy or busier, and only at hours when both are open", () => {
  let advised = 0;
  fc.assert(
    fc.property(places, (all) => {
      for (const { from, to, hours, km } of redirects(all)) {
        advised++;
        const [source, target] = [all.find((c) => c.site === from), all.find((c) => c.site === to)];
        expect(source?.pressure.level).toBe("busy");
        expect(["calm", "moderate"]).toContain(target?.pressure.level);
        expect(target?.pressure.score ?? 9).toBeLessThan(source?.pressure.score ?? 0);
        expect(km).toBeLessThanOrEqual(25);
        expect(hours.length).toBeGreaterThan(0);
        for (const { fromMinute, toMinute } of hours) {
          expect(toMinute - fromMinute).toBeGreaterThanOrEqual(60);
          for (const place of [source, target])
            expect(place?.hours.some((h) => h.fromMinute <= fromMinute && toMinute <= h.toMinute)).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect(advised).toBeGreaterThan(100);
});

test("advice does not depend on the order in which sites are listed", () => {
  fc.assert(
    fc.property(places, (all) => {
      expect(redirects([...all].reverse())).toEqual(redirects(all));
    }),
    { numRuns: 500 },
  );
});

const place = (site: string, q50: number, longitude: number, usualPerHour = 10): Candidate => ({
  site,
  position: { longitude, latitude: 50.1 },
  hours: [{ fromMinute: 840, toMinute: 1080 }],
  pressure: pressureOf({ openHours: 4, forecast: { q50, q90: q50 * 1.2 }, usualPerHour, capacity: null }),
  languages: ["fr"],
});

test("the calm neighbour goes before the nearer moderate one", () => {
  const [advice] = redirects([place("tank", 90, 3.1), place("near", 50, 3.11), place("calm", 20, 3.2)]);
  expect(advice).toMatchObject({ from: "tank", to: "calm", languages: ["fr"] });
  expect(advice?.km).toBeCloseTo(7.13, 1);
});

test("pressure: closed, unknown and zero are three things", () => {
  const parts = { openHours: 4, forecast: { q50: 0, q90: 0 }, usualPerHour: 10, capacity: 100 };
  expect(pressureOf(parts)).toEqual({ level: "calm", ratio: 0, load: 0, score: 0 });
  expect(pressureOf({ ...parts, openHours: 0 }).level).toBe("closed");
  expect(pressureOf({ ...parts, forecast: null }).level).toBe("unknown");
  expect(pressureOf({ ...parts, usualPerHour: null, capacity: null }).level).toBe("unknown");
});

test("pressure: a full house is busy whatever the habit, a few people above habit are not", () => {
  const full = { openHours: 4, forecast: { q50: 200, q90: 330 }, usualPerHour: 60, capacity: 100 };
  expect(pressureOf(full)).toMatchObject({ level: "busy", load: 0.825 });
  const few = { openHours: 4, forecast: { q50: 29, q90: 45 }, usualPerHour: 1, capacity: null };
  expect(pressureOf(few).level).toBe("moderate");
});

test("shared hours leave out less than an hour", () => {
  const morning = { fromMinute: 600, toMinute: 720 };
  const afternoon = { fromMinute: 840, toMinute: 1080 };
  expect(sharedHours([morning, afternoon], [{ fromMinute: 690, toMinute: 960 }])).toEqual([
    { fromMinute: 840, toMinute: 960 },
  ]);
});

test("one degree of a meridian is 111.2 km", () => {
  expect(kilometres({ longitude: 3, latitude: 50 }, { longitude: 3, latitude: 51 })).toBeCloseTo(111.195, 2);
});
