/** The embedded door: how long a question takes from the client through the child process and back, one at a time. */
import { ask } from "../src/store/query.ts";
import { evidenceDay } from "../src/visits/queries.ts";
import { startEngine } from "../tests/support/engine.ts";
import { fillRecords } from "./fill.ts";
import { percentiles, timed } from "./timing.ts";

/** Prints p50 and p99 of `select 1` and of a month of days of 20 sites from a rollup. */
export async function benchDoor(asks = 2000): Promise<void> {
  const engine = await startEngine();
  try {
    const { store } = await engine.fresh();
    await fillRecords(store, { sites: 20, days: 365, perDay: 96 });
    const sites = Array.from({ length: 20 }, (_, i) => `site-${i}`);
    const month = { sites, from: "2025-03-01", to: "2025-04-01" };
    for (let i = 0; i < 200; i++) await store.rows("warm", "select 1 as one");
    const one = await timed(asks, () => store.rows("one", "select 1 as one"));
    for (let i = 0; i < 50; i++) await ask(store, evidenceDay, month);
    const rollup = await timed(asks / 4, () =>
      ask(store, evidenceDay, { ...month, sites: sites.slice(0, 1) }),
    );
    const all = await timed(asks / 4, () => ask(store, evidenceDay, month));
    console.log(`select 1 through the door: ${percentiles(one)} (reach p50 2 ms)`);
    console.log(`a site's month from the day rollup: ${percentiles(rollup)} (reach p50 5 ms)`);
    console.log(`the same of 20 sites (620 rows checked): ${percentiles(all)}`);
  } finally {
    await engine.close();
  }
}
