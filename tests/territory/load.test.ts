// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { expect, test } from "vitest";
import { openingOn } from "../../src/domain/opening.ts";
import { loadTerritory, secretsOf } from "../../src/territory/load.ts";
import { env, read, smallFile } from "./support.ts";

test("a faultless file becomes a territory with durations in ms and texts in every language", () => {
  const territory = read(smallFile());
  expect(territory).toMatchObject({ id: "essai", zone: "Europe/Paris", simulated: false, region: null });
  expect(territory.office).toEqual({ fr: "Essai", en: "Essai", nl: "Essai" });
  expect(territory.sites[0]?.name).toEqual({ fr: "Tank", en: "The Tank", nl: "Tank" });
  expect(territory.feeds[0]).toMatchObject({ everyMs: 600_000, allowanceMs: 1_800_000, gates: [] });
  expect(territory.feeds[0]).toMatchObject({ allowanceGiven: false });
  expect(territory.alerts[0]?.when).toEqual({ kind: "forecast_occupancy_above", share: 0.9 });
});

test("stand-ins step in by the order in which they are written", () => {
  expect(read(smallFile()).sites[0]?.visits).toEqual({
    source: "tickets",
    calibration: 1,
    otherwise: [
      { source: "manual", calibration: 1 },
      { source: "counter", calibration: 0.94 },
    ],
  });
});

test("opening rules are compiled with the calendar, hours in order however they are written", () => {
  const site = read(smallFile()).sites[0];
  if (!site) throw new Error("no site");
  expect(openingOn(site, "2026-02-18")).toMatchObject({
    kind: "open",
    hours: [
      { fromMinute: 600, toMinute: 720 },
      { fromMinute: 840, toMinute: 1050 },
    ],
  });
  expect(openingOn(site, "2026-01-03")).toMatchObject({
    kind: "closed",
    reason: { nl: "fermeture annuelle" },
  });
});

test("a territory cannot be changed, at any depth", () => {
  const territory = read(smallFile());
  expect(Object.isFrozen(territory.sites[0]?.visits.otherwise)).toBe(true);
  expect(Object.isFrozen(territory.feeds[0]?.options)).toBe(true);
});

test("a gate belongs to its feed's site unless it names its own", () => {
  const file = smallFile();
  file.feeds[0].gates = ["north", { key: "4", site: "tank", name: { fr: "Porte sud" } }];
  expect(read(file).feeds[0]?.gates).toEqual([
    { key: "north", site: "tank", name: { fr: "north", en: "north", nl: "north" } },
    { key: "4", site: "tank", name: { fr: "Porte sud", en: "Porte sud", nl: "Porte sud" } },
  ]);
});

test("a feed of many gates needs no site of its own", () => {
  const file = smallFile();
  file.feeds[0] = {
    id: "streets",
    kind: "counter",
    connector: "file",
    every: "PT1H",
    gates: [{ key: "4", site: "tank" }],
  };
  expect(read(file).feeds[0]?.site).toBeNull();
});

test("a territory of another country has its holidays and no school calendar", () => {
  const file = smallFile();
  file.territory = {
    id: "melbourne",
    name: { en: "Melbourne" },
    timezone: "Australia/Melbourne",
    country: "AU",
    holidays: { region: "VIC" },
  };
  file.sites[0].opening = [{ hours: ["00:00-24:00"] }];
  const { calendar, name, sites } = read(file);
  expect(calendar.dayFacts("2013-11-05").holiday?.key).toBe("melbourne-cup");
  expect(calendar.schoolSpan).toBeNull();
  expect(name.fr).toBe("Melbourne");
  expect(sites[0]?.opening.on("2013-04-07")).toMatchObject({ kind: "open", spans: [{}] });
});

test("an event may say that entry is free, as the heritage days do", () => {
  const open = { id: "portes-ouvertes", name: "Portes ouvertes", on: "05-02", free: true };
  const { calendar } = read({ ...smallFile(), events: [{ id: "foire", name: "Foire", on: "05-01" }, open] });
  const free = calendar.events.filter((event) => event.free).map(({ id }) => id);
  expect(free).toEqual(["portes-ouvertes", "journees-du-patrimoine", "nuit-des-musees"]);
});

test("national marks are events of the calendar beside the territory's own", () => {
  expect(read(smallFile()).calendar.events.map(({ id }) => id)).toEqual([
    "bataille",
    "journees-du-patrimoine",
    "nuit-des-musees",
  ]);
});

test("secrets come from the environment, are known for redaction, and stand nowhere but in the options", () => {
  const file = smallFile();
  file.feeds[0].options = {
    url: "${BASE}/api",
    path: "${DROP}/*.csv",
    headers: [{ key: "Bearer ${TOKEN}" }],
  };
  const variables = { ...env, BASE: "https://till.example.org", DROP: "/srv/drop" };
  const territory = read(file, variables);
  expect(territory.feeds[0]?.options).toEqual({
    url: "https://till.example.org/api",
    path: "/srv/drop/*.csv",
    headers: [{ key: "Bearer s3cret-token" }],
  });
  expect(secretsOf(territory)).toEqual(["s3cret-token"]);
  expect(secretsOf(read(file, { ...variables, BASE: "https://u:pw@till.example.org" }))).toContain(
    "https://u:pw@till.example.org",
  );
  expect(JSON.stringify({ ...territory, feeds: [] })).not.toContain("s3cret");
});

test("a file that is not there is a fault, not a crash", () => {
  expect(() => loadTerritory("/nowhere/territory.yaml", {})).toThrow(/cannot be read: ENOENT/);
});
