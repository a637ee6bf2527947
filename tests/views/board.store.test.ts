import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Board, BoardRow } from "../../src/contract/board.ts";
import { boardRoute } from "../../src/contract/board.ts";
import { addDays, atLocalTime, daysIn, HOUR, MINUTE } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, pull, record, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
const territory = viewTerritory();
const at = (clock: string, day = TODAY) => atLocalTime(day, clock, "Europe/Paris");

async function board(now: number): Promise<Board & { row: (id: string) => BoardRow }> {
  const reply = boardRoute.reply.parse(await createViews({ store, territory, now: () => now }).board({}));
  return { ...reply, row: (id) => reply.rows.find(({ site }) => site === id) as BoardRow };
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const group = {
    ...record("tank", "tickets", at("10:00", "2026-11-27"), 0, 52),
    tariff: "school" as const,
    bookedOn: NOW - 20 * 24 * HOUR,
  };
  const family = { ...record("tank", "tickets", at("15:00", "2026-11-28"), 0, 4), bookedOn: NOW - 24 * HOUR };
  await pull(store, territory, "till", [group, family], { observedTo: NOW - 5 * MINUTE });
  const days = daysIn({ from: TODAY, to: addDays(TODAY, 90) });
  const issued = at("06:00");
  for (const [site, people] of [
    ["tank", 28],
    ["labo", 288],
    ["territory", 316],
  ] as const) {
    await issue(store, site, issued, days, () => people);
  }
}, 120_000);
afterAll(() => engine.close());

describe("in the afternoon, with everything read minutes ago", () => {
  test("counts are exact and stand against what is usual up to the last report", async () => {
    const { row, territory: all, verdict, coverage } = await board(NOW);
    expect(row("labo")).toMatchObject({
      state: "up_to_date",
      visits: 198,
      bound: "exact",
      usual_now: { low: 198, high: 198 },
      usual_day: 288,
      last_report: "2026-11-25T14:30:00Z",
    });
    // Six quarters of two scans; usual up to 15:35, a third into the seventh quarter.
    expect(row("tank")).toMatchObject({ state: "up_to_date", visits: 12, usual_now: { low: 13, high: 13 } });
    expect(all).toMatchObject({ state: "up_to_date", visits: 210, bound: "exact", usual_day: 316 });
    expect(verdict).toBe("weak");
    expect(coverage).toBe(1);
  });

  test("closing is expected at visits so far and what is left of the forecast", async () => {
    const { row } = await board(NOW);
    // 2.5 of 8 hours are left of 288 ± 57.6.
    const spread = Math.sqrt(2.5 / 8) * 57.6;
    expect(row("labo").expected).toEqual({ low: Math.round(288 - spread), high: Math.round(288 + spread) });
  });

  test("a closed site says when it opens again, and owes nothing", async () => {
    expect((await board(NOW)).row("esnes")).toMatchObject({
      state: "closed",
      visits: null,
      next_opening: "2026-11-29T13:00:00Z",
      usual_now: null,
      expected: null,
    });
  });

  test("bookings stand on their days, a group on a closed day too; sites without bookings have none", async () => {
    const { row, booked, territory: all } = await board(NOW);
    const days = row("tank").days;
    expect(days).toHaveLength(7);
    expect(days[1]).toMatchObject({ day: "2026-11-27", booked: 52, group_only: true, forecast: null });
    expect(days[2]).toMatchObject({ day: "2026-11-28", booked: 4, group_only: false, forecast: { q50: 28 } });
    expect(days[0]).toMatchObject({ booked: 0 });
    // The group comes on top of the forecast of the sites that are open.
    expect(all.days[1]).toMatchObject({ booked: 52, group_only: false, forecast: { q50: 316 + 52 } });
    expect(all.days[2]).toMatchObject({ forecast: { q50: 316 } });
    expect(row("labo").days[0]).toMatchObject({ booked: null });
    expect(booked).toEqual({ total: 56, groups: 52, on_closed_days: 52 });
  });

  test("the weekend is that of the territory's forecast, beside the comparable one", async () => {
    const { weekend } = await board(NOW);
    expect(weekend).toMatchObject({
      saturday: "2026-11-28",
      sunday: "2026-11-29",
      by_day: { saturday: { low: 253, high: 379 } },
      verdict: "busy",
      // A Saturday of 288 + 28, and a Sunday of 56 + 30.
      year_before: 402,
    });
    expect(weekend?.both.low).toBeGreaterThan(2 * 253);
  });
});

describe("as reports stay away", () => {
  test("within the allowance a site is partial, with a lower bound and its silent hours", async () => {
    const { row, territory: all } = await board(at("16:30"));
    expect(row("labo")).toMatchObject({
      state: "partial",
      visits: 198,
      bound: "at_least",
      missing: [{ from: "15:30", to: "16:30" }],
    });
    expect(all).toMatchObject({ state: "partial", bound: "at_least", visits: 210 });
  });

  test("beyond the allowance it is late", async () => {
    const { row, rows } = await board(at("17:50"));
    expect(row("tank")).toMatchObject({
      state: "late",
      visits: 12,
      bound: "at_least",
      missing: [{ from: "15:35", to: "17:30" }],
    });
    expect(rows.map(({ state }) => state)).toEqual(["late", "partial", "closed"]);
  });

  test("a site that sent nothing has no number, which is not zero", async () => {
    const tomorrow = at("16:30", "2026-11-26");
    const { row, day, verdict } = await board(tomorrow);
    expect(day).toBe("2026-11-26");
    expect(row("labo")).toMatchObject({
      state: "missing",
      visits: null,
      usual_now: null,
      missing: [{ from: "10:00", to: "16:30" }],
    });
    expect(verdict).toBe("unknown");
  });
});

describe("before the first opening", () => {
  test("the board shows yesterday, whole, and seven days from today on", async () => {
    const monday = "2026-11-23";
    const { day, before_opening, row, territory: all, verdict } = await board(at("08:55", monday));
    expect([day, before_opening]).toEqual(["2026-11-22", true]);
    expect(row("tank")).toMatchObject({
      visits: 56,
      state: "up_to_date",
      usual_now: { low: 56, high: 56 },
      expected: null,
    });
    expect(row("tank").days[0]?.day).toBe(monday);
    // The sheet of Esnes may still come, but there is no number, and Esnes usually makes a third of the Sunday.
    expect(row("esnes")).toMatchObject({ visits: null, state: "missing", usual_now: null, usual_day: 30 });
    expect(all).toMatchObject({ visits: 56, bound: "at_least" });
    expect(verdict).toBe("unknown");
  });

  test("a day that broke off is estimated once it is over", async () => {
    const { row } = await board(at("08:00", "2026-11-26"));
    expect(row("labo")).toMatchObject({ visits: 288, estimated: 90, bound: "about", state: "estimated" });
    expect(row("labo").estimated_share).toBeCloseTo(2.5 / 8);
  });
});

describe("an hour that the counter missed", () => {
  test("is named, makes the count a lower bound, and is still to come in what is expected", async () => {
    const { store: own } = await engine.fresh();
    await fill(own, territory, (r) => r.site !== "labo" || r.at < at("11:00") || r.at >= at("12:00"));
    for (const site of ["labo", "territory"]) await issue(own, site, at("06:00"), [TODAY], () => 288);
    const reply = await createViews({ store: own, territory, now: () => NOW }).board({});
    const labo = reply.rows.find(({ site }) => site === "labo");
    expect(labo).toMatchObject({
      state: "partial",
      visits: 162,
      bound: "at_least",
      missing: [{ from: "11:00", to: "12:00" }],
    });
    const spread = Math.sqrt(3.5 / 8) * 57.6;
    expect(labo?.expected).toEqual({ low: Math.round(288 - spread), high: Math.round(288 + spread) });
    // The hole weighs for nothing: 162 of what is usually 162 in the hours seen, and 12 of 13 at the tank.
    expect(reply.verdict).toBe("weak");
    expect(reply.territory).toMatchObject({ bound: "at_least", state: "partial" });
  });
});

describe("a sheet that is typed in once a day", () => {
  test("is late while the day goes on, and what is expected is the day's forecast", async () => {
    const { store: own } = await engine.fresh();
    await fill(own, territory);
    const sunday = addDays(TODAY, -3);
    await issue(own, "esnes", at("06:00", sunday), [sunday], () => 30);
    const now = () => at("16:00", sunday);
    const reply = await createViews({ store: own, territory, now }).board({});
    expect(reply.rows.find(({ site }) => site === "esnes")).toMatchObject({
      state: "late",
      visits: null,
      usual_now: null,
      usual_day: 30,
      expected: { low: 24, high: 36 },
    });
    expect(reply.verdict).toBe("unknown");
  });
});

test("sites that never sent anything have no data", async () => {
  const { store: empty } = await engine.fresh();
  const reply = await createViews({ store: empty, territory, now: () => NOW }).board({});
  expect(new Set(reply.rows.map(({ state }) => state))).toEqual(new Set(["no_data", "closed"]));
  expect(reply.territory).toMatchObject({ state: "no_data", visits: null });
  expect(reply.as_of).toBeNull();
});
