import { expect, test } from "vitest";
import { habitualPlan } from "../../demo/desk-plan.ts";
import { openMinutes } from "../../src/domain/opening.ts";
import { daysIn } from "../../src/domain/time.ts";
import { siteOf, viewTerritory } from "../views/support/world.ts";

const territory = viewTerritory();
const year = { from: "2026-01-01", to: "2027-01-01" };

test("somebody is planned for every open minute and for no other", () => {
  const tank = siteOf(territory, "tank");
  const plan = habitualPlan(territory, tank, year);
  for (const day of daysIn(year)) {
    const spans = plan.filter((span) => span.day === day);
    const minutes = spans.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
    expect(minutes, day).toBe(openMinutes(tank, day));
    expect(spans.every(({ people }) => people >= 1)).toBe(true);
  }
  expect(plan.find(({ day }) => day === "2026-11-25")?.people).toBe(1);
  expect(plan.find(({ day }) => day === "2026-11-28")?.people).toBe(2);
});

test("a site without a desk has no plan", () => {
  expect(habitualPlan(territory, siteOf(territory, "labo"), year)).toEqual([]);
});
