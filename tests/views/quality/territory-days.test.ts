import { expect, test } from "vitest";
import { territoryDays } from "../../../src/views/quality/territory-days.ts";

test("nothing is due before the first run, today still may come, other days without a good run are missing", () => {
  const runs = [
    { feed: "weather", day: "2026-11-20", done: 8 },
    { feed: "weather", day: "2026-11-21", done: 0 },
    { feed: "weather", day: "2026-11-23", done: 1 },
    { feed: "other", day: "2026-11-19", done: 1 },
  ];
  const rows = territoryDays("weather", { from: "2026-11-19", to: "2026-11-30" }, runs, "2026-11-24");
  expect(rows.map(({ day, state }) => `${day.slice(8)} ${state}`)).toEqual([
    "19 rest",
    "20 ok",
    "21 missing",
    "22 missing",
    "23 ok",
    "24 due",
  ]);
});
