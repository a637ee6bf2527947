import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLocalTime, QUARTER } from "../../src/domain/time.ts";
import { type Crossings, type DayCrossings, occupancyOf, shareOff } from "../../src/visits/occupancy.ts";
import { siteOf, viewTerritory } from "../views/support/world.ts";

const DAY = "2026-11-25";
const labo = siteOf(viewTerritory(), "labo");
const at = (clock: string) => atLocalTime(DAY, clock, "Europe/Paris");
const row = (clock: string, ins: number, outs: number, feed = "door"): Crossings => ({
  feed,
  start: at(clock),
  minutes: 15,
  ins,
  outs,
});
const past = (offs: readonly (readonly [number, number])[]): DayCrossings[] =>
  offs.map(([ins, outs], i) => ({
    site: "labo",
    feed: "door",
    day: `2026-11-${String(i + 1).padStart(2, "0")}`,
    ins,
    outs,
  }));
const fair = past(Array.from({ length: 10 }, (_, i) => [100, 100 - i] as const));

describe("people inside", () => {
  test("are entries less exits since the opening; who came before does not count", () => {
    const rows = [row("09:45", 8, 0), row("10:00", 5, 1), row("10:15", 7, 3)];
    expect(occupancyOf(labo, rows, fair, at("10:35"))).toEqual({
      people: 8,
      // 8 of 10 days are off by 7 in 100 at most; 12 came in.
      tolerance: 1,
      at: at("10:30"),
    });
  });

  test("never fall below nobody, and count on from there", () => {
    const rows = [row("10:00", 2, 5), row("10:15", 4, 1)];
    expect(occupancyOf(labo, rows, fair, at("10:31"))?.people).toBe(3);
  });

  test("are nobody's business while closed: what the door lost ends with the day", () => {
    const rows = [row("10:00", 50, 10), row("17:45", 0, 30)];
    expect(occupancyOf(labo, rows, fair, at("17:59"))?.people).toBe(10);
    expect(occupancyOf(labo, rows, fair, at("18:00"))).toBeNull();
    expect(occupancyOf(labo, [], fair, at("10:05"))).toBeNull();
  });

  test("are unknown once a door has been silent for an hour, or counts one way only", () => {
    const rows = [row("10:00", 5, 1), row("10:00", 5, 1, "side")];
    expect(occupancyOf(labo, rows, fair, at("11:15"))?.people).toBe(8);
    expect(occupancyOf(labo, [...rows, row("10:30", 1, 0)], fair, at("11:16"))).toBeNull();
    expect(occupancyOf(labo, [row("10:00", 5, 0, "in-only")], [], at("10:20"))).toBeNull();
  });

  test("a later report moves the hour to which they are known", () => {
    const late = occupancyOf(labo, [row("10:00", 5, 1), row("11:00", 2, 2)], fair, at("11:05"));
    expect(late).toMatchObject({ people: 4, at: at("11:05") });
  });

  test("law: between nobody and everybody who came in, whatever the door says", () => {
    const count = fc.nat({ max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 30 }), (counts) => {
        const rows = counts.map(([ins, outs], i): Crossings => {
          return { feed: "door", start: at("10:00") + i * QUARTER, minutes: 15, ins, outs };
        });
        const now = Math.min(at("17:59"), at("10:00") + rows.length * QUARTER);
        const found = occupancyOf(labo, rows, fair, now);
        const came = rows.reduce((sum, { ins }) => sum + ins, 0);
        if (found === null) return;
        expect(found.people).toBeGreaterThanOrEqual(0);
        expect(found.people).toBeLessThanOrEqual(came);
      }),
    );
  });
});

describe("the tolerance", () => {
  test("is what the door was off by on 8 past days of 10", () => {
    expect(shareOff(fair)).toBeCloseTo(0.07);
    expect(shareOff(past(Array.from({ length: 8 }, () => [80, 100] as const)))).toBeCloseTo(0.2);
  });

  test("is unknown with under a week of days on which the door counted both ways", () => {
    expect(shareOff(fair.slice(0, 6))).toBeNull();
    expect(shareOff(past(Array.from({ length: 20 }, () => [50, 0] as const)))).toBeNull();
  });
});
