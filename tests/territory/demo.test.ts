import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { comparablePairs } from "../../src/domain/comparable.ts";
import { openingOn, openMinutes } from "../../src/domain/opening.ts";
import { daysIn, weekday } from "../../src/domain/time.ts";
import { loadTerritory, secretsOf } from "../../src/territory/load.ts";

const territory = loadTerritory(fileURLToPath(new URL("../../territories/demo.yaml", import.meta.url)), {
  DEMO_URL: "http://127.0.0.1:8090",
  DEMO_DROP: "/tmp/drop",
  DEMO_PRETIX_TOKEN: "token-1",
  DEMO_ECO_COUNTER_KEY: "key-2",
  DEMO_ECO_COUNTER_TOKEN: "token-3",
});

function siteOf(id: string) {
  const site = territory.sites.find((one) => one.id === id);
  if (!site) throw new Error(`no site ${id}`);
  return site;
}

const openDays = (id: string, from: string, to: string) =>
  daysIn({ from, to }).filter((date) => openMinutes(siteOf(id), date) > 0);

describe("the Cambrésis", () => {
  test("says that its data are simulated, and keeps its secrets", () => {
    expect(territory.simulated).toBe(true);
    expect(secretsOf(territory)).toEqual(["token-1", "key-2", "token-3"]);
  });

  test("has six sites of four owners, each with a feed of its source of truth", () => {
    expect(territory.sites).toHaveLength(6);
    expect(new Set(territory.sites.map(({ owner }) => owner)).size).toBe(4);
    const kinds = { tickets: "ticketing", admissions: "ticketing", counter: "counter", manual: "manual" };
    for (const { id, visits } of territory.sites) {
      const fed = territory.feeds.filter(({ site }) => site === id).map(({ kind }) => kind);
      expect(fed).toEqual(
        expect.arrayContaining([visits, ...visits.otherwise].map(({ source }) => kinds[source])),
      );
    }
  });

  test("opens the Tank centre on the 20 November and closes it from Christmas to the February holidays", () => {
    expect(openingOn(siteOf("tank-1917"), "2026-11-20").kind).toBe("open");
    expect(openDays("tank-1917", "2026-12-24", "2027-02-08")).toEqual([]);
    expect(openDays("tank-1917", "2027-02-20", "2027-03-08")).toHaveLength(16);
    expect(openDays("tank-1917", "2026-11-23", "2026-11-30")).toEqual([
      "2026-11-25",
      "2026-11-28",
      "2026-11-29",
    ]);
    expect(openDays("tank-1917", "2026-06-15", "2026-09-16")).toHaveLength(93);
  });

  test("opens Vaucelles from March to October, never on a Monday, 29 February included in the closure", () => {
    const open = openDays("abbaye-vaucelles", "2024-01-01", "2025-01-01");
    expect([open[0], open.at(-1)]).toEqual(["2024-03-01", "2024-10-31"]);
    expect(open.some((date) => territory.calendar.dayFacts(date).weekday === 1)).toBe(false);
  });

  test("opens the Jesuit chapel on Tuesdays in summer only, and at night for the night of museums", () => {
    const tuesdays = openDays("chapelle-jesuites", "2026-01-01", "2027-01-01").filter(
      (date) => weekday(date) === 2,
    );
    expect(tuesdays.every((date) => /-0[78]-/.test(date))).toBe(true);
    const night = siteOf("chapelle-jesuites").opening.on("2026-05-23");
    expect(night).toMatchObject({ kind: "open", hours: [{ fromMinute: 19 * 60, toMinute: 23 * 60 }] });
  });

  test("compares the anniversary of the battle with itself at the Tank centre", () => {
    const span = { from: "2026-11-20", to: "2026-11-21" };
    const minutes = (date: string) => openMinutes(siteOf("tank-1917"), date);
    expect(comparablePairs(span, territory.calendar, minutes, "tank-1917")).toEqual([
      { date: "2026-11-20", pair: "2025-11-20", reason: "event" },
    ]);
  });
});
