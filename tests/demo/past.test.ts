import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { pastOf, pastShow } from "../../demo/past.ts";
import { createWorld } from "../../demo/simulation/world.ts";
import { addDays, daysIn, startOfDay } from "../../src/domain/time.ts";
import { loadTerritory } from "../../src/territory/load.ts";

const FILE = fileURLToPath(new URL("../../territories/demo.yaml", import.meta.url));
const ENV = {
  DEMO_URL: "http://127.0.0.1:9",
  DEMO_DROP: "drop",
  DEMO_PRETIX_TOKEN: "x",
  DEMO_ECO_COUNTER_KEY: "x",
  DEMO_ECO_COUNTER_TOKEN: "x",
};
const OPTIONS = { territory: loadTerritory(FILE, ENV), seed: "beffroi", start: "2024-11-27", days: 730 };
const LIVE = "2026-11-27";
const past = pastOf(OPTIONS);
const plain = createWorld(OPTIONS);
const world = createWorld({ ...OPTIONS, actions: past.actions });

test("decisions are past, taken the day before, the same at every start, dismissed ones with a reason", () => {
  expect(pastOf(OPTIONS)).toEqual(past);
  expect(new Set(past.decisions.map(({ status }) => status))).toEqual(new Set(["kept", "dismissed"]));
  for (const { day, status, reason, decidedAt } of past.decisions) {
    expect(day < LIVE).toBe(true);
    expect(decidedAt).toBeLessThan(startOfDay(day, "Europe/Paris"));
    expect(reason === null).toBe(status === "kept");
  }
});

test("as the rule has it, nobody is sent from a calm site, to a closed one or to one as busy", () => {
  for (const { day, from, to, levels } of past.decisions) {
    expect(levels.from).toBe("busy");
    expect(["calm", "moderate"]).toContain(levels.to);
    for (const site of [from, to]) expect(plain.truth(site, day).open, `${site} ${day}`).toBe(true);
  }
});

test("some pair was kept often enough for its effect to be measured", () => {
  const kept = past.decisions.filter(({ status }) => status === "kept");
  const often = [...Map.groupBy(kept, ({ from, to }) => `${from} ${to}`).values()];
  expect(Math.max(...often.map(({ length }) => length))).toBeGreaterThanOrEqual(4);
});

test("the crowd holds what was done and nothing else: some follow kept advice, the show draws, all other days stay", () => {
  const show = pastShow(LIVE);
  const kept = past.decisions.filter(({ status }) => status === "kept");
  for (const site of OPTIONS.territory.sites)
    for (const day of daysIn({ from: addDays(LIVE, -90), to: addDays(LIVE, 30) })) {
      const before = plain.truth(site.id, day).expected;
      const sent = kept
        .filter((one) => one.to === site.id && one.day === day)
        .map(({ from }) => 0.08 * plain.truth(from, day).expected);
      const drawn = site.id === show.site && day >= show.days.from && day < show.days.to ? 1.4 : 1;
      const more = sent.reduce((sum, people) => sum + people, before);
      expect(world.truth(site.id, day).expected, `${site.id} ${day}`).toBeCloseTo(drawn * more, 6);
    }
});
