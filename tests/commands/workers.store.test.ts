import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Store, StoreAddress } from "../../src/store/connect.ts";
import { openStore } from "../../src/store/connect.ts";
import { createDatabase, migrate } from "../../src/store/migrate.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { startSlowSource, startWorker, until, type Worker } from "../support/workers.ts";

let engine: TestEngine;
let folder: string;
beforeAll(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), "beffroi-workers-"));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOURS = 400;
const FEEDS = ["north", "south"];

test("three workers share the feeds, one of them is killed: its feed goes on within a minute, with one writer at any time and no record doubled", async () => {
  const source = await startSlowSource(counts(), 8_000);
  writeFileSync(join(folder, "territory.yaml"), territory(source.url));
  const { url, username, password } = engine.embedded;
  const address: StoreAddress = { url, username, password, database: "beffroi_workers" };
  await createDatabase(address);
  const store = openStore(address);
  await migrate(store);
  const workers = Array.from({ length: 3 }, () => startWorker(folder, address));
  let most = 0;
  const watch = setInterval(() => {
    void aliveHolders(store, "north", ["held"]).then(
      (alive) => {
        most = Math.max(most, alive.length);
      },
      () => undefined,
    );
  }, 200);
  try {
    await until("the first pull", 60_000, () => source.began.has("/north"));
    // Another's claim may stand there for a moment.
    let alive: string[] = [];
    await until("one holder", 5_000, async () => {
      alive = await aliveHolders(store, "north", ["claimed", "held"]);
      return alive.length === 1;
    });
    const [holder = ""] = alive;
    const pid = Number(holder.split("/")[1]);
    expect(workers.map(({ child }) => child.pid)).toContain(pid);
    expect(source.whole.get("/north") ?? 0).toBe(0);
    process.kill(pid, "SIGKILL");
    const killedAt = performance.now();
    await until("the next worker", 60_000, () => (source.began.get("/north") ?? 0) > 1);
    const seconds = (performance.now() - killedAt) / 1000;
    console.log(`taken over ${seconds.toFixed(1)} s after the kill`);
    // The killed one may have been reading the other feed as well.
    for (const feed of FEEDS) {
      await until(`the records of ${feed}`, 60_000, async () => (await stored(store, feed)) === HOURS);
    }
    for (const feed of FEEDS) expect(source.together.get(`/${feed}`)).toBe(1);
    expect(most).toBe(1);
    const runs = await overlappingRuns(store);
    expect(runs).toBe(0);
  } finally {
    clearInterval(watch);
    await stop(workers);
    await store.close();
    await source.close();
  }
}, 200_000);

async function stop(workers: readonly Worker[]): Promise<void> {
  for (const { child } of workers) child.kill("SIGTERM");
  await Promise.race([
    Promise.all(workers.map(({ ended }) => ended)),
    new Promise((late) => setTimeout(late, 20_000)),
  ]);
  for (const { child } of workers) if (child.exitCode === null) child.kill("SIGKILL");
}

async function aliveHolders(store: Store, feed: string, states: readonly string[]): Promise<string[]> {
  const rows = await store.rows(
    "alive",
    "select holder from lease final where feed = {feed: String} and state in {states: Array(String)} and expires > now64(3)",
    { feed, states },
  );
  return z
    .array(z.object({ holder: z.string() }))
    .parse(rows)
    .map(({ holder }) => holder);
}

/** Facts of a feed that hold; NaN when one is there twice. */
async function stored(store: Store, feed: string): Promise<number> {
  const [row] = await store.rows(
    "stored",
    "select count() as n, uniqExact(id) as ids from record final where feed = {feed: String}",
    { feed },
  );
  const { n, ids } = z.object({ n: z.coerce.number(), ids: z.coerce.number() }).parse(row);
  return n === ids ? n : Number.NaN;
}

async function overlappingRuns(store: Store): Promise<number> {
  const [row] = await store.rows(
    "overlaps",
    `select count() as n from feed_run as a, feed_run as b
     where a.feed = b.feed and a.stream = b.stream and a.run != b.run
       and a.started_at < b.ended_at and b.started_at < a.ended_at`,
  );
  return z.object({ n: z.coerce.number() }).parse(row).n;
}

function counts(): string {
  const first = Date.parse("2026-01-05T00:00:00Z");
  const lines = Array.from(
    { length: HOURS },
    (_, hour) => `${new Date(first + hour * 3_600_000).toISOString().slice(0, 19)},${(hour * 7) % 50}`,
  );
  return `ts,count\n${lines.join("\n")}\n`;
}

const territory = (url: string) => `
territory: { id: workers, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${FEEDS.map((id) => `  - { id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`).join("\n")}
feeds:
${FEEDS.map((id) => `  - { id: ${id}, site: ${id}, kind: counter, connector: file, every: PT5M, options: { url: "${url}/${id}", columns: { at: ts, entries: count }, step: PT1H, timezone: UTC, stable_for: 0 } }`).join("\n")}
`;
