import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { localClock } from "../../../ingest/format/local-clock.ts";

const zones = ["Europe/Paris", "Australia/Melbourne", "Australia/Lord_Howe"];
const first = Date.UTC(2012, 0, 1);
const last = Date.UTC(2031, 0, 1);

/** What Temporal says of a wall reading: [] never, one instant, or two. */
function passesByTemporal(wall: number, zone: string): number[] {
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later) return [];
  if (!earlier.toPlainDateTime().equals(plain)) return [];
  const instants = [earlier.epochMilliseconds, later.epochMilliseconds];
  return [...new Set(instants)];
}

function passesOf(wall: number, zone: string): number[] {
  const passes = localClock(zone).passes(wall);
  if (passes.kind === "once") return [passes.at];
  return passes.kind === "twice" ? [passes.earlier, passes.later] : [];
}

describe.each(zones)("localClock of %s", (zone) => {
  test("agrees with Temporal at any minute of 2012–2030", () => {
    const minute = fc.integer({ min: first / 60_000, max: last / 60_000 - 1 });
    fc.assert(
      fc.property(minute, (n) => {
        const wall = n * 60_000;
        expect(passesOf(wall, zone)).toEqual(passesByTemporal(wall, zone));
        const once = passesByTemporal(wall, zone);
        expect(localClock(zone).once(wall)).toBe(once.length === 1 ? once[0] : Number.NaN);
      }),
    );
  });

  test("agrees with Temporal around every clock change of 2012–2030", () => {
    const clock = localClock(zone);
    let at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
    let changes = 0;
    for (;;) {
      const change = at.getTimeZoneTransition("next");
      if (!change || change.epochMilliseconds >= last) break;
      const middle = clock.wallOf(change.epochMilliseconds);
      for (let wall = middle - 3 * 3_600_000; wall <= middle + 3 * 3_600_000; wall += 15 * 60_000) {
        expect(passesOf(wall, zone)).toEqual(passesByTemporal(wall, zone));
      }
      at = change;
      changes += 1;
    }
    expect(changes).toBe(38);
  });

  test("days follow each other without gap, 23 to 25 hours long", () => {
    const clock = localClock(zone);
    for (let wall = first; wall < last; wall += 86_400_000) {
      const day = clock.day(wall);
      expect(clock.day(wall + 86_400_000).from).toBe(day.to);
      expect(Math.abs((day.to - day.from) / 3_600_000 - 24)).toBeLessThanOrEqual(1);
      expect(clock.wallOf(day.from)).toBe(wall);
    }
  });

  test("a skipped reading is told with the instant as far behind the change", () => {
    const clock = localClock(zone);
    fc.assert(
      fc.property(fc.integer({ min: first / 900_000, max: last / 900_000 - 1 }), (quarter) => {
        const passes = clock.passes(quarter * 900_000);
        if (passes.kind !== "never") return;
        const plain = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO("UTC");
        expect(passes.forward).toBe(plain.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds);
      }),
    );
  });
});

test("a zone that does not exist is refused", () => {
  expect(() => localClock("Europe/Cambrai")).toThrow(RangeError);
});

test("a zone whose clock never changes, and one whose days begin at one o'clock, are read rightly", () => {
  expect(localClock("UTC").once(0)).toBe(0);
  // Lebanon puts its clock forward at midnight.
  const day = localClock("Asia/Beirut").day(Date.UTC(2024, 2, 31));
  expect(new Date(day.from).toISOString()).toBe("2024-03-30T22:00:00.000Z");
  expect((day.to - day.from) / 3_600_000).toBe(23);
});
