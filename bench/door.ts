/** The embedded door: how long a question takes from the client through the child process and back, one at a time. */
import { Agent, request } from "node:http";
import type { StoreAddress } from "../src/store/connect.ts";
import { ask } from "../src/store/query.ts";
import { sqlFile } from "../src/store/sql.ts";
import { evidenceDay } from "../src/visits/queries.ts";
import { startEngine } from "../tests/support/engine.ts";
import { fillRecords } from "./fill.ts";
import { percentiles, timed } from "./timing.ts";

/** Prints p50 and p99 of `select 1` and of a month of days of 20 sites from a rollup. */
export async function benchDoor(asks = 2000): Promise<void> {
  const engine = await startEngine();
  try {
    const { store, address } = await engine.fresh();
    await fillRecords(store, { sites: 20, days: 365, perDay: 96 });
    const sites = Array.from({ length: 20 }, (_, i) => `site-${i}`);
    const month = { sites, from: "2022-03-01", to: "2022-04-01" };
    const plain = plainHttp(address);
    for (let i = 0; i < 200; i++) await store.rows("warm", "select 1 as one");
    for (let i = 0; i < 200; i++) await plain("select 1 as one");
    const door = await timed(asks, () => plain("select 1 as one"));
    const one = await timed(asks, () => store.rows("one", "select 1 as one"));
    for (let i = 0; i < 50; i++) await ask(store, evidenceDay, month);
    const bare = sqlFile("queries/evidence_day")
      .replace("{sites: Array(String)}", "['site-0']")
      .replace("{from: Date}", "'2022-03-01'")
      .replace("{to: Date}", "'2022-04-01'");
    const doorRollup = await timed(asks / 4, () => plain(bare));
    const rollup = await timed(asks / 4, () =>
      ask(store, evidenceDay, { ...month, sites: sites.slice(0, 1) }),
    );
    const all = await timed(asks / 4, () => ask(store, evidenceDay, month));
    console.log(`select 1 through the door: ${percentiles(door)} (reach p50 2 ms)`);
    console.log(`  with the client and its checks: ${percentiles(one)}`);
    console.log(
      `a site's month from the day rollup through the door: ${percentiles(doorRollup)} (reach p50 5 ms)`,
    );
    console.log(`  with the client and its checks: ${percentiles(rollup)}`);
    console.log(`the same of 20 sites (620 rows checked): ${percentiles(all)}`);
  } finally {
    await engine.close();
  }
}

/** A question over one kept connection with nothing but the protocol. */
function plainHttp({ url, username, password, database }: StoreAddress): (sql: string) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const target = `${url}/?default_format=JSONEachRow&database=${database}`;
  return (sql) =>
    new Promise((resolve, reject) => {
      const asked = request(target, { method: "POST", agent, headers: { authorization } }, (reply) => {
        let text = "";
        reply.setEncoding("utf8");
        reply.on("data", (piece: string) => {
          text += piece;
        });
        reply.on("end", () => (reply.statusCode === 200 ? resolve(text) : reject(new Error(text))));
      });
      asked.on("error", reject);
      asked.end(sql);
    });
}
