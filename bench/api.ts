/** The API over HTTP, eight askers at once: replies from rollups while data are unchanged, while they
 *  change ten times a second, and at 10 M records beside 100 k. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pino } from "pino";
import { z } from "zod";
import { createApp } from "../src/api/app.ts";
import { listen } from "../src/api/listen.ts";
import { addDays, startOfDay } from "../src/domain/time.ts";
import { createViews } from "../src/views/views.ts";
import { startEngine, type TestEngine } from "../tests/support/engine.ts";
import { benchTerritory, FIRST_DAY, type Filling, fillRecords } from "./fill.ts";
import { percentiles, rank } from "./timing.ts";

const ASKERS = 8;
const CHANGE_MS = 100;
const SMALL: Filling = { sites: 20, days: 53, perDay: 96 };
const LARGE: Filling = { sites: 20, days: 1042, perDay: 480 };

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
  let everyAsk = false;
  const dataVersion = () => String(version);
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
  listening.server.prependListener("request", () => {
    if (everyAsk) version++;
  });
  const month = `from=${addDays(last, -30)}&to=${last}`;
  const paths = [
    `/api/v1/visits?${month}&step=P1D`,
    `/api/v1/visits?${month}&step=PT1H&sites=site-0`,
    `/api/v1/visits?${month}&step=P1M`,
  ];
  const medians: Record<string, number> = {};
  try {
    for (const path of paths) {
      const address = listening.url + path;
      const name = path.replace(month, "month").replace("/api/v1", "");
      await load(address, ASKERS, 200);
      const unchanged = await load(address, ASKERS, asks);
      console.log(`${name} unchanged, c=8: ${percentiles(unchanged)} (reach p99 10 ms)`);
      const timer = setInterval(() => version++, CHANGE_MS);
      const changing = await load(address, ASKERS, asks);
      clearInterval(timer);
      console.log(`${name} changed ten times a second, c=8: ${percentiles(changing)} (reach p99 60 ms)`);
      everyAsk = true;
      await load(address, 1, 50);
      const changed = await load(address, 1, asks / 10);
      everyAsk = false;
      console.log(`${name} changed at every ask, c=1: ${percentiles(changed)}`);
      medians[name] = rank(changed, 0.5);
    }
  } finally {
    await listening.close();
  }
  return medians;
}

/** Milliseconds of `asks` requests by so many askers in a process of their own. */
async function load(url: string, askers: number, asks: number): Promise<number[]> {
  const script = fileURLToPath(new URL("load.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, url, String(askers), String(asks)],
    {
      maxBuffer: 64 * 2 ** 20,
    },
  );
  return z.array(z.number()).parse(JSON.parse(stdout));
}
