/** CSV file → stored records with every row checked, beside the engine's own reading of the same file into a plain
 *  table. Rows: three columns, a local clock, hourly counts of 20 gates in the order of time. */

import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStream } from "../ingest/runner.ts";
import { bindFeeds } from "../src/commands/feeds.ts";
import { startOfDay } from "../src/domain/time.ts";
import type { Store } from "../src/store/connect.ts";
import { readTerritory } from "../src/territory/load.ts";
import { startEngine } from "../tests/support/engine.ts";
import { effectsAt } from "../tests/support/pull.ts";
import { rank, seconds, thousands } from "./timing.ts";

const GATES = 20;

/** The engine's own reading of the file into a table of its three columns. */
async function readPlain(store: Store, file: string): Promise<void> {
  const sql =
    "create table counts (gate UInt32, ts DateTime, count Int32) engine = MergeTree order by (gate, ts)";
  await store.command("plain_table", sql);
  await store.command("plain", `insert into counts select * from ${FILE}`, { file });
}

/** The engine's own way from the file to records: the same table, keys hashed, fsync, nothing checked. */
async function readAsRecords(store: Store, file: string): Promise<void> {
  await store.command(
    "as_records",
    `insert into record (site, measure, at, key, feed, stream, minutes, value, known_at, version, deleted, run)
     select concat('gate-', toString(gate)), 'entries', ts, concat(toString(gate), '/', toString(ts)), 'doors', 'rows', 60, count,
       ts + 3600, 1, 0, 1
     from ${FILE}`,
    { file },
    { max_partitions_per_insert_block: 0 },
  );
}

const FILE = "file({file: String}, CSVWithNames, 'gate UInt32, ts DateTime, count Int32')";

/** Prints rows per second of both and their ratio; the median of `runs` pairs. */
export async function benchIngest(rows = 1_000_000, runs = 3): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-bench-"));
  const file = join(folder, "counts.csv");
  await writeCounts(file, rows);
  const engine = await startEngine();
  const ratios: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const { store } = await engine.fresh();
      const plain = rows / (await seconds(() => readPlain(store, file)));
      const limit = rows / (await seconds(() => readAsRecords(store, file)));
      await store.command("empty", "truncate table record");
      const territory = readTerritory(TERRITORY, join(folder, "bench.yaml"), {});
      const effects = effectsAt(store, territory, Date.parse("2026-11-24T00:00:00Z"));
      const [bound] = bindFeeds(territory);
      const [stream] = bound?.open.streams ?? [];
      if (!stream) throw new Error("the feed has no stream");
      const sites = new Set(territory.sites.map(({ id }) => id));
      let accepted = 0;
      const took = await seconds(async () => {
        accepted = (await runStream({ feed: "doors", stream, sites }, effects)).counts.accepted;
      });
      if (accepted !== rows) throw new Error(`accepted ${accepted} of ${rows}`);
      const ours = rows / took;
      const settle = await seconds(() => effects.sink.settle("doors", effects.now()));
      ratios.push(ours / limit);
      console.log(
        `csv → records: ${thousands(ours)} rows/s; engine alone into the same table ${thousands(limit)} rows/s, ratio ${(ours / limit).toFixed(2)} (reach 0.30); engine alone into three columns ${thousands(plain)} rows/s, ratio ${(ours / plain).toFixed(3)}; rollups of them ${settle.toFixed(1)} s`,
      );
    }
    console.log(`csv → records, median ratio ${rank(ratios, 0.5).toFixed(2)}`);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeCounts(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("gate,ts,count\n");
  const first = startOfDay("2015-01-01", "UTC");
  for (let hour = 0; hour < rows / GATES; hour++) {
    const ts = new Date(first + hour * 3_600_000).toISOString().slice(0, 19);
    let lines = "";
    for (let gate = 1; gate <= GATES; gate++) lines += `${gate},${ts},${(hour * 7 + gate * 13) % 500}\n`;
    if (!out.write(lines)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

const TERRITORY = `
territory: { id: bench, name: { fr: Banc }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${Array.from({ length: GATES }, (_, i) => `  - { id: gate-${i + 1}, name: { fr: "Porte ${i + 1}" }, owner: cac, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`).join("\n")}
feeds:
  - id: doors
    site: gate-1
    kind: counter
    connector: file
    every: P1D
    options:
      path: "./counts.csv"
      columns: { at: ts, entries: count, site: gate }
      step: PT1H
      timezone: UTC
      stable_for: 0
      sites: { ${Array.from({ length: GATES }, (_, i) => `"${i + 1}": gate-${i + 1}`).join(", ")} }
`;
