import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Alert, AlertCondition } from "../../../src/domain/alert.ts";
import { HOUR } from "../../../src/domain/time.ts";
import { type AlertFacts, noticesOf } from "../../../src/jobs/alerts/conditions.ts";

const NOW = Date.parse("2026-11-25T14:40:00Z");
const alert = (when: AlertCondition, site: string | null = null): Alert => ({
  id: "a",
  site,
  when,
  to: [],
  quiet: null,
});
const nothing: AlertFacts = {
  now: NOW,
  zone: "Europe/Paris",
  sites: [
    { id: "tank", capacity: 120 },
    { id: "labo", capacity: null },
  ],
  feeds: [],
  peaks: [],
  inside: [],
  suspects: [],
  figures: [],
  unusual: [],
};
const hour = (iso: string, q75: number, q90: number, site = "tank") => ({
  site,
  day: iso.slice(0, 10),
  hour: Date.parse(iso),
  q10: 40,
  q75,
  q90,
});

describe("people expected inside", () => {
  const above = alert({ kind: "forecast_occupancy_above", share: 0.9 });

  test("the fullest hour of each day counts, at one chance in five", () => {
    const peaks = [
      hour("2026-11-28T13:00:00Z", 100, 118),
      hour("2026-11-28T14:00:00Z", 105, 120), // 110 at level 0.8, above 108
      hour("2026-11-29T14:00:00Z", 100, 123), // 107.7
    ];
    expect(noticesOf([above], { ...nothing, peaks })).toEqual([
      {
        alert: "a",
        subject: "tank 2026-11-28",
        kind: "forecast_occupancy_above",
        site: "tank",
        day: "2026-11-28",
        hour: Date.parse("2026-11-28T14:00:00Z"),
        low: 40,
        high: 120,
        limit: 108,
        capacity: 120,
      },
    ]);
  });

  test("hours that are over, days too far ahead and sites without a capacity say nothing", () => {
    const peaks = [
      hour("2026-11-25T14:00:00Z", 200, 300),
      hour("2026-12-03T14:00:00Z", 200, 300),
      hour("2026-11-28T14:00:00Z", 200, 300, "labo"),
    ];
    expect(noticesOf([above], { ...nothing, peaks })).toEqual([]);
  });

  test("a lower limit never tells fewer days", () => {
    const level = fc.integer({ min: 0, max: 300 });
    const peaks = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 150 }), level, level).map(([h, a, b]) => {
        const at = new Date(NOW + h * HOUR).toISOString();
        return hour(at, Math.min(a, b), Math.max(a, b));
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(peaks, fc.double({ min: 0.1, max: 2, noNaN: true }), (list, share) => {
        const facts = { ...nothing, peaks: list };
        const told = (limit: number) =>
          noticesOf([alert({ kind: "forecast_occupancy_above", share: limit })], facts).map((n) => n.subject);
        expect(told(share / 2)).toEqual(expect.arrayContaining(told(share)));
      }),
    );
  });
});

test("people inside now are told once a day of the site's own clock", () => {
  const inside = [{ site: "tank", at: Date.parse("2026-11-25T23:30:00Z"), inside: 109 }];
  const when = { kind: "occupancy_above", share: 0.9 } as const;
  expect(noticesOf([alert(when)], { ...nothing, inside })).toMatchObject([
    { subject: "tank 2026-11-26", inside: 109, limit: 108 },
  ]);
  expect(
    noticesOf([alert(when)], { ...nothing, inside: [{ ...inside[0], site: "tank", at: 0, inside: 108 }] }),
  ).toEqual([]);
});

test("a feed that owes news is one episode until it was heard again; of a site, only its own", () => {
  const feed = (
    id: string,
    site: string | null,
    health: "ok" | "late" | "failed",
    lastAt: number | null,
  ) => ({
    id,
    site,
    health,
    lastAt,
  });
  const feeds = [
    feed("till", "tank", "ok", NOW),
    feed("door", "tank", "late", NOW - 3 * HOUR),
    feed("weather", null, "failed", null),
  ];
  const all = noticesOf([alert({ kind: "feed_silent" })], { ...nothing, feeds });
  expect(all.map(({ subject }) => subject)).toEqual(["door 2026-11-25T11:40:00.000Z", "weather never"]);
  expect(all[1]).toMatchObject({ failed: true, since: null, site: null });
  expect(noticesOf([alert({ kind: "feed_silent" }, "tank")], { ...nothing, feeds })).toHaveLength(1);
});

test("an unusual day is news for two days", () => {
  const day = (date: string) => ({ site: "tank", day: date, visits: 300, low: 80, high: 140 });
  const unusual = [day("2026-11-24"), day("2026-11-23"), day("2026-11-22")];
  const subjects = noticesOf([alert({ kind: "anomaly" })], { ...nothing, unusual }).map((n) => n.subject);
  expect(subjects).toEqual(["tank 2026-11-24", "tank 2026-11-23"]);
});

test("a sensor that tells nonsense is told once a week; of a site, only its own", () => {
  const suspect = (site: string | null, last: string) => ({
    ...{ feed: "door", site, sign: "stuck" as const, last, size: 4.5 },
  });
  const suspects = [suspect("tank", "2026-11-24"), suspect("labo", "2026-11-22")];
  const all = noticesOf([alert({ kind: "feed_suspect" })], { ...nothing, suspects });
  expect(all.map(({ subject }) => subject)).toEqual([
    "door tank stuck 2026-11-23",
    "door labo stuck 2026-11-16",
  ]);
  const later = [suspect("tank", "2026-11-25")];
  expect(noticesOf([alert({ kind: "feed_suspect" })], { ...nothing, suspects: later })[0]?.subject).toBe(
    all[0]?.subject,
  );
  expect(noticesOf([alert({ kind: "feed_suspect" }, "tank")], { ...nothing, suspects })).toHaveLength(1);
});

test("figures of days that are over are told in the states asked for, corrections by the day they were noticed", () => {
  const figure = (
    day: string,
    state: AlertFacts["figures"][number]["state"],
    correctedAt: number | null = null,
  ) => ({
    ...{
      site: "tank",
      day,
      state,
      visits: 40,
      estimated: 0,
      before: correctedAt === null ? null : 44,
      correctedAt,
    },
  });
  const figures = [
    figure("2026-11-25", "partial"),
    figure("2026-11-24", "partial"),
    figure("2026-11-24", "current"),
    figure("2026-11-20", "estimated"),
    figure("2026-11-02", "corrected", NOW - HOUR),
    figure("2026-11-03", "corrected", NOW - 120 * HOUR),
  ];
  const told = (states: readonly ("late" | "partial" | "estimated" | "corrected")[]) =>
    noticesOf([alert({ kind: "data_state", states })], { ...nothing, figures }).map(({ subject }) => subject);
  expect(told(["partial", "corrected"])).toEqual(["tank 2026-11-24 partial", "tank 2026-11-02 corrected"]);
  expect(told(["estimated", "late"])).toEqual([]);
});
