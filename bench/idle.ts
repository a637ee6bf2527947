/** A worker with 1,000 feeds whose sources have nothing new: its share of a core while none is due, and what a turn
 *  costs that brings nothing. Worker, engine and sources are processes of their own, so that only the worker's time
 *  counts; the engine's is told beside it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { openStore, type Store } from "../src/store/connect.ts";
import { createDatabase, migrate } from "../src/store/migrate.ts";
import { startEngine } from "../tests/support/engine.ts";
import { startWorker, until } from "../tests/support/workers.ts";

const FEEDS = 1000;
const SITES = 20;
/** As often as a till or a counter is asked. */
const EVERY_MINUTES = 15;
/** Feeds whose turns are measured. */
const ASKED = 100;
const IDLE_MS = 60_000;
const REACH = 0.05;
/** Longest wait for a pass over those feeds, ms. */
const PASS_MS = 300_000;
const TICKS_PER_SECOND = 100;

/** Throws when the worker needs more than 5 % of a core. */
export async function benchIdle(): Promise<void> {
  const engine = await startEngine();
  const folder = mkdtempSync(join(tmpdir(), "beffroi-idle-"));
  const source = createServer((request, response) => {
    if (request.headers["if-none-match"] !== undefined) response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"1"' }).end("ts,count\n2026-01-05T00:00:00,5\n");
  });
  await new Promise<void>((done) => source.listen(0, "127.0.0.1", done));
  const address = source.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  writeFileSync(join(folder, "territory.yaml"), territory(`http://127.0.0.1:${port}`));
  const { url, username, password } = engine.embedded;
  const place = { url, username, password, database: "beffroi_idle" };
  await createDatabase(place);
  const store = openStore(place);
  await migrate(store);
  // As if each had had its turn just now.
  await store.command(
    "turns",
    `insert into lease (feed, holder, fence, state, expires, turn, stamp)
     select concat('feed-', toString(number)), 'bench', 1, 'released', now64(3), now64(3), 1 from numbers(${FEEDS})`,
  );
  const worker = startWorker(folder, place);
  const spent = () => ({ worker: cpuSeconds(worker.child.pid), engine: cpuSeconds(engine.embedded.pid()) });
  try {
    // What the first turn of the feeds of a pass costs is not asked: their sources have something new.
    await pass(store, ASKED);
    // The forecasts that new facts call for are another matter.
    await until("the forecasts", PASS_MS, () => jobsEnded(store));
    await setTimeout(5_000);
    const before = spent();
    await setTimeout(IDLE_MS);
    const after = spent();
    if ((await runs(store)) !== ASKED) throw new Error("a feed was pulled before its time");
    const idle = ((after.worker - before.worker) * 1000) / IDLE_MS;
    const idleEngine = ((after.engine - before.engine) * 1000) / IDLE_MS;
    const began = spent();
    await pass(store, 2 * ASKED);
    const end = spent();
    const turn = (end.worker - began.worker) / ASKED;
    const turnEngine = (end.engine - began.engine) / ASKED;
    const perSecond = FEEDS / (EVERY_MINUTES * 60);
    const memory = Number(/VmRSS:\s+(\d+)/.exec(proc(worker.child.pid, "status"))?.[1]) / 1024;
    console.log(
      `${FEEDS} feeds, none due: worker ${percent(idle)} of a core, engine ${percent(idleEngine)}; ${memory.toFixed(0)} MB`,
    );
    console.log(
      `a turn that brings nothing: worker ${ms(turn)}, engine ${ms(turnEngine)}; each feed every ${EVERY_MINUTES} minutes: worker ${percent(idle + turn * perSecond)} (reach ${percent(REACH)}), engine ${percent(idleEngine + turnEngine * perSecond)}`,
    );
    if (idle + turn * perSecond > REACH) throw new Error(`more than ${percent(REACH)}`);
  } finally {
    worker.child.kill("SIGTERM");
    await Promise.race([worker.ended, setTimeout(20_000, undefined, { ref: false })]);
    worker.child.kill("SIGKILL");
    source.closeAllConnections();
    source.close();
    await store.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the first feeds due and waits until so many runs are done in all. */
async function pass(store: Store, total: number): Promise<void> {
  await forgetTurns(store);
  await until(`${total} runs`, PASS_MS, async () => (await runs(store)) >= total);
}

/** Forgets the turns of the first feeds. */
async function forgetTurns(store: Store): Promise<void> {
  await store.command(
    "forget_turns",
    `insert into lease (feed, holder, fence, state, expires, turn, stamp)
     select l.feed, l.holder, l.fence, 'released', now64(3), toDateTime64(0, 3, 'UTC'), l.stamp + 1
     from (select concat('feed-', toString(number)) as feed from numbers(${ASKED})) as f
     inner join (select * from lease final) as l on l.feed = f.feed`,
  );
}

async function jobsEnded(store: Store): Promise<boolean> {
  const rows = await store.rows("jobs", "select state from lease final where startsWith(feed, 'job/')");
  return (
    rows.length > 0 &&
    z
      .array(z.object({ state: z.string() }))
      .parse(rows)
      .every((row) => row.state === "released")
  );
}

async function runs(store: Store): Promise<number> {
  const [row] = await store.rows("runs", "select count() as n from feed_run final where status = 'done'");
  return z.object({ n: z.coerce.number() }).parse(row).n;
}

function proc(pid: number | undefined, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, "utf8");
}

/** Seconds of processor time that a process has used, its threads included. */
function cpuSeconds(pid: number | undefined): number {
  const stat = proc(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ms = (seconds: number) => `${(1000 * seconds).toFixed(1)} ms`;

function territory(url: string): string {
  const sites = Array.from(
    { length: SITES },
    (_, i) =>
      `  - { id: site-${i}, name: { fr: site-${i} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`,
  );
  const feeds = Array.from(
    { length: FEEDS },
    (_, i) =>
      `  - { id: feed-${i}, site: site-${i % SITES}, kind: counter, connector: file, every: PT${EVERY_MINUTES}M, options: { url: "${url}/${i}", columns: { at: ts, entries: count }, step: PT1H, timezone: UTC, stable_for: 0 } }`,
  );
  return `
territory: { id: idle, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${sites.join("\n")}
feeds:
${feeds.join("\n")}
`;
}
