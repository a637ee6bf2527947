/** The simulation, where the truth is known: effects of an event, of rain and of a group are inside their ranges. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { addDays, dayNumber, fromDayNumber } from "../../../src/domain/time.ts";
import type { Change } from "../../../src/forecast/what-if/scenario.ts";
import { loadTerritory } from "../../../src/territory/load.ts";
import { effectOf } from "./effect.ts";
import { type Simulated, simulated } from "./simulated.ts";

const secrets = new Proxy<Record<string, string>>({}, { get: () => "not-given" });
const file = fileURLToPath(new URL("../../../territories/demo.yaml", import.meta.url));
const territory = loadTerritory(file, secrets);
const ORIGIN = "2026-06-20";
const DAY = "2026-07-04";
const worlds = new Map<string, Simulated[]>();

/** Fifty take half a minute and come out alike: events 0.98, rain 0.84, groups 0.84. */
const SEEDS = 10;

function worldsOf(site: string): readonly Simulated[] {
  const known =
    worlds.get(site) ?? Array.from({ length: SEEDS }, (_, n) => simulated(territory, site, `s${n}`, ORIGIN));
  worlds.set(site, known);
  return known;
}

/** How many of the seeds have the truth inside. */
function held(site: string, change: Change, truth: (world: Simulated) => number): number {
  return worldsOf(site).filter((made) => {
    const effect = effectOf(made.history, change);
    if (effect.kind === "refused" || effect.kind === "closed") throw new Error(JSON.stringify(effect));
    const true_ = truth(made);
    return effect.low <= true_ && true_ <= effect.high;
  }).length;
}

/** A factor moves individual visitors alone; groups come all the same. */
function diluted(site: string, { world }: Simulated, log: number, months: readonly string[]): number {
  let [all, grouped] = [0, 0];
  for (let back = 1; back <= 700; back++) {
    const date = addDays(ORIGIN, -back);
    const day = world.truth(site, date);
    if (!day.open || !months.includes(date.slice(5, 7))) continue;
    all += day.visits;
    grouped += day.visits - day.parties.reduce((sum, { people }) => sum + people, 0);
  }
  const share = grouped / all;
  return Math.log((1 - share) * Math.exp(log) + share);
}

test("an event seen twice", () => {
  const event: Change = { kind: "event", day: DAY, event: "orchidees" };
  const truth = (made: Simulated) => diluted("abbaye-vaucelles", made, Math.log(3.4), ["03"]);
  expect(held("abbaye-vaucelles", event, truth)).toBeGreaterThanOrEqual(9);
});

test("rain, though it acts otherwise than either way in which it is taken", () => {
  const truth = (made: Simulated) => {
    const from = dayNumber(DAY);
    const logs: number[] = [];
    for (let off = -15; off <= 15; off++) {
      for (const year of [365, 730]) {
        logs.push(Math.log1p(made.world.weather(fromDayNumber(from + off - year)).rainMm));
      }
    }
    const usual = Math.expm1(logs.reduce((sum, log) => sum + log, 0) / logs.length);
    return diluted("abbaye-vaucelles", made, -0.035 * (8 - usual), ["05", "06", "07", "08"]);
  };
  expect(held("abbaye-vaucelles", { kind: "rain", day: DAY, value: 8 }, truth)).toBeGreaterThanOrEqual(7);
});

test("a group, of which one in twenty stays away", () => {
  expect(held("tank-1917", { kind: "group", day: DAY, people: 30 }, () => 28.5)).toBeGreaterThanOrEqual(7);
});
