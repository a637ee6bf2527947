/** The service over a filled store, asked from a process of its own. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pino } from "pino";
import { z } from "zod";
import { createApp } from "../src/api/app.ts";
import { listen } from "../src/api/listen.ts";
import type { Frame, RenderPage } from "../src/contract/screen.ts";
import { addDays, type LocalDate, startOfDay } from "../src/domain/time.ts";
import { createViews } from "../src/views/views.ts";
import type { TestEngine } from "../tests/support/engine.ts";
import { benchTerritory, FIRST_DAY, type Filling, fillRecords } from "./fill.ts";

/** 10 M readings. */
export const LARGE: Filling = { sites: 20, days: 1042, perDay: 480 };

/** How pages are drawn; the bench of replies draws none. */
interface Drawing {
  readonly render: RenderPage;
  readonly assets: Frame["assets"];
  /** Folder of the files that pages ask for; @default none */
  readonly assetsDir?: string;
  /** The clock, epoch ms; @default just before the day after the last one filled */
  readonly now?: () => number;
}
const NOTHING: Drawing = { render: () => "", assets: { style: "", script: "" } };

export interface Served {
  readonly url: string;
  /** The day after the last one filled; the clock stands just before it. */
  readonly last: LocalDate;
  /** Says that visits and runs have changed, as after each ingestion. */
  readonly change: () => void;
  /** Whether every ask finds changed data. */
  readonly changeAlways: (always: boolean) => void;
  readonly close: () => Promise<void>;
}

/** Fills a fresh store and serves it on loopback. */
export async function serveFilled(
  engine: TestEngine,
  filling: Filling,
  { render, assets, assetsDir, now: clock }: Drawing = NOTHING,
): Promise<Served> {
  const { store } = await engine.fresh();
  const began = performance.now();
  const records = await fillRecords(store, filling);
  console.log(
    `${records} records filled and rolled up in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const territory = benchTerritory(filling.sites);
  const last = addDays(FIRST_DAY, filling.days);
  const now = clock ?? (() => startOfDay(last, "UTC") - 1);
  let version = 0;
  let everyAsk = false;
  const dataVersion = () => String(version);
  // Ingestion moves these two; forecasts and what people decide stand still meanwhile.
  const dataStates = () => new Map(["visits", "runs"].map((name) => [name, String(version)]));
  const app = createApp({
    views: createViews({ store, territory, now, dataVersion, dataStates }),
    frame: () => ({
      office: territory.office,
      simulated: true,
      sites: territory.sites.map(({ id, name }) => ({ id, name })),
      version: "bench",
      assets,
    }),
    render,
    assetsDir: assetsDir ?? null,
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
  return {
    url: listening.url,
    last,
    change: () => {
      version++;
    },
    changeAlways: (always) => {
      everyAsk = always;
    },
    close: () => listening.close(),
  };
}

/** Milliseconds of `asks` requests by so many askers in a process of their own. */
export async function load(url: string, askers: number, asks: number): Promise<number[]> {
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
