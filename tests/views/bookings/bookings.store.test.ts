/** What is booked against the habit, with rows worked out by hand. Today is Wednesday 25 November 2026. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceRecord, Tariff } from "../../../src/domain/record.ts";
import { addDays, atLocalTime, daysBetween } from "../../../src/domain/time.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { NOW, pull, record, TODAY, viewTerritory } from "../support/world.ts";

const territory = viewTerritory();
const SATURDAY = "2026-11-28";
/** Saturdays of the season on which the site was open and school was on. */
const ALIKE = [
  ["2025-11-08", "2025-11-15", "2025-11-22", "2025-11-29", "2025-12-06", "2025-12-13"],
  ["2026-11-07", "2026-11-14", "2026-11-21"],
].flat();

let engine: TestEngine;
let views: ReturnType<typeof createViews>;

/** Places for the 14:00 slot of a day, bought or given back `ahead` days before it. */
function booking(day: string, ahead: number, places: number, tariff: Tariff = "full"): SourceRecord {
  const bookedOn = atLocalTime(addDays(day, -ahead), "10:00", territory.zone);
  const slot = record("tank", "tickets", atLocalTime(day, "14:00", territory.zone), 0, places);
  const key = `${day} ${ahead} ${tariff} ${places}`;
  return { ...slot, key, tariff, bookedOn, version: bookedOn, knownAt: bookedOn };
}

beforeAll(async () => {
  engine = await startEngine();
  const { store } = await engine.fresh();
  // 10 to 90 places a month before each comparable Saturday, 5 of them given back three days before; more at the door.
  const past = ALIKE.flatMap((day, i) => [
    booking(day, 30, 10 * (i + 1)),
    booking(day, 3, -5),
    booking(day, 0, 200),
  ]);
  await pull(store, territory, "till", [
    booking("2025-07-05", 34, 1),
    ...past,
    booking(SATURDAY, 32, 45, "group"),
    booking(SATURDAY, 8, -10, "group"),
    booking(SATURDAY, 7, -3, "group"),
    booking(SATURDAY, 4, 2),
    booking(SATURDAY, 3, 8),
    booking("2026-11-29", 10, 4),
    booking("2026-11-27", 20, 52, "school"),
  ]);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

describe("the bookings of a day", () => {
  test("stand as they stood on each morning, down where places were given back, and not beyond today", async () => {
    const { curve, selected } = await views.bookings({ site: "tank", day: SATURDAY });
    expect(curve).toHaveLength(61);
    const at = (lead: number) => curve.find((point) => point.lead === lead)?.booked;
    expect([60, 32, 31, 8, 7, 6, 4, 3].map(at)).toEqual([0, 0, 45, 45, 35, 32, 32, 34]);
    expect([2, 1, 0].map(at)).toEqual([null, null, null]);
    expect(selected).toMatchObject({ lead: 3, booked: 42, groups: 32, verdict: "usual", days: 9 });
  });

  test("are held against what comparable days had in hand, never against what was sold at the door", async () => {
    const { curve, selected, alike } = await views.bookings({ site: "tank", day: SATURDAY });
    expect(alike).toBe("weekday");
    expect(curve.find(({ lead }) => lead === 31)?.usual).toEqual({ low: 0, middle: 0, high: 0 });
    expect(curve.find(({ lead }) => lead === 3)?.usual).toEqual({ low: 18, middle: 50, high: 82 });
    expect(curve.find(({ lead }) => lead === 0)?.usual).toEqual({ low: 13, middle: 45, high: 77 });
    // This morning's range and tomorrow morning's.
    expect(selected?.usual).toEqual({ low: 13, middle: 50, high: 82 });
  });

  test("tell groups by size and tariff class, and leave out what concerns a few", async () => {
    const { steps } = await views.bookings({ site: "tank", day: SATURDAY });
    expect(steps).toEqual([
      { day: "2026-10-27", lead: 32, tariff: "group", places: 45 },
      { day: "2026-11-20", lead: 8, tariff: "group", places: -10 },
    ]);
  });

  // Two more Saturdays are in its season, the last before the October holidays.
  test("of a day gone by are compared with days before it alone", async () => {
    const { selected, curve } = await views.bookings({ site: "tank", day: "2026-11-21" });
    expect(selected).toMatchObject({ lead: -4, booked: 85, days: 10 });
    expect(curve.at(-1)).toMatchObject({ lead: 0, booked: 85 });
  });
});

describe("the next four weeks", () => {
  test("say more only above the range of 8 in 10 days, and judge no day that is closed", async () => {
    const { coming } = await views.bookings({ site: "tank" });
    expect(coming).toHaveLength(28);
    expect(coming.map(({ lead }) => lead)).toEqual(coming.map(({ day }) => daysBetween(TODAY, day)));
    const on = (day: string) => coming.find((each) => each.day === day);
    expect(on("2026-11-29")).toMatchObject({ booked: 4, verdict: "more", usual: { low: 0, high: 0 } });
    expect(on("2026-11-27")).toMatchObject({
      booked: 52,
      groups: 52,
      group_only: true,
      verdict: "unknown",
      usual: null,
      days: 0,
    });
    expect(on(TODAY)).toMatchObject({ lead: 0, booked: 0, verdict: "usual" });
  });
});

test("a site without bookings says whether it has a till", async () => {
  const labo = await views.bookings({ site: "labo" });
  expect(labo).toMatchObject({ takes_bookings: false, has_till: false, selected: null, coming: [] });
  await expect(views.bookings({ site: "nowhere" })).rejects.toThrow("invalid site: nowhere");
});
