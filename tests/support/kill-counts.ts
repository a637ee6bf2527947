/** Kills `beffroi ingest`, or the engine below it, at random instants while one large file of counts comes in, which is
 *  corrected after each pass: batches in flight together, of facts that cannot move. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/connect.ts";
import { startEmbedded } from "../../src/store/embedded/start.ts";
import { cleanPass, type Strike, strikePass } from "./kill-pass.ts";
import { seeded } from "./record-stream.ts";
import { storedQuarters, storedRecords } from "./stored.ts";

const SITES = 10;
const FIRST = Date.parse("2019-01-01T00:00:00Z");
const HOUR = 3_600_000;

/** Passes over `rows` rows until `kills` of them were hit, the file corrected once a pass has come through, and one that
 *  is left alone. Returns how many records and quarters differ from the corrected file's. */
export async function killCounts(
  options: Strike & { readonly kills: number; readonly rows: number; readonly seed: number },
): Promise<{ kills: number; records: number; wrongRecords: number; wrongQuarters: number }> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-counts-"));
  const random = seeded(options.seed);
  try {
    writeFileSync(join(folder, "storm.yaml"), TERRITORY);
    let correction = 0;
    let kills = 0;
    // How long a pass takes is the machine's: a blow that came too late comes sooner the next time.
    let sooner = 1;
    leave(folder, options.rows, correction);
    for (let turn = 0; kills < options.kills; turn++) {
      if (turn > options.kills * 4) throw new Error(`only ${kills} of ${turn} passes could be killed`);
      const hit = await strikePass(folder, options, random, sooner);
      if (hit) kills++;
      else sooner *= 0.7;
      // A file that came through whole leaves nothing to do; half of those that were struck are corrected as well.
      if (!hit || kills % 2 === 0) leave(folder, options.rows, ++correction);
    }
    await cleanPass(folder);
    return { kills, ...(await compare(folder, options.rows, correction)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every seventh count is one higher in each corrected file. */
function countOf(row: number, correction: number): number {
  return ((row * 7) % 500) + (row % 7 === 0 ? correction : 0);
}

function placeOf(row: number): { readonly site: string; readonly at: number } {
  return { site: `gate-${row % SITES}`, at: FIRST + Math.floor(row / SITES) * HOUR };
}

function leave(folder: string, rows: number, correction: number): void {
  const lines = Array.from({ length: rows }, (_, row) => {
    const { site, at } = placeOf(row);
    return `${site},${new Date(at).toISOString().slice(0, 19)},${countOf(row, correction)}`;
  });
  writeFileSync(join(folder, "counts.csv"), `site,ts,count\n${lines.join("\n")}\n`);
}

async function compare(
  folder: string,
  rows: number,
  correction: number,
): Promise<{ records: number; wrongRecords: number; wrongQuarters: number }> {
  const quiet = { info() {}, warn() {}, error() {} };
  const engine = await startEmbedded({ folder: join(folder, "data"), log: quiet });
  const store = openStore({ ...engine, database: "beffroi_storm" });
  try {
    const records = await storedRecords(store);
    const quarters = await storedQuarters(store);
    const known = new Set(records);
    let wrongRecords = Math.abs(records.length - rows);
    let wrongQuarters = Math.abs(quarters.size - rows);
    for (let row = 0; row < rows; row++) {
      const { site, at } = placeOf(row);
      const count = countOf(row, correction);
      if (!known.has(`${site} ${at} ${count}`)) wrongRecords++;
      const [sum, n] = quarters.get(`${site} ${at}`) ?? [];
      if (sum !== count || n !== 1) wrongQuarters++;
    }
    return { records: records.length, wrongRecords, wrongQuarters };
  } finally {
    await store.close();
    await engine.close();
  }
}

const TERRITORY = `
territory: { id: storm, name: { fr: Tempête }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${Array.from({ length: SITES }, (_, i) => `  - { id: gate-${i}, name: { fr: "Porte ${i}" }, owner: cac, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`).join("\n")}
feeds:
  - id: doors
    site: gate-0
    kind: counter
    connector: file
    every: P1D
    options:
      path: "./counts.csv"
      columns: { at: ts, entries: count, site: site }
      step: PT1H
      timezone: UTC
      stable_for: 0
`;
