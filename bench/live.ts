/** 500 open live connections and 50 page views a second, while the data change every five seconds: how long pages take,
 *  and whether every connection gets each change. Server and engine here, askers in a process of their own. On a machine
 *  whose cores are taken the times are those of waiting for one: the server's own share of a core tells these apart. */
import { execFile } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { readDashboards } from "../src/commands/dashboards.ts";
import { addDays, HOUR, startOfDay } from "../src/domain/time.ts";
import { startEngine } from "../tests/support/engine.ts";
import { FIRST_DAY, type Filling } from "./fill.ts";
import { serveFilled } from "./over-http.ts";
import { percentiles, rank } from "./timing.ts";

const FILLING: Filling = { sites: 20, days: 53, perDay: 96 };
const CONNECTIONS = 500;
const VIEWS_PER_SECOND = 50;
const SECONDS = 20;
const CHANGE_MS = 5_000;
const REACH_MS = 300;

const Told = z.object({
  /** Milliseconds of each page view, from when it was due. */
  views: z.array(z.number()),
  /** Milliseconds of the first view of each page after the start. */
  firsts: z.array(z.number()),
  failed: z.int(),
  /** Ids of the events that each connection got, and ms from the first connection that got one to the last. */
  events: z.array(z.array(z.string())),
  spreads: z.array(z.number()),
});

export async function benchLive(): Promise<void> {
  const engine = await startEngine();
  try {
    const { renderPage, assets, folder } = await readDashboards();
    // Three in the afternoon of the last day: the day goes on.
    const began = Date.now();
    const from = startOfDay(addDays(FIRST_DAY, FILLING.days - 1), "UTC") + 15 * HOUR;
    const served = await serveFilled(engine, FILLING, {
      render: renderPage,
      assets,
      assetsDir: folder,
      now: () => from + Date.now() - began,
    });
    const changing = setInterval(served.change, CHANGE_MS);
    try {
      const script = fileURLToPath(new URL("live-load.ts", import.meta.url));
      const asked = [served.url, CONNECTIONS, VIEWS_PER_SECOND, SECONDS].map(String);
      const before = process.cpuUsage();
      const started = performance.now();
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...asked], {
        maxBuffer: 64 * 2 ** 20,
      });
      const { user, system } = process.cpuUsage(before);
      const share = (user + system) / 1000 / (performance.now() - started);
      print(Told.parse(JSON.parse(stdout)));
      console.log(`the server computed ${(share * 100).toFixed(0)} % of one core's time`);
    } finally {
      clearInterval(changing);
      await served.close();
    }
  } finally {
    await engine.close();
  }
}

function print({ views, firsts, failed, events, spreads }: z.output<typeof Told>): void {
  const changes = new Set(events.flat());
  const whole = events.filter((ids) => ids.length === changes.size).length;
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${views.length} page views, ${failed} failed: ${percentiles(views)} (load average ${load})`);
  console.log(`first view of each page after the start: ${firsts.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  const p99 = rank(views, 0.99);
  console.log(`p99 under ${REACH_MS} ms: ${p99 <= REACH_MS ? "yes" : "no"}`);
  console.log(`${whole} of ${events.length} connections got each of ${changes.size} events`);
  console.log(`an event reaches the last connection after the first: ${percentiles(spreads)}`);
}
