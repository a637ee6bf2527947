/** The commands of the quarantine as a shell sees them. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-quarantine-"));
  mkdirSync(join(folder, "drop"));
  writeFileSync(
    join(folder, "drop/door.csv"),
    "Horodatage;Entrées;Lieu;Nom\n21/11/2025 14:00;5;Alpha;Marie Dupont\n21/11/2025 15:00;7;=Gamma;Marie Dupont\n" +
      "21/11/2025 16:00;-3;Alpha;Marie Dupont\n21/11/2025 17:00;8;Essai;Marie Dupont\n",
  );
  writeFileSync(join(folder, "t.yaml"), TEXT);
  expect((await run("ingest", "--once")).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - { id: alpha, name: { fr: Alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["14:00-17:30"] } ], visits: { from: counter } }
feeds:
  - { id: door, site: alpha, kind: counter, connector: file, every: PT1H, options: { path: "./drop/*.csv", columns: { at: Horodatage, entries: Entrées, site: Lieu }, sites: { Alpha: alpha }, step: PT1H, stable_for: 0 } }
`;

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, BEFFROI_LOG: "error", BEFFROI_DATA: join(folder, "data") };
  const given = ["src/main.ts", ...args, "--config", join(folder, "t.yaml")];
  return new Promise((resolve) => {
    execFile(process.execPath, given, { env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const Replay = z.object({
  dry_run: z.boolean(),
  rows: z.array(z.object({ outcome: z.string(), facts: z.array(z.string()) })),
  counts: z.object({ accepted: z.number(), revised: z.number() }).nullable(),
});
const replay = async (...args: string[]) => {
  const { code, stdout } = await run("quarantine", "replay", "--feed", "door", "--json", ...args);
  return { code, ...Replay.parse(JSON.parse(stdout)) };
};

test("rows are listed, shown, exported without formulas, corrected after a dry run, dropped, and let go", async () => {
  const listed = await run("quarantine", "list");
  expect(listed.code).toBe(0);
  expect(listed.stdout.split("\n").filter(Boolean)).toHaveLength(4);
  expect(listed.stdout).toMatch(/negative +entries +door\.csv line 4/);
  const csv = (await run("quarantine", "export", "--feed", "door")).stdout;
  expect(csv).toContain("door.csv line 3");
  expect(csv).not.toMatch(/(^|,)"?=/m);
  for (const text of [csv, listed.stdout]) expect(text).not.toContain("Dupont");

  const rule = ["--where", "site=Essai", "--set", "site=Alpha"];
  const tried = await replay(...rule, "--dry-run");
  expect(tried).toMatchObject({ code: 0, dry_run: true, counts: null, rows: [{ outcome: "corrected" }] });
  expect(tried.rows[0]?.facts).toEqual(["alpha entries 2025-11-21T16:00:00.000Z 8"]);
  expect(await replay(...rule)).toMatchObject({ code: 0, counts: { accepted: 1 } });
  expect(await replay(...rule)).toMatchObject({ code: 0, counts: { accepted: 0, revised: 0 } });
  expect(await replay("--where", "@reason=negative", "--set", "entries=-4")).toMatchObject({
    code: 1,
    rows: [{ outcome: "refused" }],
  });
  expect(await replay("--where", "@reason=negative", "--drop", "test of the sensor")).toMatchObject({
    rows: [{ outcome: "dropped" }],
  });
  const left = (await run("quarantine", "list", "--json")).stdout;
  const rows = z
    .object({ held: z.number(), rows: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse(left));
  expect([rows.held, rows.rows.length]).toEqual([3, 1]);
  const shown = await run("quarantine", "show", rows.rows[0]?.id.slice(0, 6) ?? "");
  expect(shown.stdout).toMatch(/unknown_site/);

  const Parts = z.object({ parts: z.array(z.object({ what: z.string(), rows: z.number() })) });
  const dry = Parts.parse(JSON.parse((await run("retention", "--dry-run", "--json")).stdout));
  expect(dry.parts.find(({ what }) => what === "quarantine")).toMatchObject({ rows: 0 });
}, 240_000);

test("what is written wrongly ends with 2 and says what to do", async () => {
  const cases = [
    [["list", "--feed", "window"], /known feeds: door/],
    [["replay", "--feed", "door", "--where", "site"], /write field=value/],
    [["replay", "--feed", "door", "--set", "site=Alpha"], /at least one condition/],
    [["show", "zzzz"], /quarantine list --all/],
  ] as const;
  for (const [args, remedy] of cases) {
    const { code, stderr } = await run("quarantine", ...args);
    expect(stderr).toMatch(remedy);
    expect(code).toBe(2);
  }
}, 240_000);
