/** The demonstration's feeds with the options of the real connectors, and the records that a pull brings. */
import type { DemoSources } from "../../../demo/sources.ts";
import type { Connector, Log } from "../../../ingest/connector.ts";
import { ecoCounterConnector } from "../../../ingest/connectors/eco-counter/connector.ts";
import { fileConnector } from "../../../ingest/connectors/file/connector.ts";
import { kioskConnector } from "../../../ingest/connectors/kiosk/connector.ts";
import { pretixConnector } from "../../../ingest/connectors/pretix/connector.ts";
import { createHttpClient } from "../../../ingest/transport/http.ts";
import type { SourceRecord } from "../../../src/domain/record.ts";
import type { Feed, FeedKind } from "../../../src/domain/site.ts";

const feed = (
  id: string,
  site: string,
  kind: FeedKind,
  connector: string,
  options: Feed["options"],
): Feed => ({
  ...{
    id,
    site,
    kind,
    connector,
    everyMs: 60_000,
    allowanceMs: 3_600_000,
    allowanceGiven: true,
    settlesMs: 3_600_000,
    gates: [],
    corrections: [],
  },
  options,
});

/** Feeds of the test territory; addresses and secrets are added when they are read. */
export const FEEDS: readonly Feed[] = [
  feed("tank-till", "tank-1917", "ticketing", "pretix", { organizer: "cac", event: "tank" }),
  feed("labo-door", "labo", "counter", "eco-counter", { counter: 300012 }),
  feed("archeo-door", "archeosite", "counter", "eco-counter", { counter: 100047 }),
  feed("tank-door", "tank-1917", "counter", "file", { path: "/drop/tank/*.csv" }),
  feed("vaucelles-till", "vaucelles", "ticketing", "file", { path: "/drop/vaucelles/ventes_*.csv" }),
  feed("esnes-hand", "esnes", "manual", "file", { path: "/drop/esnes/*.csv" }),
  feed("labo-kiosk", "labo", "kiosk", "kiosk", { path: "/drop/labo/*.jsonl" }),
];

const SILENT: Log = { info: () => undefined, warn: () => undefined };

/** Everything that one stream of a feed tells from the beginning, newest version of each key.
 *  @throws Error naming the first row that is rejected. */
export async function readBack(
  sources: DemoSources,
  id: string,
  stream: string,
  now: number,
): Promise<SourceRecord[]> {
  const { connector, options } = access(sources, id);
  const site = FEEDS.find((candidate) => candidate.id === id)?.site ?? "";
  const { zone, sites } = sources.world.territory;
  const open = connector.open({
    ...{ id, site, zone, options, baseDir: "/" },
    sites: new Set(sites.map((known) => known.id)),
  });
  const found = open.streams.find(({ name }) => name === stream);
  if (!found) throw new Error(`invalid stream: ${id}/${stream}`);
  const records = new Map<string, SourceRecord>();
  const context = { cursor: null, from: undefined, until: now, now, log: SILENT, http: createHttpClient() };
  for await (const page of found.pull({ ...context, signal: new AbortController().signal })) {
    for (const row of page.rows) {
      if (row.kind === "rejected") throw new Error(`${id}/${stream}: ${JSON.stringify(row)}`);
      if (row.kind === "record") records.set(row.record.key, row.record);
    }
  }
  return [...records.values()].filter(({ deleted }) => !deleted);
}

function access({ url, env }: DemoSources, id: string): { connector: Connector; options: object } {
  const drop = env.DEMO_DROP;
  const eco = { url: `${url}/eco-counter` };
  switch (id) {
    case "tank-till": {
      const shop = { url: `${url}/pretix`, organizer: "cac", event: "tank", token: env.DEMO_PRETIX_TOKEN };
      return { connector: pretixConnector, options: shop };
    }
    case "labo-door":
      return {
        connector: ecoCounterConnector,
        options: { ...eco, key: env.DEMO_ECO_COUNTER_KEY, counter: 300012 },
      };
    case "archeo-door": {
      const channels = { "1000471": "entries", "1000472": "exits" };
      const v1 = { api: "v1", url: `${eco.url}/api/1.0`, token: env.DEMO_ECO_COUNTER_TOKEN, counter: 100047 };
      return { connector: ecoCounterConnector, options: { ...v1, channels } };
    }
    case "tank-door": {
      const columns = { at: "Horodatage", entries: "Entrées", exits: "Sorties" };
      const options = { path: `${drop}/tank/*.csv`, columns, step: "PT15M", separator: ";" };
      return { connector: fileConnector, options };
    }
    case "vaucelles-till": {
      const columns = {
        date: "Date",
        time: "Heure",
        tariff: "Tarif",
        quantity: "Qté",
        amount: "Montant TTC",
      };
      const options = { path: `${drop}/vaucelles/ventes_*.csv`, columns, separator: ";" };
      return { connector: fileConnector, options };
    }
    case "esnes-hand": {
      const columns = { date: "date", from: "from", to: "to", value: "entries" };
      const options = { path: `${drop}/esnes/*.csv`, columns, measure: "manual", separator: "," };
      return { connector: fileConnector, options };
    }
    default:
      return { connector: kioskConnector, options: { path: `${drop}/labo/*.jsonl` } };
  }
}
