import { expect, test } from "vitest";
import { quarterBefore, quarterDays, quarterOf } from "../../../src/domain/quarter.ts";
import { movementsOf, quartersBefore } from "../../../src/views/flows/movements.ts";

const row = (site: string, origin: string, people: number, came_from = "") => ({
  site,
  measure: "tickets",
  origin,
  came_from,
  people,
});

test("six origins stand for themselves, the smaller ones together", () => {
  const rows = ["59", "62", "BE", "GB", "02", "75", "NL", "DE"].map((origin, i) =>
    row("tank", origin, 200 - 20 * i),
  );
  const { origins, told, tickets, passes } = movementsOf(["tank", "labo"], [...rows, row("labo", "", 30)]);
  expect(origins?.from).toEqual(["59", "62", "BE", "GB", "02", "75", "other"]);
  expect(origins?.from_totals.at(-1)).toBe(80 + 60);
  expect(origins?.to).toEqual(["tank"]);
  expect([told, tickets, passes]).toEqual([1040, 1070, null]);
});

test("a pass used before at the same site, or at one that is not here, is no movement", () => {
  const rows = [row("tank", "", 20, "tank"), row("tank", "", 20, "elsewhere"), row("tank", "", 20, "labo")];
  expect(movementsOf(["tank", "labo"], rows).passes).toMatchObject({ from: ["labo"], cells: [[20]] });
});

test("how many told their origin is hidden where the whole table is", () => {
  expect(movementsOf(["tank"], [row("tank", "59", 4), row("tank", "", 90)])).toMatchObject({
    told: null,
    tickets: 94,
  });
});

test("quarters that are over, newest first, across New Year", () => {
  expect(quartersBefore("2026-02-14").slice(0, 3)).toEqual(["2025-Q4", "2025-Q3", "2025-Q2"]);
  expect([quarterOf("2026-12-31"), quarterBefore("2026-Q1")]).toEqual(["2026-Q4", "2025-Q4"]);
  expect(quarterDays("2026-Q4")).toEqual({ from: "2026-10-01", to: "2027-01-01" });
  expect(quarterDays("2026-Q1")).toEqual({ from: "2026-01-01", to: "2026-04-01" });
});
