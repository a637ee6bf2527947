/** The API over HTTP, eight askers at once: replies from rollups while data are unchanged, when every ask finds new
 *  data, and at 10 M records beside 100 k. */
import { Agent, request } from "node:http";
import { pino } from "pino";
import { createApp } from "../src/api/app.ts";
import { listen } from "../src/api/listen.ts";
import { addDays, startOfDay } from "../src/domain/time.ts";
import { createViews } from "../src/views/views.ts";
import { startEngine, type TestEngine } from "../tests/support/engine.ts";
import { benchTerritory, FIRST_DAY, type Filling, fillRecords } from "./fill.ts";
import { percentiles, rank } from "./timing.ts";

const SMALL: Filling = { sites: 20, days: 53, perDay: 96 };
const LARGE: Filling = { sites: 20, days: 1042, perDay: 480 };
const ASKERS = 8;

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
  const { store } = await engine.fresh();
  const began = performance.now();
  const records = await fillRecords(store, filling);
  console.log(
    `${records} records filled and rolled up in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const territory = benchTerritory(filling.sites);
  const last = addDays(FIRST_DAY, filling.days);
  const now = () => startOfDay(last, "UTC") - 1;
  let version = 0;
  let changing = false;
  const dataVersion = () => String(changing ? version++ : version);
  const app = createApp({
    views: createViews({ store, territory, now, dataVersion }),
    frame: () => ({
      office: territory.office,
      simulated: true,
      sites: territory.sites.map(({ id, name }) => ({ id, name })),
      version: "bench",
      assets: { style: "", script: "" },
    }),
    render: () => "",
    assetsDir: null,
    version: "bench",
    ready: async () => ({ ready: true }),
    dataVersion,
    access: {},
    log: pino({ level: "silent" }),
    now,
    perMinute: 1e9,
  });
  const listening = await listen(app, { host: "127.0.0.1", port: 0, access: {} });
  const month = `from=${addDays(last, -30)}&to=${last}`;
  const paths = [
    `/api/v1/visits?${month}&step=P1D`,
    `/api/v1/visits?${month}&step=PT1H&sites=site-0`,
    `/api/v1/visits?${month}&step=P1M`,
  ];
  const medians: Record<string, number> = {};
  try {
    for (const path of paths) {
      const name = path.replace(month, "month").replace("/api/v1", "");
      changing = false;
      await load(listening.url + path, 200);
      console.log(
        `${name} unchanged, c=8: ${percentiles(await load(listening.url + path, asks))} (reach p99 10 ms)`,
      );
      changing = true;
      await load(listening.url + path, 100);
      const changed = await load(listening.url + path, asks / 4);
      console.log(`${name} changed at every ask, c=8: ${percentiles(changed)} (reach p99 60 ms)`);
      medians[name] = rank(changed, 0.5);
    }
  } finally {
    await listening.close();
  }
  return medians;
}

/** Milliseconds of `asks` requests by eight askers, each waiting for its reply before the next. */
async function load(url: string, asks: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: ASKERS });
  const times: number[] = [];
  let left = asks;
  const asker = async () => {
    while (left-- > 0) {
      const began = performance.now();
      await get(url, agent);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, asker));
  agent.destroy();
  return times;
}

function get(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (reply) => {
      reply.resume();
      reply.on("end", () =>
        reply.statusCode === 200 ? resolve() : reject(new Error(`status ${reply.statusCode}`)),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}
