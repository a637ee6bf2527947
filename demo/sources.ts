/** Starts the demonstration's source systems: one simulation behind stand-ins that answer over HTTP on loopback
 *  and files that appear in a folder. What they tell depends on the clock; nothing later than it is visible. */
import express from "express";
import type { Territory } from "../src/domain/site.ts";
import { addDays, type Instant, type LocalDate, localDate, MINUTE, toIso } from "../src/domain/time.ts";
import type { Clock } from "./clock.ts";
import { sheetsFor } from "./drop/folders.ts";
import type { Sheet } from "./drop/sheet.ts";
import { dropWriter } from "./drop/writer.ts";
import { type PastDecision, pastOf } from "./past.ts";
import { standIns } from "./simulation/stand-ins.ts";
import { createWorld, type World } from "./simulation/world.ts";
import { listen } from "./stand-ins/listen.ts";

export interface DemoSourcesOptions {
  /** Only its sites, opening rules, calendar and feeds are read; addresses and secrets in it may be empty. */
  readonly territory: Territory;
  readonly clock: Clock;
  /** Folder for files; the territory's `${DEMO_DROP}`. */
  readonly dropFolder: string;
  /** @default 0: a free port on 127.0.0.1 */
  readonly port?: number;
  /** @default "beffroi" */
  readonly seed?: string;
  /** Days of history before the first start. @default 730 */
  readonly days?: number;
  /** First day of history. Keep it with the data and hand it in again: history must not slide.
   *  @default `days` before today */
  readonly start?: LocalDate;
  readonly log?: { info(message: string, facts?: Readonly<Record<string, unknown>>): void };
}

export interface DemoSources {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Values for the territory's `${DEMO_…}` references. */
  readonly env: Readonly<Record<string, string>>;
  /** First day of history: store it. */
  readonly start: LocalDate;
  readonly world: World;
  /** What the office had decided about redirect advice by then. */
  readonly decisions: readonly PastDecision[];
  close(): Promise<void>;
}

/** How often the folder is looked after, real time; nothing is done while the clock moved less than a minute. */
const LOOK_MS = 5_000;

export async function startDemoSources(options: DemoSourcesOptions): Promise<DemoSources> {
  const { territory, clock, dropFolder, seed = "beffroi", days = 730 } = options;
  const began = performance.now();
  const start = options.start ?? addDays(today(territory, clock()), -days);
  const past = pastOf({ territory, seed, start, days });
  const world = createWorld({ territory, seed, start, days, actions: past.actions });
  const systems = standIns(world, clock);
  systems.advance(clock());
  const drop = dropKeeper(world, dropFolder);
  const files = drop(clock());

  const app = express();
  app.disable("x-powered-by");
  app.use((_request, _response, next) => {
    systems.advance(clock());
    next();
  });
  app.use("/pretix", systems.pretix);
  app.use("/eco-counter", systems.ecoCounter);
  app.use("/open-meteo", systems.openMeteo);
  const listening = await listen(app, options.port ?? 0);

  let last = clock();
  const timer = setInterval(() => {
    const now = clock();
    if (now - last < MINUTE) return;
    last = now;
    systems.advance(now);
    const changed = drop(now);
    if (changed > 0) options.log?.info("files left", { files: changed, at: toIso(now) });
  }, LOOK_MS);
  timer.unref();

  const ms = Math.round(performance.now() - began);
  options.log?.info("simulated sources ready", { url: listening.url, start, files, ms });
  return {
    url: listening.url,
    env: { DEMO_URL: listening.url, DEMO_DROP: dropFolder, ...systems.env },
    start,
    world,
    decisions: past.decisions,
    close: async () => {
      clearInterval(timer);
      await listening.close();
    },
  };
}

/** Writes the folder; the list of files is made anew each day. */
function dropKeeper(world: World, folder: string): (now: Instant) => number {
  const writer = dropWriter(folder);
  let date: LocalDate | null = null;
  let sheets: readonly Sheet[] = [];
  return (now) => {
    const day = world.today(now);
    if (day !== date) {
      date = day;
      sheets = sheetsFor(world, day);
    }
    return writer.write(sheets, now);
  };
}

function today(territory: Territory, now: Instant): LocalDate {
  return localDate(now, territory.zone);
}
