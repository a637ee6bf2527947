import { expect, test } from "vitest";
import { createWorld, type World } from "../../../demo/simulation/world.ts";
import { addDays, daysIn } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";

const OPTIONS = { territory: fakeTerritory(), seed: "test", start: "2024-11-24", days: 730 };
const world = createWorld(OPTIONS);
const year = daysIn({ from: "2025-01-01", to: "2026-01-01" });

const snapshot = ({ truth, place }: World, site: string, date: string) =>
  JSON.stringify([truth(site, date), place(site)?.orders(date)]);

test("the same seed gives the same facts, whichever day is asked for first", () => {
  const other = createWorld(OPTIONS);
  const days = daysIn({ from: "2026-05-01", to: "2026-05-20" });
  const forwards = days.map((date) => snapshot(world, "tank-1917", date));
  const backwards = days.toReversed().map((date) => snapshot(other, "tank-1917", date));
  expect(backwards.toReversed()).toEqual(forwards);
});

test("another seed gives other facts", () => {
  const other = createWorld({ ...OPTIONS, seed: "other" });
  expect(snapshot(other, "labo", "2026-05-02")).not.toBe(snapshot(world, "labo", "2026-05-02"));
});

test("facts do not depend on the first day of history", () => {
  const later = createWorld({ ...OPTIONS, start: "2025-06-01" });
  for (const date of ["2025-07-14", "2026-03-01"]) {
    expect(snapshot(later, "archeosite", date)).toBe(snapshot(world, "archeosite", date));
  }
});

test("the year 2025 brings about the volume that each site is known for", () => {
  const volumes = {
    "tank-1917": 6500,
    labo: 14_000,
    archeosite: 5200,
    "chapelle-jesuites": 3100,
    vaucelles: 14_000,
  };
  for (const [site, expected] of Object.entries(volumes)) {
    const visits = year.reduce((sum, date) => sum + world.truth(site, date).visits, 0);
    expect(visits / expected, site).toBeGreaterThan(0.82);
    expect(visits / expected, site).toBeLessThan(1.18);
  }
});

test("a day closed to the public has no individual visit, but may have a group by appointment", () => {
  let groupDays = 0;
  for (const { site } of world.places) {
    for (const date of year) {
      const day = world.truth(site.id, date);
      if (day.open) continue;
      expect(day.parties).toEqual([]);
      expect(day.expected).toBe(0);
      if (day.visits > 0) groupDays++;
    }
  }
  expect(groupDays).toBeGreaterThan(5);
});

test("no group comes during an annual closure, not even on its first and last days", () => {
  const place = world.place("archeosite");
  let closures = 0;
  for (const date of daysIn({ from: "2020-06-01", to: "2031-06-01" })) {
    const day = place?.site.opening.on(date);
    if (day?.kind !== "closed" || !day.reason) continue;
    closures++;
    expect(place?.day(date).groups, date).toEqual([]);
  }
  expect(closures).toBeGreaterThan(300);
});

test("everybody arrives within the opening hours and leaves soon after closing", () => {
  for (const date of year) {
    const { spans, parties } = world.truth("tank-1917", date);
    for (const { arrive, leave } of parties) {
      expect(spans.some(({ from, to }) => arrive >= from && arrive < to)).toBe(true);
      expect(leave).toBeGreaterThan(arrive);
      expect(leave).toBeLessThanOrEqual((spans.at(-1)?.to ?? 0) + 8 * 60_000);
    }
  }
});

test("the battle's anniversary stands out at the tank, on 20 November whatever the weekday", () => {
  const ordinary = world.truth("tank-1917", "2025-11-15").expected;
  for (const date of ["2024-11-20", "2025-11-20", "2026-11-20"]) {
    expect(world.truth("tank-1917", date).expected, date).toBeGreaterThan(2 * ordinary);
    expect(world.truth("tank-1917", date).drivers.map(({ name }) => name)).toContain("event:bataille");
  }
});

test("rain sends people indoors", () => {
  const mean = (site: string) => {
    const wet = year.filter((date) => world.weather(date).rainMm > 4 && world.truth(site, date).open);
    const factors = wet.map(
      (date) => world.truth(site, date).drivers.find(({ name }) => name === "weather")?.factor ?? 1,
    );
    expect(wet.length).toBeGreaterThan(10);
    return factors.reduce((sum, factor) => sum + factor, 0) / wet.length;
  };
  expect(mean("labo")).toBeGreaterThan(1.08);
  expect(mean("archeosite")).toBeLessThan(0.87);
});

test("the drivers multiply to the expectation, up to the site's base level", () => {
  const ratio = (date: string) => {
    const { expected, drivers } = world.truth("labo", date);
    return expected / drivers.reduce((product, { factor }) => product * factor, 1);
  };
  expect(ratio("2026-05-02")).toBeCloseTo(ratio("2025-11-22"), 6);
});

test("a site that is not simulated is refused by name", () => {
  expect(() => world.truth("louvre", addDays("2026-01-01", 1))).toThrow("invalid site: louvre");
});
