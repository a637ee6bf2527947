/** `demo`: the simulated source systems plus `serve` on the demonstration territory. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { habitualPlan } from "../../demo/desk-plan.ts";
import { type Note, notesOf } from "../../demo/notes.ts";
import type { PastDecision } from "../../demo/past.ts";
import { startDemoSources } from "../../demo/sources.ts";
import type { Config } from "../config.ts";
import { isLocalDate } from "../domain/time.ts";
import { readAdvice, writeAdvice } from "../store/advice.ts";
import { readAnnotations, writeAnnotation } from "../store/annotations.ts";
import { loadTerritory } from "../territory/load.ts";
import { planDesks } from "./demo-desks.ts";
import { startForecasting } from "./forecasting.ts";
import { commonOptions } from "./options.ts";
import { serve } from "./serve.ts";
import { createLog, type Environment, type Service } from "./service.ts";

const TERRITORY = fileURLToPath(new URL("../../territories/demo.yaml", import.meta.url));

/** Past mornings whose forecasts are made up for, so that the score has something to say: as many as the longest
 *  lead that it shows, and six weeks. */
const MORNINGS = 70;

/** References of the demonstration territory, before its sources have told their values. */
const UNKNOWN: Environment = {
  DEMO_URL: "http://127.0.0.1:9",
  DEMO_DROP: "drop",
  DEMO_PRETIX_TOKEN: "unknown",
  DEMO_ECO_COUNTER_KEY: "unknown",
  DEMO_ECO_COUNTER_TOKEN: "unknown",
};

export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("the service on simulated sources: two years of history, then live")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      // A newcomer reads progress, not a log; BEFFROI_LOG=info shows both.
      const logLevel = common.env.BEFFROI_LOG === undefined ? "warn" : common.config.logLevel;
      await demo({ ...common.config, logLevel, config: common.config.config ?? TERRITORY }, common.env);
    });
}

async function demo(config: Config, env: Environment): Promise<void> {
  const folder = resolve(config.data);
  mkdirSync(folder, { recursive: true });
  const log = createLog(config, []);
  const shape = loadTerritory(config.config ?? TERRITORY, { ...UNKNOWN, ...env });
  const start = readStart(folder);
  const sources = await startDemoSources({
    territory: shape,
    clock: () => Date.now() + config.clockShiftMs,
    dropFolder: join(folder, "drop"),
    log: { info: (message, facts = {}) => log.info(facts, message) },
    ...(start === undefined ? {} : { start }),
  });
  try {
    writeFileSync(join(folder, "demo-start"), `${sources.start}\n`);
    await serve(
      { ...config, data: join(folder, "store") },
      { ...env, ...sources.env },
      {
        jobs: true,
        afterwards: async (service) => {
          await planDesks(service, habitualPlan);
          await writeNotes(service, notesOf(sources.world));
          await writeDecisions(service, sources.decisions);
          const forecasting = startForecasting(service);
          await forecasting.lookBack(MORNINGS).finally(forecasting.close);
        },
      },
    );
  } finally {
    await sources.close();
  }
}

/** Once: where anybody has written anything, the logbook is theirs. */
async function writeNotes({ store, territory, now }: Service, notes: readonly Note[]): Promise<void> {
  const ids = territory.sites.map(({ id }) => id);
  const known = await readAnnotations(store, ids, { from: "1970-01-01", to: "2149-01-01" }, now() + 1);
  if (known.length > 0) return;
  for (const note of notes) await writeAnnotation(store, note);
}

/** Once, like the notes. */
async function writeDecisions({ store }: Service, decisions: readonly PastDecision[]): Promise<void> {
  const known = await readAdvice(store, { from: "1970-01-01", to: "2149-01-01" });
  if (known.length > 0) return;
  for (const { levels, ...decision } of decisions) await writeAdvice(store, decision, levels);
}

/** First day of the simulated history, kept with the data so that it does not slide. */
function readStart(folder: string): string | undefined {
  const file = join(folder, "demo-start");
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8").trim();
  return isLocalDate(text) ? text : undefined;
}
