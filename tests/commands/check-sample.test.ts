/** `check --sample` as a shell sees it. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleText } from "../../src/commands/sample.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-cli-"));
  for (const name of ["good", "bad", "none", "other"]) mkdirSync(join(folder, name));
  const rows = ["Horodatage;Entrées;Nom", "21/11/2025 14:00;5;Anna", "21/11/2025 14:15;0;Bob", "Total;5;"];
  writeFileSync(join(folder, "good/door.csv"), rows.join("\n"));
  const wrong = Array.from({ length: 30 }, (_, i) => `21/11/2025 1${i % 10}:00;Anna Dupont;x`);
  writeFileSync(join(folder, "bad/door.csv"), [...rows.slice(0, 2), ...wrong].join("\n"));
  writeFileSync(join(folder, "other/door.csv"), "Horodatage;Passages\n21/11/2025 14:00;5\n");
  const feed = (id: string): string =>
    `  - { id: ${id}, site: alpha, kind: counter, connector: file, every: PT1H, options: { path: "./${id}/*.csv", columns: { at: Horodatage, entries: Entrées }, step: PT15M, stable_for: 0 } }`;
  writeFileSync(
    join(folder, "town.yaml"),
    `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - { id: alpha, name: { fr: Alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["14:00-17:30"] } ], visits: { from: counter } }
feeds:
${["good", "bad", "none", "other"].map(feed).join("\n")}
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, BEFFROI_LOG: "error", BEFFROI_DATA: join(folder, "data") };
  const command = ["src/main.ts", "check", "--config", join(folder, "town.yaml"), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test("rows are shown as they would be read, and nothing is written", { timeout: 30_000 }, async () => {
  const { code, stdout } = await check("--feed", "good", "--sample", "20");
  expect(stdout.split("\n")).toEqual([
    "feed good, door.csv: of the rows looked at, 2 would be stored, 0 set aside, 1 are no facts",
    "",
    "at                    site   gate  measure  minutes  value  tariff  channel  booked  cents",
    "2025-11-21T13:00:00Z  alpha        entries       15      5",
    "2025-11-21T13:15:00Z  alpha        entries       15      0",
    "",
  ]);
  expect(code).toBe(0);
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test("a file that a run would hold back whole shows why, row by row and without names", {
  timeout: 30_000,
}, async () => {
  const { code, stdout } = await check("--feed", "bad", "--sample", "2");
  expect(code).toBe(1);
  expect(stdout).toContain("1 would be stored, 30 set aside");
  expect(stdout).toMatch(
    /bad_number +door.csv line 3 +entries +text of 11 characters: a whole number is expected/,
  );
  expect(stdout).not.toContain("line 5");
  expect(stdout).not.toContain("Anna");
});

test("no file, other columns and wrong use say so by exit code", { timeout: 60_000 }, async () => {
  const none = await check("--feed", "none", "--sample", "5");
  expect([none.code, none.stdout]).toEqual([
    1,
    "feed none: no file yet: deliver one, or correct the place\n",
  ]);
  const other = await check("--feed", "other", "--sample", "5", "--json");
  expect(other.code).toBe(1);
  expect(JSON.parse(other.stdout)).toMatchObject({ feeds: [{ feed: "other", samples: [] }] });
  expect(other.stdout).toContain("missing Entrées");
  expect((await check("--feed", "good", "--sample", "many")).code).toBe(2);
  expect((await check("--feed", "unknown", "--sample", "5")).code).toBe(2);
});

test("a feed that is sent to us says so instead of nothing", () => {
  expect(sampleText({ feed: "desk", samples: [], problem: "" })).toMatch(
    /^feed desk: nothing to fetch: it is sent/,
  );
});
