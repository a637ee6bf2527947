/** Push API → stored records: batches of 1,000 rows over HTTP from several senders, every row checked and every batch
 *  answered only once it is stored, beside the engine's own insert of the same rows into the same table. */
import { Agent, createServer, request } from "node:http";
import { openIntake } from "../src/commands/push.ts";
import { createLog } from "../src/commands/service.ts";
import { loadConfig } from "../src/config.ts";
import type { Store } from "../src/store/connect.ts";
import { readTerritory } from "../src/territory/load.ts";
import { fakeApp } from "../tests/api/support/fake-app.ts";
import { startEngine } from "../tests/support/engine.ts";
import { rank, seconds, thousands } from "./timing.ts";

const BATCH = 1_000;
const SENDERS = 64;
const GATES = 20;
const TOKEN = "token-of-the-bench-0123456789";
const FIRST = Date.parse("2015-01-01T00:00:00Z");

/** Prints records per second of both and their ratio; the median of `runs` pairs. */
export async function benchPush(rows = 300_000, runs = 3): Promise<void> {
  const engine = await startEngine();
  const ratios: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const { store } = await engine.fresh();
      const limit = rows / (await seconds(() => insertAlone(store, rows)));
      await store.command("empty", "truncate table record");
      const { took, busy } = await pushAll(store, rows);
      const [row] = await store.rows("stored", "select count() as n from record final");
      const ours = rows / took;
      ratios.push(ours / limit);
      console.log(
        `push → records: ${thousands(ours)} records/s with ${BATCH} a batch (reach 150 k); engine alone ${thousands(limit)} rows/s, ratio ${(ours / limit).toFixed(3)}; ${JSON.stringify(row)}; refused as busy ${busy} times`,
      );
    }
    console.log(`push → records, median ratio ${rank(ratios, 0.5).toFixed(3)}`);
  } finally {
    await engine.close();
  }
}

/** The same rows, as JSON lines, by the engine's own insert with fsync; nothing is checked. */
async function insertAlone(store: Store, rows: number): Promise<void> {
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const { key, site, at, value } = rowOf(i);
    lines.push(
      `{"key":"${key}","site":"${site}","measure":"entries","at":"${at}","value":${value},"feed":"door","stream":"counts","minutes":60,"version":1}`,
    );
  }
  await store.insert(
    "alone",
    "insert into record (key, site, measure, at, value, feed, stream, minutes, version) format JSONEachRow",
    Buffer.from(lines.join("\n")),
    { date_time_input_format: "best_effort", max_partitions_per_insert_block: 0 },
  );
}

async function pushAll(store: Store, rows: number): Promise<{ took: number; busy: number }> {
  const territory = readTerritory(TERRITORY, "bench.yaml", {});
  const log = createLog(loadConfig({ BEFFROI_LOG: "silent" }), []);
  const intake = openIntake({ store, territory, log, now: Date.now });
  const { app } = fakeApp({ push: intake, now: Date.now });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  // Bodies are made before: this is about who receives them.
  const bodies = Array.from({ length: rows / BATCH }, (_, batch) =>
    JSON.stringify(Array.from({ length: BATCH }, (_, i) => rowOf(batch * BATCH + i))),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  let busy = 0;
  try {
    const took = await seconds(() =>
      Promise.all(
        Array.from({ length: SENDERS }, async () => {
          for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
            while ((await send(port, agent, body)) === 503) {
              busy++;
              await new Promise((again) => setTimeout(again, 50));
            }
          }
        }),
      ),
    );
    return { took, busy };
  } finally {
    agent.destroy();
    server.closeAllConnections();
    server.close();
    await intake.close();
  }
}

function send(port: number, agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${TOKEN}` };
    const options = {
      host: "127.0.0.1",
      port,
      path: "/api/v1/feeds/door/records",
      method: "POST",
      agent,
      headers,
    };
    const asked = request(options, (reply) => {
      reply.resume();
      reply.on("end", () => {
        const { statusCode = 0 } = reply;
        if (statusCode === 202 || statusCode === 503) resolve(statusCode);
        else reject(new Error(`status ${statusCode}`));
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function rowOf(i: number): { key: string; site: string; at: string; value: number } {
  const gate = i % GATES;
  const hour = Math.floor(i / GATES);
  const at = `${new Date(FIRST + hour * 3_600_000).toISOString().slice(0, 19)}Z`;
  return { key: `${gate}/${hour}`, site: `gate-${gate + 1}`, at, value: (hour * 7 + gate * 13) % 500 };
}

const TERRITORY = `
territory: { id: bench, name: { fr: Banc }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${Array.from({ length: GATES }, (_, i) => `  - { id: gate-${i + 1}, name: { fr: "Porte ${i + 1}" }, owner: cac, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`).join("\n")}
feeds:
  - { id: door, site: gate-1, kind: counter, connector: push, every: PT1M, options: { token: ${TOKEN}, measure: entries, minutes: 60, per_minute: 60000 } }
`;
