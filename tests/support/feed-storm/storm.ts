/** The storm of feeds: real systems' stand-ins in fast motion, four workers that share them by leases, and workers, the
 *  intake, the store's engine, the broker and the network hit at random. Afterwards the store is compared with what the
 *  sources hold. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openStore, type Store } from "../../../src/store/connect.ts";
import { startEmbedded } from "../../../src/store/embedded/start.ts";
import { createDatabase, migrate } from "../../../src/store/migrate.ts";
import * as services from "../../ingest/connectors/http-json/services.ts";
import { NO_BROKER } from "../../ingest/connectors/mqtt/broker.ts";
import { seeded } from "../record-stream.ts";
import { type Done, rage } from "./chaos.ts";
import { endOf, type FastClock, timeOf } from "./clock.ts";
import { compare, type Differences, endings, heldTwice, overlappingRuns, readTo } from "./compare.ts";
import { countsSource } from "./counts.ts";
import { startMember } from "./crew.ts";
import { ecoSource } from "./eco.ts";
import { kioskSource, sftpSource } from "./files.ts";
import { pretixSource } from "./pretix.ts";
import { mqttSource, pushSource } from "./senders.ts";
import type { StormSource, World } from "./source.ts";
import { ticketsSource } from "./tickets.ts";
import { weatherSource } from "./weather.ts";

export interface StormOptions {
  /** Real length of the storm. */
  readonly minutes: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Told before everything is closed and removed, which may take minutes. */
  readonly tell: (result: StormResult) => void;
}

export interface FeedResult extends Differences {
  readonly id: string;
  /** Longest that it was behind while the storm raged, when the storm ended, and a minute later; storm's time, ms. */
  readonly mostBehind: number;
  readonly behindAtEnd: number;
  readonly behindAfter: number;
}

export interface StormResult {
  readonly feeds: readonly FeedResult[];
  readonly done: Done;
  readonly endings: ReadonlyMap<string, number>;
  /** Looks at which two workers held one feed, and pairs of runs of a stream at the same time. */
  readonly heldTwice: number;
  readonly overlaps: number;
  readonly looks: number;
}

const WORKERS = 4;
const ZONE = "Europe/Paris";
/** A day of the storm takes 30 seconds. */
const SPEED = 2880;
const FROM = Date.parse("2026-09-22T00:00:00Z");
/** Allowance of every feed: two and a half minutes of the machine's time. */
export const ALLOWANCE_DAYS = 5;
/** From the end of the storm until everything has to be in. */
const CALM_MS = 60_000;
const PUSHED = "caisse";

export async function feedStorm({ minutes, seed, say, tell }: StormOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-feeds-"));
  const quiet = { info() {}, warn() {}, error() {} };
  const engine = await startEmbedded({ folder: join(folder, "data"), log: quiet, memory: 4e9 });
  const { url, username, password } = engine;
  const address = { url, username, password, database: "beffroi_storm" };
  await createDatabase(address);
  const store = openStore(address);
  await migrate(store);
  const realFrom = Date.now();
  const clock: FastClock = { from: FROM, realFrom, realTo: realFrom + minutes * 60_000, speed: SPEED };
  let ended = false;
  // Sources stand still once the storm is over: what they hold then is what has to be stored.
  const now = () => Math.min(timeOf(clock), ended ? endOf(clock) : Number.POSITIVE_INFINITY);
  const door = { port: await freePort() };
  const sources = await startSources({
    now: () => Math.min(now(), endOf(clock)),
    from: FROM,
    to: endOf(clock),
    folder,
    seed,
    store,
    door,
  });
  const config = join(folder, "territory.yaml");
  writeFileSync(config, territory(sources));
  const named = new URL(url);
  named.username = username;
  named.password = password;
  const env = {
    ...process.env,
    ...{ BEFFROI_STORE: named.href, BEFFROI_CONFIG: config, BEFFROI_LOG: "warn" },
    ...{ STORM_CLOCK: JSON.stringify(clock), NODE_OPTIONS: "" },
  };
  const workers = Array.from({ length: WORKERS }, (_, n) => startMember(`worker ${n + 1}`, ["work"], env));
  const intake = startMember("intake", ["serve", String(door.port)], env);
  const watch = watching(store, sources, () => timeOf(clock), say);
  const beat = setInterval(() => {
    if (!ended) for (const source of sources) source.live();
  }, 250);
  try {
    const victims = { workers, door: intake, engine: engine.pid, sources };
    const done = await rage(victims, seeded(seed), clock.realTo);
    ended = true;
    clearInterval(beat);
    const behindAtEnd = await behind(store, sources, () => timeOf(clock));
    say(`the storm is over: ${[...done].map(([what, n]) => `${what} ${n}`).join(", ")}`);
    await Promise.all(sources.map((source) => source.settle()));
    await setTimeout(CALM_MS);
    const behindAfter = await behind(store, sources, () => timeOf(clock));
    const seen = watch.stop();
    const feeds: FeedResult[] = [];
    for (const source of sources) {
      const { id } = source;
      const mostBehind = seen.most.get(id) ?? 0;
      const after = { behindAtEnd: behindAtEnd.get(id) ?? 0, behindAfter: behindAfter.get(id) ?? 0 };
      feeds.push({ id, mostBehind, ...after, ...(await compare(store, source, ZONE)) });
    }
    const { twice, looks } = seen;
    const overlaps = await overlappingRuns(store, PUSHED);
    tell({ feeds, done, endings: await endings(store), heldTwice: twice, looks, overlaps });
  } finally {
    ended = true;
    clearInterval(beat);
    watch.stop();
    await Promise.all([...workers, intake].map((member) => member.end()));
    if (process.env.STORM_SAID)
      for (const member of [...workers, intake]) say(`${member.name}: ${member.said()}`);
    await Promise.allSettled(sources.map((source) => source.close()));
    await store.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startSources({
  seed,
  store,
  door,
  ...shared
}: Omit<World, "random"> & {
  readonly seed: number;
  readonly store: Store;
  readonly door: { readonly port: number };
}): Promise<StormSource[]> {
  let n = 0;
  // A stream of chance each: what one of them does depends on nobody's requests.
  const world = (): World => ({ ...shared, random: seeded(seed + 1000 * ++n) });
  const subscribed = untilRead(store, "porte-mqtt");
  return [
    await pretixSource("pretix", world()),
    await ticketsSource("billetweb", services.billetweb, world()),
    await ticketsSource("weezevent", services.weezevent, world()),
    await ecoSource("eco", world()),
    await countsSource("opendatasoft", services.opendatasoft(), world()),
    await countsSource("axis", services.axis, world()),
    await countsSource("xovis", services.xovis, world()),
    await countsSource("telraam", services.telraam, world()),
    await sftpSource("sftp", world()),
    await kioskSource("bornes", world()),
    ...(NO_BROKER ? [] : [await mqttSource("porte-mqtt", world(), subscribed)]),
    await pushSource(PUSHED, world(), () => `http://127.0.0.1:${door.port}`),
    await weatherSource("meteo", world()),
  ];
}

async function untilRead(store: Store, feed: string): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if ((await readTo(store).catch(() => new Map())).has(feed)) return;
    await setTimeout(500);
  }
}

/** How far behind each feed is by the storm's clock; a push feed is not behind, its sender waits for it. */
async function behind(
  store: Store,
  sources: readonly StormSource[],
  now: () => number,
): Promise<Map<string, number>> {
  const to = await readTo(store);
  const at = now();
  return new Map(
    sources.map(({ id, connector }) => [
      id,
      connector === "push" ? 0 : at - Math.max(FROM, to.get(id) ?? FROM),
    ]),
  );
}

function watching(
  store: Store,
  sources: readonly StormSource[],
  now: () => number,
  say: (line: string) => void,
) {
  const most = new Map<string, number>();
  let twice = 0;
  let looks = 0;
  let stopped = false;
  const look = async () => {
    for (let n = 0; !stopped; n++) {
      await setTimeout(400);
      try {
        twice += await heldTwice(store);
        looks++;
        if (n % 10 > 0 || stopped) continue;
        for (const [id, ms] of await behind(store, sources, now))
          most.set(id, Math.max(most.get(id) ?? 0, ms));
        if (n % 150 === 0)
          say(`${new Date(now()).toISOString().slice(0, 10)}, held twice ${twice} of ${looks} looks`);
      } catch {
        // The engine is down.
      }
    }
  };
  void look();
  return {
    stop() {
      stopped = true;
      return { most, twice, looks };
    },
  };
}

function territory(sources: readonly StormSource[]): string {
  const visits = (kind: StormSource["kind"]) => (kind === "ticketing" ? "tickets" : "counter");
  const sites = sources.map(
    ({ id, kind }) =>
      `  - { id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: ${visits(kind)} } }`,
  );
  const feeds = sources.map(
    ({ id, kind, connector, options }) =>
      `  - { id: ${id}, site: ${id}, kind: ${kind}, connector: ${connector}, every: PT15S, allowance: P${ALLOWANCE_DAYS}D, options: ${JSON.stringify(options)} }`,
  );
  return `
territory: { id: storm, name: { fr: Tempête }, timezone: ${ZONE}, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites:
${sites.join("\n")}
feeds:
${feeds.join("\n")}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
