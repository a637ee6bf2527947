import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { type ClockRules, resolveWall, seriesClock } from "../../../ingest/format/clock-changes.ts";
import { parseWall } from "../../../ingest/format/dates.ts";
import { localClock } from "../../../ingest/format/local-clock.ts";

const paris = localClock("Europe/Paris");
const rules = (given: Partial<ClockRules> = {}): ClockRules => ({
  dst: "sequence",
  nonexistent: "reject",
  grid: true,
  ...given,
});

/** Local readings of one series, in the order of a file → UTC times or the reason of a rejection. */
function resolve(readings: readonly string[], given: Partial<ClockRules> = {}): string[] {
  const series = seriesClock();
  return readings.map((text) => {
    const { wall } = parseWall(text);
    const once = paris.once(wall);
    if (!Number.isNaN(once)) series.last = wall;
    const resolved = Number.isNaN(once) ? resolveWall(wall, paris, rules(given), series) : undefined;
    if (resolved?.kind === "rejected") return resolved.reason;
    return new Date(resolved?.at ?? once).toISOString().slice(11, 16);
  });
}

const night = "2026-10-25T";
const quarters = ["02:00", "02:15", "02:30", "02:45"].map((time) => night + time);

describe("sequence", () => {
  test("the second pass of the doubled hour is the later one", () => {
    expect(resolve([`${night}01:45`, ...quarters, ...quarters, `${night}03:00`])).toEqual([
      "23:45",
      "00:00",
      "00:15",
      "00:30",
      "00:45",
      "01:00",
      "01:15",
      "01:30",
      "01:45",
      "02:00",
    ]);
  });

  test("an hour that is there once is the earlier pass", () => {
    expect(resolve([`${night}01:00`, `${night}02:00`, `${night}03:00`])).toEqual(["23:00", "00:00", "02:00"]);
  });

  test("on an hourly grid the same reading again is the next pass, of tickets it is the next ticket", () => {
    const hours = [`${night}01:00`, `${night}02:00`, `${night}02:00`];
    expect(resolve(hours)).toEqual(["23:00", "00:00", "01:00"]);
    expect(resolve(hours, { grid: false })).toEqual(["23:00", "00:00", "00:00"]);
  });

  test("a reading that comes a third time is rejected", () => {
    expect(resolve([...quarters, ...quarters, `${night}02:00`]).at(-1)).toBe("ambiguous_time");
  });

  test("a file that runs backwards cannot say which pass is which", () => {
    expect(resolve([`${night}03:00`, `${night}02:00`, `${night}02:00`, `${night}01:00`])).toEqual([
      "02:00",
      "ambiguous_time",
      "ambiguous_time",
      "23:00",
    ]);
  });
});

test("declared policies settle the doubled hour without looking at the order", () => {
  expect(resolve([`${night}02:30`], { dst: "earlier" })).toEqual(["00:30"]);
  expect(resolve([`${night}02:30`], { dst: "later" })).toEqual(["01:30"]);
  expect(resolve([`${night}02:30`], { dst: "reject" })).toEqual(["ambiguous_time"]);
});

test("a time that never was is rejected, or counted as far behind the change", () => {
  expect(resolve(["2027-03-28T02:30"])).toEqual(["nonexistent_time"]);
  expect(resolve(["2027-03-28T02:30"], { nonexistent: "forward" })).toEqual(["01:30"]);
});

test.each(["Europe/Paris", "Australia/Melbourne", "Australia/Lord_Howe"])(
  "a series whose every quarter hour was written down comes back whole, at each clock change of 2012–2030, in %s",
  (zone) => {
    const clock = localClock(zone);
    const series = seriesClock();
    let at = Temporal.Instant.from("2012-01-01T00:00Z").toZonedDateTimeISO(zone);
    for (;;) {
      const change = at.getTimeZoneTransition("next");
      if (!change || change.year > 2030) break;
      for (let n = -40; n <= 40; n += 1) {
        const instant = change.epochMilliseconds + n * 900_000;
        const wall = clock.wallOf(instant);
        const once = clock.once(wall);
        if (!Number.isNaN(once)) series.last = wall;
        const resolved = Number.isNaN(once) ? resolveWall(wall, clock, rules(), series) : undefined;
        expect(resolved?.kind === "at" ? resolved.at : once).toBe(instant);
      }
      at = change;
    }
  },
);
