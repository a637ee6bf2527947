/** The command line as a shell sees it: exit codes, stdout for results, stderr for the rest. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-cli-"));
  mkdirSync(join(folder, "drop"));
  writeFileSync(
    join(folder, "drop/door.csv"),
    "Horodatage;Entrées\n21/11/2025 14:00;5\n21/11/2025 14:15;0\n",
  );
  writeFileSync(join(folder, "good.yaml"), GOOD);
  writeFileSync(
    join(folder, "bad.yaml"),
    GOOD.replace("Europe/Paris", "Europe/Cambrai")
      .replace("14:00-17:30", "17:30-14:00")
      .replace("step: PT15M", "step: PT15M, separatr: x"),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - { id: alpha, name: { fr: Alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["14:00-17:30"] } ], visits: { from: counter } }
feeds:
  - { id: door, site: alpha, kind: counter, connector: file, every: PT1H, options: { path: "./drop/*.csv", columns: { at: Horodatage, entries: Entrées }, step: PT15M, stable_for: 0 } }
`;

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, BEFFROI_LOG: "error", BEFFROI_DATA: join(folder, "data") };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["src/main.ts", ...args],
      { env, timeout: 60_000 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

const config = (name: string) => ["--config", join(folder, name)];

test("ingest --once pulls, says what became of the rows, and accepts nothing the second time", async () => {
  const Runs = z.object({
    runs: z.array(
      z.object({ feed: z.string(), status: z.string(), counts: z.object({ accepted: z.number() }) }),
    ),
  });
  const first = await run("ingest", "--once", "--json", ...config("good.yaml"));
  expect(first.code).toBe(0);
  expect(Runs.parse(JSON.parse(first.stdout)).runs).toMatchObject([
    { feed: "door", status: "done", counts: { accepted: 2 } },
  ]);
  const again = await run("ingest", "--once", "--json", ...config("good.yaml"));
  expect(Runs.parse(JSON.parse(again.stdout)).runs).toMatchObject([{ counts: { accepted: 0 } }]);
  const table = await run("ingest", "--once", ...config("good.yaml"));
  expect(table.stdout).toMatch(
    /^feed\s+stream\s+fetched\s+accepted\s+unchanged\s+revised\s+rejected\s+status\ndoor/,
  );
});

test("rollup recomputes from records and says how much", async () => {
  const { code, stdout } = await run("rollup", "--json", ...config("good.yaml"));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ days: 1, feeds: 1 });
});

test("a wrong territory file ends with 2 and every fault at once, each with its place and remedy", async () => {
  const { code, stdout, stderr } = await run("ingest", "--once", ...config("bad.yaml"));
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("Europe/Cambrai");
  expect(stderr).toContain("17:30-14:00");
  expect(stderr.split("\n").filter((line) => line.includes("bad.yaml")).length).toBeGreaterThanOrEqual(2);
});

test.each([
  [["ingest", "--once"], "--config"],
  [["ingest", "--once", "--feed", "nobody"], "known feeds: door"],
  [["forecast", "--at", "yesterday"], "--at"],
  [["frobnicate"], "unknown command"],
])("%j ends with 2 and says why", async (args, why) => {
  const given = args.includes("--feed") || args.includes("--at") ? [...args, ...config("good.yaml")] : args;
  const { code, stderr } = await run(...given);
  expect(code).toBe(2);
  expect(stderr).toContain(why);
});

test("serving elsewhere than on loopback without a token is refused with an explanation", async () => {
  const env = process.env.HOST;
  process.env.HOST = "0.0.0.0";
  try {
    const { code, stderr } = await run("serve", "--no-jobs", ...config("good.yaml"));
    expect(code).toBe(2);
    expect(stderr).toContain("BEFFROI_ACCESS_TOKEN");
  } finally {
    if (env === undefined) delete process.env.HOST;
    else process.env.HOST = env;
  }
});
