import { expect, test } from "vitest";
import { lastRunsOf, newColumns, runDaysOf } from "../../../src/views/quality/runs.ts";

const row = (day: string, over: Partial<Parameters<typeof runDaysOf>[0][number]> = {}) => ({
  ...{ feed: "till", stream: "rows", day, runs: 2, done: 1, accepted: 3, unchanged: 4, revised: 0 },
  ...{ rejected_rows: 1, unread: [], status: "done", problem: "", ended_at: 10, done_at: 10 },
  ...over,
});

test("streams of a feed add up by day", () => {
  const days = runDaysOf([
    row("2026-11-20"),
    row("2026-11-21"),
    row("2026-11-20", { stream: "scans", runs: 5 }),
  ]);
  expect(days).toMatchObject([
    { feed: "till", day: "2026-11-20", runs: 7, done: 2, accepted: 6, rejected_rows: 2 },
    { feed: "till", day: "2026-11-21", runs: 2 },
  ]);
});

test("the last run of each stream speaks, and the last that ended well is remembered", () => {
  const rows = [
    row("2026-11-20", { ended_at: 20, done_at: 20 }),
    row("2026-11-21", { ended_at: 30, done_at: 0, status: "held_back", problem: "3 of 4 would go" }),
    row("2026-10-01", { stream: "scans", status: "failed" }),
  ];
  expect(lastRunsOf(rows, "2026-11-01")).toEqual([
    { feed: "till", status: "held_back", problem: "3 of 4 would go", done_at: 20 },
  ]);
});

test("a column is new when older runs of its stream knew columns and not this one", () => {
  const rows = [
    row("2026-10-20", { unread: ["nom", "note"] }),
    row("2026-11-20", { unread: ["nom", "canal"] }),
    row("2026-11-21", { unread: ["canal", "zone"] }),
    row("2026-11-21", { stream: "scans", unread: ["porte"] }),
    row("2026-11-21", { feed: "door" }),
  ];
  expect(newColumns(rows, "2026-11-11")).toEqual([
    { feed: "till", day: "2026-11-20", names: ["canal", "zone"] },
  ]);
  expect(newColumns(rows, "2026-12-30")).toEqual([]);
});
