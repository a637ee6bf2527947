import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { type Listening, listen } from "../../../demo/stand-ins/listen.ts";
import { createSchoolCalendarStandIn, type PublishedBreak } from "../../../demo/stand-ins/school-calendar.ts";
import { fetchSchoolHolidays } from "../../../ingest/calendars/school-holidays-fr.ts";
import { createHttpClient } from "../../../ingest/transport/http.ts";
import { parseSchoolHolidays, type SchoolBreak, schoolYear } from "../../../src/domain/school-holidays.ts";
import { recordingEffects } from "../rig.ts";

const BUILT_IN = parseSchoolHolidays(
  readFileSync(resolve(import.meta.dirname, "../../../territories/school-holidays-fr.csv"), "utf8"),
);
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  toussaint: "Vacances de la Toussaint",
  noel: "Vacances de Noël",
  hiver: "Vacances d'Hiver",
  printemps: "Vacances de Printemps",
  ascension: "Pont de l'Ascension",
  ete: "Vacances d'Été",
};

/** The calendar in the tree as the ministry would publish it. */
function published(): PublishedBreak[] {
  return BUILT_IN.filter(({ from }) => from >= "2023-08-01").map(({ zones, key, from, to }) => ({
    ...{ zones, from, to, description: DESCRIPTIONS[key] ?? key, year: schoolYear(from) },
  }));
}

let server: Listening | undefined;
afterEach(() => server?.close());
async function fetched(breaks: readonly PublishedBreak[], faults = new Faults()) {
  server = await listen(createSchoolCalendarStandIn(breaks, { now: () => 0, faults }));
  const effects = recordingEffects([]);
  return fetchSchoolHolidays(createHttpClient({ effects }), server.url, "2023-08-01");
}
const spans = (breaks: readonly SchoolBreak[]) =>
  breaks.flatMap(({ zones, key, from, to }) => zones.map((zone) => `${zone} ${key} ${from} ${to}`)).sort();

describe("the ministry's calendar", () => {
  test("is read as the one in the tree: pupils only, days of Paris, one row for a zone", async () => {
    const { breaks, remarks } = await fetched(published());
    expect(spans(breaks)).toEqual(spans(BUILT_IN.filter(({ from }) => from >= "2023-08-01")));
    expect(remarks).toEqual([]);
  });

  test("without a return of its last summer is taken to September, and says so", async () => {
    const rows = published().map((one) => (one.from === "2027-07-03" ? { ...one, to: null } : one));
    const { breaks, remarks } = await fetched(rows);
    expect(spans(breaks)).toContain("B ete 2027-07-03 2027-09-01");
    expect(remarks).toContain("assumed: return after ete 2026-2027 of B, 2027-09-01");
  });

  test("on a Friday or Thursday begins the day after, on a Wednesday with the day", async () => {
    const on = (from: string) =>
      fetched(published().map((one) => (one.from === "2026-10-17" ? { ...one, from } : one)));
    expect(spans((await on("2026-10-16")).breaks)).toContain("A toussaint 2026-10-17 2026-11-02");
    await server?.close();
    expect(spans((await on("2026-10-14")).breaks)).toContain("A toussaint 2026-10-14 2026-11-02");
  });

  test("of a year that is not there whole is left out, the rest is read", async () => {
    const { breaks, remarks } = await fetched(
      published().filter(({ year, description }) => year !== "2026-2027" || description.includes("Noël")),
    );
    expect(breaks.some(({ from }) => from > "2026-08-01")).toBe(false);
    expect(breaks.some(({ from }) => from > "2026-02-01")).toBe(true);
    expect(remarks).toEqual([expect.stringMatching(/^2026-2027 left out: not yet published whole/)]);
  });

  test("with two holidays at once, or another set in its place, is refused", async () => {
    const overlapping = published().map((one) =>
      one.from === "2026-12-19" ? { ...one, to: "2027-02-10" } : one,
    );
    await expect(fetched(overlapping)).rejects.toThrow(/invalid calendar: noel 2026-2027 of zone/);
    await server?.close();
    await expect(fetched([])).rejects.toThrow(/no school year is there whole/);
    await server?.close();
    const faults = new Faults();
    faults.add({ match: /./, kind: "garbage" });
    await expect(fetched(published(), faults)).rejects.toThrow(/invalid/);
  });
});
