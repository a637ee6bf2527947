/** How long the forecasting thread holds up the service: the longest delay of the event loop while models are compared
 *  and forecasts issued from a filled store, beside the delay while nothing is done. On a machine whose cores are taken
 *  a delay may be nothing but waiting for one: the longest that the loop itself computed tells these apart (Node 24). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { startForecasting } from "../src/commands/forecasting.ts";
import { addDays, startOfDay } from "../src/domain/time.ts";
import { loadTerritory } from "../src/territory/load.ts";
import { startEngine } from "../tests/support/engine.ts";
import { benchTerritoryFile, FIRST_DAY, type Filling, fillRecords } from "./fill.ts";

const FILLING: Filling = { sites: 6, days: 800, perDay: 96 };
const REACH_MS = 50;
const IDLE_MS = 5000;
const EVERY_MS = 5;

export async function benchBlocking(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-bench-"));
  const engine = await startEngine();
  try {
    const { store, address } = await engine.fresh();
    await fillRecords(store, FILLING);
    const file = join(folder, "bench.yaml");
    writeFileSync(file, benchTerritoryFile(FILLING.sites));
    const territory = loadTerritory(file, {});
    const now = startOfDay(addDays(FIRST_DAY, FILLING.days), "UTC") + 5 * 3_600_000;
    const { signal } = new AbortController();
    const forecasting = startForecasting({
      address,
      territory,
      now: () => now,
      signal,
      log: pino({ level: "silent" }),
    });
    const idle = await longestDelay(() => sleep(IDLE_MS));
    const busy = await longestDelay(() => forecasting.issue({ compare: true }));
    await forecasting.close();
    console.log(
      `forecasting ${FILLING.sites} sites from ${FILLING.days} days: ${busy.seconds.toFixed(1)} s in its thread`,
    );
    console.log(`longest delay of the event loop: ${told(busy.delayMs)}; idle ${idle.delayMs.toFixed(0)} ms`);
    console.log(`longest that the loop itself computed: ${told(busy.computedMs)}`);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function told(ms: number): string {
  return `${ms.toFixed(1)} ms (reach ${REACH_MS}: ${ms <= REACH_MS ? "yes" : "no"})`;
}

interface Delay {
  readonly seconds: number;
  /** Longest between two turns of the loop, beyond the sampling, ms. */
  readonly delayMs: number;
  /** Most CPU time of this thread between two turns, ms. */
  readonly computedMs: number;
}

async function longestDelay(work: () => Promise<unknown>): Promise<Delay> {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  let computedMs = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    computedMs = Math.max(computedMs, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, EVERY_MS);
  const began = performance.now();
  delay.enable();
  await work();
  delay.disable();
  clearInterval(timer);
  return { seconds: (performance.now() - began) / 1000, delayMs: delay.max / 1e6 - EVERY_MS, computedMs };
}
