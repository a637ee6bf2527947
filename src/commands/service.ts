/** Opens what most commands need: configuration, territory, store, clock, log. Closing gives everything back. */
import { type Logger, pino } from "pino";
import type { Config } from "../config.ts";
import { ConfigError } from "../domain/errors.ts";
import type { Territory } from "../domain/site.ts";
import { type Instant, localDate } from "../domain/time.ts";
import { openStore, type Store, type StoreAddress } from "../store/connect.ts";
import { startEmbedded } from "../store/embedded/start.ts";
import { endLeases } from "../store/lease-table.ts";
import { createDatabase, migrate } from "../store/migrate.ts";
import { loadTerritory, schoolCalendarOf, secretsOf } from "../territory/load.ts";
import { redacting, secretsOfMail } from "./redact.ts";
import { ageText, RENEW, reachesFar } from "./school-age.ts";

export interface Service {
  readonly config: Config;
  readonly territory: Territory;
  readonly store: Store;
  readonly address: StoreAddress;
  readonly log: Logger;
  /** The service's clock. */
  readonly now: () => Instant;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** Environment as the territory file may refer to it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError with every fault when the configuration is wrong. */
export async function openService(config: Config, env: Environment): Promise<Service> {
  const territory = readConfigured(config, env);
  const log = createLog(config, [...secretsOf(territory), ...secretsOfMail(config)]);
  tellCalendar(config, territory, log);
  const { address, close } = await openEngine(config, territory, log);
  const store = openStore(address);
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    await createDatabase(address);
    const applied = await migrate(store);
    if (applied.length > 0) log.info({ applied }, "schema brought up to date");
    if (config.store === undefined) await endLeases(store);
  } catch (cause) {
    await store.close();
    await close();
    throw cause;
  }
  return {
    config,
    territory,
    store,
    address,
    log,
    now: () => Date.now() + config.clockShiftMs,
    signal: ending.signal,
    async close() {
      ending.abort();
      await store.close();
      await close();
    },
  };
}

/** The territory that the configuration names. */
export function readConfigured(config: Config, env: Environment): Territory {
  if (config.config === undefined) {
    const remedy =
      "name a territory file with --config FILE or BEFFROI_CONFIG (an example: territories/demo.yaml)";
    throw new ConfigError([{ file: "command line", path: "--config", value: "(missing)", remedy }]);
  }
  return loadTerritory(config.config, env);
}

/** Log lines go to stderr: stdout is for results. */
export function createLog(config: Config, secrets: readonly string[]): Logger {
  return pino(
    { level: config.logLevel, base: null, ...redacting(secrets) },
    pino.destination({ fd: 2, sync: false }),
  );
}

/** An old calendar goes on serving; days of which it says nothing count as school days, so it is told. */
function tellCalendar(config: Config, territory: Territory, log: Logger): void {
  const calendar = schoolCalendarOf(territory);
  if (!calendar || territory.schoolZone === null) return;
  const today = localDate(Date.now() + config.clockShiftMs, territory.zone);
  if (reachesFar(calendar, today)) log.info(ageText(calendar, today));
  else log.warn(`${ageText(calendar, today)}: ${RENEW}`);
}

async function openEngine(
  config: Config,
  territory: Territory,
  log: Logger,
): Promise<{ address: StoreAddress; close: () => Promise<void> }> {
  const database = `beffroi_${territory.id.replaceAll("-", "_")}`;
  if (config.store !== undefined) {
    const url = new URL(config.store);
    const username = decodeURIComponent(url.username) || "default";
    const password = decodeURIComponent(url.password);
    return { address: { url: url.origin, username, password, database }, close: async () => undefined };
  }
  const engine = await startEmbedded({ folder: config.data, log });
  const { url, username, password } = engine;
  return { address: { url, username, password, database }, close: () => engine.close() };
}
