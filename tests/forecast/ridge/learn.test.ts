import { expect, test } from "vitest";
import { makeColumns } from "../../../src/forecast/ridge/columns.ts";
import { learn } from "../../../src/forecast/ridge/learn.ts";
import { ridgeSites } from "../../../src/forecast/ridge/sites.ts";
import { ridgeTuning } from "../../../src/forecast/ridge/tuning.ts";
import { plainDay } from "../support.ts";
import { town } from "./support.ts";

test("what is learned for an earlier origin does not know the days from there on", () => {
  const noisy = (_: string, noise: number) => 200 * Math.exp(0.3 * noise);
  const history = town({ days: 300, leads: 7, sites: [noisy, noisy] });
  const sites = ridgeSites(history);
  const columns = makeColumns(history.calendars, history.origin, new Map(), ridgeTuning);
  const origins = [150, 200, 260, 300];
  const tripled = (from: number) =>
    sites.map((site) => ({ ...site, logs: site.logs.map((log, day) => (day < from ? log : log + 1.1)) }));
  const plain = learn(columns, sites, origins).states;
  const moved = learn(columns, tripled(200), origins).states;
  for (const [i, states] of plain.entries()) {
    expect(moved[i]?.slice(0, 2)).toEqual(states.slice(0, 2));
    expect(moved[i]?.[2]).not.toEqual(states[2]);
  }
});

test("special days that a site does not have change nothing of what is learned there", () => {
  const noisy = (_: string, noise: number) => 200 * Math.exp(0.3 * noise);
  const plain = town({ days: 300, leads: 7, sites: [noisy] });
  const festive = town({
    days: 300,
    leads: 7,
    sites: [noisy],
    facts: (date) => ({ ...plainDay(date), ...(date.endsWith("-14") ? { holiday: "fair" } : {}) }),
  });
  const learned = [plain.calendars, [...plain.calendars, ...festive.calendars]].map((calendars) => {
    const columns = makeColumns(calendars, plain.origin, new Map(), ridgeTuning);
    return { columns, state: learn(columns, ridgeSites(plain), [150, 300]).states[0]?.[1] };
  });
  const [narrow, wide] = learned;
  expect(wide?.columns.list.length).toBeGreaterThan(narrow?.columns.list.length ?? 0);
  for (const [j, { name }] of (narrow?.columns.list ?? []).entries()) {
    expect(wide?.columns.list[j]?.name).toBe(name);
    expect(wide?.state?.effects[j]).toBeCloseTo(narrow?.state?.effects[j] ?? Number.NaN, 10);
  }
  for (const j of wide?.columns.named.values() ?? []) expect(wide?.state?.effects[j]).toBe(0);
  expect(wide?.state?.slow).toBeCloseTo(narrow?.state?.slow ?? Number.NaN, 10);
});
