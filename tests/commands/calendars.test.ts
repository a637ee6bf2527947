/** `calendars`, against a stand-in of the ministry's portal. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Faults } from "../../demo/stand-ins/faults.ts";
import { type Listening, listen } from "../../demo/stand-ins/listen.ts";
import { createSchoolCalendarStandIn, type PublishedBreak } from "../../demo/stand-ins/school-calendar.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { updateCalendar, updateText } from "../../src/commands/update-calendar.ts";
import { calendarDate, parseSchoolHolidays, schoolYear } from "../../src/domain/school-holidays.ts";
import { addDays } from "../../src/domain/time.ts";
import { recordingEffects } from "../ingest/rig.ts";

const NAMES: Readonly<Record<string, string>> = { hiver: "Vacances d'Hiver", ete: "Vacances d'Été" };
const BUILT_IN = resolve(import.meta.dirname, "../../territories/school-holidays-fr.csv");
const built = readFileSync(BUILT_IN, "utf8");
const published = parseSchoolHolidays(built)
  .filter(({ from }) => from >= "2023-08-01")
  .map(
    ({ zones, key, name, from, to }): PublishedBreak => ({
      ...{ zones, from, to, description: NAMES[key] ?? name.fr, year: schoolYear(from) },
    }),
  );

const TODAY = "2026-11-27";

let folder: string;
let server: Listening;
let told = published;
const faults = new Faults();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-calendars-"));
  told = published;
  faults.clear();
  server = await listen((request, response) =>
    createSchoolCalendarStandIn(told, { now: Date.now, faults })(request, response),
  );
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
const own = () => join(folder, "school-holidays-fr.csv");
const files = () => readdirSync(folder).sort();
const update = (today = TODAY, accept = false) => {
  const calendar = { file: BUILT_IN, own: own(), isFrench: true, asOf: null, until: null };
  const http = createHttpClient({ effects: recordingEffects([]) });
  return updateCalendar(calendar, today, { source: server.url, accept }, http).then(updateText);
};

test("an official calendar is kept beside the territory file with its date, and the one before it too", async () => {
  const first = await update();
  expect(first).toContain("0 new, 0 moved; known to 2027-08-31");
  expect(first).toContain("holidays: { school: ./school-holidays-fr.csv }");
  expect(calendarDate(readFileSync(own(), "utf8"))).toBe(TODAY);
  expect(parseSchoolHolidays(readFileSync(own(), "utf8"))).toEqual(parseSchoolHolidays(built));

  told = published.map((one) => (one.from === "2026-12-19" ? { ...one, to: "2027-01-05" } : one));
  expect(await update("2026-12-27")).toContain("0 new, 3 moved");
  expect(readFileSync(own(), "utf8")).toContain(
    "A B C,noel,Vacances de Noël,2026-12-19,2027-01-05,2026-2027",
  );
  expect(files()).toEqual([`school-holidays-fr.${TODAY}.csv`, "school-holidays-fr.csv"]);
  // The same again only says so.
  expect(await update("2027-01-27")).toContain("as of 2027-01-27, 0 new, 0 moved");
  expect(files()).toHaveLength(2);
});

test("what a person has written in stays", async () => {
  writeFileSync(own(), `${built}BE-FL,herfst,Herfstvakantie,2026-11-02,2026-11-09,2026-2027\n`);
  await update();
  expect(readFileSync(own(), "utf8")).toContain("BE-FL,herfst,Herfstvakantie,2026-11-02,2026-11-09");
});

test("many holidays that move are held back until they are accepted", async () => {
  told = published.map((one) => ({ ...one, to: addDays(one.to ?? "", 1) }));
  await expect(update()).rejects.toThrow(/held back: \d+ of \d+ holidays would move/);
  expect(files()).toEqual([]);
  expect(await update(TODAY, true)).toMatch(/0 new, \d+ moved/);
});

test("a portal that is away leaves all as it is, and the age is told", { timeout: 60_000 }, async () => {
  writeFileSync(join(folder, "town.yaml"), TOWN);
  writeFileSync(own(), built.replace("2026-11-23", "2026-01-15"));
  faults.add({ match: /./, kind: "status", status: 404, times: 100 });
  const { code, stderr } = await shell("--update", "--source", server.url);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^not updated: .*404/);
  expect(stderr).toMatch(/stays: school holidays: as of 2026-01-15, \d+ days old, known to 2027-08-31/);
  expect(files()).toEqual(["school-holidays-fr.csv", "town.yaml"]);
});

const TOWN = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B, holidays: { school: ./school-holidays-fr.csv } }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - { id: alpha, name: { fr: Alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["14:00-17:30"] } ], visits: { from: counter } }
feeds: []
`;

function shell(...args: string[]): Promise<{ code: number; stderr: string }> {
  const env = { ...process.env, BEFFROI_LOG: "error", BEFFROI_DATA: join(folder, "data") };
  const command = ["src/main.ts", "calendars", "--config", join(folder, "town.yaml"), ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { env, timeout: 60_000 }, (error, _, stderr) =>
      done({ code: error ? Number(error.code) : 0, stderr }),
    );
  });
}
