/** The API over HTTP, eight askers at once: replies from rollups while data are unchanged, while they
 *  change ten times a second, and at 10 M records beside 100 k. */

import { addDays } from "../src/domain/time.ts";
import { startEngine, type TestEngine } from "../tests/support/engine.ts";
import type { Filling } from "./fill.ts";
import { LARGE, load, serveFilled } from "./over-http.ts";
import { percentiles, rank } from "./timing.ts";

const ASKERS = 8;
const CHANGE_MS = 100;
const SMALL: Filling = { sites: 20, days: 53, perDay: 96 };

export async function benchApi(asks = 4000): Promise<void> {
  const engine = await startEngine();
  try {
    const small = await benchStore(engine, SMALL, asks);
    const large = await benchStore(engine, LARGE, asks);
    for (const path of Object.keys(small)) {
      const ratio = (large[path] ?? Number.NaN) / (small[path] ?? Number.NaN);
      console.log(`${path}: 10 M beside 100 k, p50 of changed data: ${ratio.toFixed(2)} (reach 1.3)`);
    }
  } finally {
    await engine.close();
  }
}

/** p50 of replies to changed data by path, ms. */
async function benchStore(
  engine: TestEngine,
  filling: Filling,
  asks: number,
): Promise<Record<string, number>> {
  const { url, last, change, changeAlways, close } = await serveFilled(engine, filling);
  const month = `from=${addDays(last, -30)}&to=${last}`;
  const paths = [
    `/api/v1/visits?${month}&step=P1D`,
    `/api/v1/visits?${month}&step=PT1H&sites=site-0`,
    `/api/v1/visits?${month}&step=P1M`,
  ];
  const medians: Record<string, number> = {};
  try {
    for (const path of paths) {
      const address = url + path;
      const name = path.replace(month, "month").replace("/api/v1", "");
      await load(address, ASKERS, 200);
      const unchanged = await load(address, ASKERS, asks);
      console.log(`${name} unchanged, c=8: ${percentiles(unchanged)} (reach p99 10 ms)`);
      const timer = setInterval(change, CHANGE_MS);
      const changing = await load(address, ASKERS, asks);
      clearInterval(timer);
      console.log(`${name} changed ten times a second, c=8: ${percentiles(changing)} (reach p99 60 ms)`);
      changeAlways(true);
      await load(address, 1, 50);
      const changed = await load(address, 1, asks / 10);
      changeAlways(false);
      console.log(`${name} changed at every ask, c=1: ${percentiles(changed)}`);
      medians[name] = rank(changed, 0.5);
    }
  } finally {
    await close();
  }
  return medians;
}
