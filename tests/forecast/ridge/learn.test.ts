import { expect, test } from "vitest";
import { makeColumns } from "../../../src/forecast/ridge/columns.ts";
import { learn } from "../../../src/forecast/ridge/learn.ts";
import { ridgeSites } from "../../../src/forecast/ridge/sites.ts";
import { ridgeTuning } from "../../../src/forecast/ridge/tuning.ts";
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
