import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compileOpening,
  isOpenAt,
  type MinuteSpan,
  nextOpening,
  type OpeningRule,
  openingOn,
  openMinutes,
} from "../../src/domain/opening.ts";
import {
  dayNumber,
  daySpan,
  daysIn,
  fromDayNumber,
  MINUTE,
  parseInstant,
  toIso,
} from "../../src/domain/time.ts";
import { withoutSchools, zoneB } from "./support.ts";

const calendar = zoneB();
const hours = (fromMinute: number, toMinute: number): MinuteSpan => ({ fromMinute, toMinute });
const afternoon = [hours(840, 1050)];
const annual = { fr: "fermeture annuelle", en: "annual closure", nl: "jaarlijkse sluiting" };
const tankRules: OpeningRule[] = [
  { conditions: { on: ["05-08", "11-11", "11-20"] }, kind: "open", hours: afternoon },
  { conditions: { between: [["12-24", "02-10"]] }, kind: "closed", reason: annual },
  { conditions: { between: [["06-15", "09-15"]] }, kind: "open", hours: [hours(810, 1050)] },
  { conditions: { when: "school-holidays" }, kind: "open", hours: afternoon },
  { conditions: { days: [3, 6, 7] }, kind: "open", hours: afternoon },
];
const site = (rules: OpeningRule[], zone = "Europe/Paris", days = calendar) => {
  return { opening: compileOpening(rules, days, zone) };
};
const tank = site(tankRules);
const always = (zone: string) =>
  site([{ conditions: {}, kind: "open", hours: [hours(0, 1440)] }], zone, plain);
const plain = withoutSchools();

test("20 November opens on a Friday although only Wednesdays and weekends do in November", () => {
  expect(openingOn(tank, "2026-11-20").kind).toBe("open");
  expect(openingOn(tank, "2026-11-19")).toEqual({ kind: "closed" });
  expect(openingOn(tank, "2026-11-18").kind).toBe("open");
});

test("the first rule that matches wins, and a closure says why", () => {
  expect(openingOn(tank, "2026-12-30")).toEqual({ kind: "closed", reason: annual });
  expect(openingOn(tank, "2026-12-23").kind).toBe("open");
  expect(openingOn(tank, "2026-02-10")).toEqual({ kind: "closed", reason: annual });
  expect(openingOn(tank, "2026-07-14")).toMatchObject({ kind: "open", hours: [hours(810, 1050)] });
});

test("a Tuesday opens in the school holidays of zone B, not in those of zone A", () => {
  expect(openingOn(tank, "2026-02-24").kind).toBe("open");
  expect(openingOn(tank, "2026-04-07").kind).toBe("closed");
  expect(openingOn(tank, "2026-04-14").kind).toBe("open");
});

test("public holidays and events may rule", () => {
  const rules: OpeningRule[] = [
    { conditions: { events: ["journees-du-patrimoine"] }, kind: "open", hours: [hours(600, 1080)] },
    { conditions: { when: "public-holidays", days: [1] }, kind: "open", hours: afternoon },
  ];
  const open = daysIn({ from: "2026-01-01", to: "2027-01-01" }).filter(
    (day) => openMinutes(site(rules), day) > 0,
  );
  expect(open).toEqual(["2026-04-06", "2026-05-25", "2026-09-19", "2026-09-20"]);
});

test("hours are the wall clock's, in summer and winter", () => {
  const spans = (date: string) => {
    const day = openingOn(tank, date);
    return day.kind === "open" ? day.spans.map(({ from, to }) => `${toIso(from)} ${toIso(to)}`) : [];
  };
  expect(spans("2026-07-14")).toEqual(["2026-07-14T11:30:00Z 2026-07-14T15:30:00Z"]);
  expect(spans("2026-11-20")).toEqual(["2026-11-20T13:00:00Z 2026-11-20T16:30:00Z"]);
});

test("a place that never closes is open 23, 24 or 25 hours", () => {
  const street = always("Europe/Paris");
  expect(["2026-03-29", "2026-03-30", "2026-10-25"].map((day) => openMinutes(street, day))).toEqual([
    1380, 1440, 1500,
  ]);
  expect(openMinutes(always("Australia/Lord_Howe"), "2026-10-04")).toBe(1410);
});

test("hours that the clock skips vanish, and never overlap the hour that follows", () => {
  const night = site([
    { conditions: {}, kind: "open", hours: [hours(60, 120), hours(120, 150), hours(180, 240)] },
  ]);
  const day = openingOn(night, "2026-03-29");
  expect(day.kind === "open" && day.spans.map(({ from, to }) => (to - from) / MINUTE)).toEqual([60, 60]);
  expect(openMinutes(night, "2026-03-28")).toBe(150);
  expect(openMinutes(site([{ conditions: {}, kind: "open", hours: [hours(120, 240)] }]), "2026-10-25")).toBe(
    180,
  );
});

test("29 February opens by its own rule in leap years only", () => {
  const leap = site([{ conditions: { on: ["02-29"] }, kind: "open", hours: afternoon }]);
  const open = daysIn({ from: "2023-01-01", to: "2029-01-01" }).filter((day) => openMinutes(leap, day) > 0);
  expect(open).toEqual(["2024-02-29", "2028-02-29"]);
});

test("the opening instant is open, the closing instant is not", () => {
  const at = (text: string) => isOpenAt(tank, parseInstant(text));
  expect([at("2026-11-20T13:59:59+01:00"), at("2026-11-20T14:00:00+01:00")]).toEqual([false, true]);
  expect([at("2026-11-20T17:29:59+01:00"), at("2026-11-20T17:30:00+01:00")]).toEqual([true, false]);
});

test("the next opening passes over the annual closure, and there is none for a place that never opens", () => {
  const next = nextOpening(tank, parseInstant("2026-12-23T18:00:00+01:00"));
  expect(next && toIso(next.from)).toBe("2027-02-13T13:00:00Z");
  const soon = nextOpening(tank, parseInstant("2026-11-20T14:00:00+01:00"));
  expect(soon && toIso(soon.from)).toBe("2026-11-20T13:00:00Z");
  expect(nextOpening(site([]), parseInstant("2026-11-20T14:00:00Z"))).toBeNull();
});

const anyDay = fc.integer({ min: dayNumber("2015-01-01"), max: dayNumber("2035-01-01") }).map(fromDayNumber);
const anyZone = fc.constantFrom(
  "Europe/Paris",
  "Australia/Melbourne",
  "Australia/Lord_Howe",
  "America/Santiago",
);
const anyHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 8 })
  .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => quarter * 15))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, i) =>
      hours(minutes[2 * i] ?? 0, minutes[2 * i + 1] ?? 0),
    ),
  );

test("whatever the hours, day and zone: spans stand in order, apart, inside their day", () => {
  fc.assert(
    fc.property(anyDay, anyZone, anyHours, (date, zone, spans) => {
      const day = openingOn(site([{ conditions: {}, kind: "open", hours: spans }], zone, plain), date);
      const { from, to } = daySpan(date, zone);
      const ends = day.kind === "open" ? day.spans.flatMap((span) => [span.from, span.to]) : [];
      expect([from, ...ends, to].every((at, i, all) => i === 0 || at >= (all[i - 1] ?? 0))).toBe(true);
    }),
  );
});

test("minute by minute, being open agrees with the spans of the day", () => {
  const clockChange = fc.constantFrom("2026-03-29", "2026-10-25", "2026-07-14");
  fc.assert(
    fc.property(clockChange, anyHours, (date, spans) => {
      const place = site([{ conditions: {}, kind: "open", hours: spans }], "Europe/Paris", plain);
      const { from, to } = daySpan(date, "Europe/Paris");
      let open = 0;
      for (let at = from; at < to; at += 15 * MINUTE) if (isOpenAt(place, at)) open += 15;
      expect(open).toBe(openMinutes(place, date));
    }),
    { numRuns: 50 },
  );
});
