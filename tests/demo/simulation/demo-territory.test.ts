import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DemoSources, startDemoSources } from "../../../demo/sources.ts";
import { daysIn } from "../../../src/domain/time.ts";
import { loadTerritory } from "../../../src/territory/load.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const FILE = fileURLToPath(new URL("../../../territories/demo.yaml", import.meta.url));
const NAMES = ["DEMO_PRETIX_TOKEN", "DEMO_ECO_COUNTER_KEY", "DEMO_ECO_COUNTER_TOKEN"];
/** Addresses and secrets come from the sources, which need the territory first: it is read with blanks. */
const territory = loadTerritory(FILE, {
  ...{ DEMO_URL: "http://127.0.0.1:1", DEMO_DROP: "/drop" },
  ...Object.fromEntries(NAMES.map((name) => [name, "to be told"])),
});
const NOW = Date.parse("2026-10-07T14:40:00Z");
let folder = "";
let sources: DemoSources;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demo-"));
  sources = await startDemoSources({ territory, clock: () => NOW, dropFolder: folder, days: 40 });
});
afterAll(async () => {
  await sources.close();
  rmSync(folder, { recursive: true });
});

test("every site of the demonstration is simulated", () => {
  expect(sources.world.places.map(({ site }) => site.id)).toEqual(territory.sites.map(({ id }) => id));
});

test("every reference of the territory file gets a value", () => {
  expect(() => loadTerritory(FILE, sources.env)).not.toThrow();
});

test("every feed of the territory file finds its source", async () => {
  const { url, env } = sources;
  const token = { authorization: `Token ${env.DEMO_PRETIX_TOKEN}` };
  const key = { "x-api-key": env.DEMO_ECO_COUNTER_KEY ?? "" };
  const events = await (
    await fetch(`${url}/pretix/api/v1/organizers/cac/events/`, { headers: token })
  ).text();
  const counters = await (await fetch(`${url}/eco-counter/api/v2/sites`, { headers: key })).text();
  for (const { id, connector, options } of loadTerritory(FILE, env).feeds) {
    if (connector === "pretix") expect(events, id).toContain(`"slug":"${String(options.event)}"`);
    else if (connector === "eco-counter") {
      expect(counters, id).toContain(`"id":${String(options.counter ?? options.site)},`);
    } else if (connector === "open-meteo") {
      const address = String(options.url).replace("{api}", "api");
      const asked = await fetch(`${address}/v1/forecast?latitude=50.12&longitude=3.22&hourly=temperature_2m`);
      expect(asked.status, id).toBe(200);
    } else if (connector !== "tally") {
      const path = String(options.path);
      const [start, end] = basename(path).split("*");
      const left = readdirSync(join(folder, basename(dirname(path))));
      expect(
        left.some((name) => name.startsWith(start ?? "") && name.endsWith(end ?? "")),
        id,
      ).toBe(true);
    }
  }
});

test("each site has visits in the two years before the demonstration, and volumes like its own", () => {
  for (const { site, profile } of sources.world.places) {
    const year = daysIn({ from: "2025-01-01", to: "2026-01-01" });
    const visits = year.reduce((sum, date) => sum + sources.world.truth(site.id, date).visits, 0);
    expect(visits / profile.annual, site.id).toBeGreaterThan(0.75);
    expect(visits / profile.annual, site.id).toBeLessThan(1.3);
  }
});
