/** For each connector: a row that was set aside, kept, corrected and read again is the very record that the right row
 *  would have been; and nothing personal that stood in it is kept. */
import { expect, test } from "vitest";
import type { OpenFeed } from "../../../ingest/connector.ts";
import { mapSeries } from "../../../ingest/connectors/eco-counter/map.ts";
import { fileConnector } from "../../../ingest/connectors/file/connector.ts";
import { makeMapper } from "../../../ingest/connectors/http-json/map.ts";
import { httpJsonOptions } from "../../../ingest/connectors/http-json/options.ts";
import { kioskConnector } from "../../../ingest/connectors/kiosk/connector.ts";
import { mqttConnector } from "../../../ingest/connectors/mqtt/connector.ts";
import { mapMessage } from "../../../ingest/connectors/mqtt/map.ts";
import { MqttOptions } from "../../../ingest/connectors/mqtt/options.ts";
import { mapTransaction } from "../../../ingest/connectors/pretix/map.ts";
import { pushConnector } from "../../../ingest/connectors/push/connector.ts";
import { mapReadings } from "../../../ingest/connectors/the-things-stack/map.ts";
import { mapRow } from "../../../ingest/push/map.ts";
import { tryCorrection } from "../../../ingest/quarantine/corrector.ts";
import type { Correction } from "../../../src/domain/correction.ts";
import { heldRow } from "../../../src/domain/quarantine.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { makeDrop, NOW, openFeed } from "../connectors/file/pull.ts";

const PEOPLE = ["Marie Dupont", "marie@example.org", "0612345678", "59407"];
const key = { feed: "feed", stream: "rows" };
const sites = ["tank", "moulin"];

/** As if `bad` had been corrected so. */
function corrected(bad: Mapped | undefined, set: Correction["set"], remap: OpenFeed["remap"]) {
  if (bad?.kind !== "rejected" || !bad.row) throw new Error(`no row was kept: ${JSON.stringify(bad)}`);
  for (const person of PEOPLE) expect(JSON.stringify(bad)).not.toContain(person);
  const held = heldRow(key, { ...bad, row: JSON.parse(JSON.stringify(bad.row)) }, NOW);
  const rule = set ? { where: {}, set } : { where: {} };
  const tried = tryCorrection(held, rule, { remap, until: NOW, cursor: null });
  return tried.kind === "mapped" ? tried.records : tried.detail;
}

const recordsIn = (rows: readonly Mapped[]) =>
  rows.flatMap((row) => (row.kind === "record" ? [row.record] : []));
const badIn = (rows: readonly Mapped[]) => rows.find((row) => row.kind === "rejected");
const open = (connector: typeof fileConnector, options: unknown) =>
  connector.open({
    id: "feed",
    site: "tank",
    sites: new Set(sites),
    zone: "Europe/Paris",
    options,
    baseDir: "/",
  });

const COUNTS = {
  path: "*.csv",
  step: "PT1H",
  columns: { at: "Quand", entries: "Entrées", exits: "Sorties", gate: "Porte" },
  gates: { Nord: { site: "tank", gate: "north" } },
  max_bad: 1,
};
const SALES = {
  path: "*.csv",
  measure: "tickets",
  columns: {
    at: "Quand",
    quantity: "N",
    id: ["Commande", "Ligne"],
    tariff: "Tarif",
    origin: "CP",
    status: "Etat",
  },
  tariffs: { "Tarif handicapé": "reduced" },
  cancellation: { status: ["Annulé"] },
  max_bad: 1,
};

test.each([
  [
    "counts",
    COUNTS,
    "Quand;Entrées;Sorties;Porte;Nom",
    "21/07/2026 14:00;5;4;Nord;",
    "21/07/2026 14:00;5;4;Sud;",
    { gate: "Nord" },
  ],
  [
    "counts",
    COUNTS,
    "Quand;Entrées;Sorties;Porte;Nom",
    "21/07/2026 14:00;5;4;Nord;",
    "21/07/2026 14:00;5x;4x;Nord;",
    { entries: 5, exits: 4, gate: "Nord" },
  ],
  [
    "sales",
    SALES,
    "Quand;N;Commande;Ligne;Tarif;CP;Etat;Nom",
    "21/07/2026 14:00;2;A7;1;Tarif handicapé;59407;Payé;",
    "45/07/2026 14:00;2;A7;1;Tarif handicapé;59407;Payé;",
    { at: "21/07/2026 14:00" },
  ],
  [
    "sales",
    SALES,
    "Quand;N;Commande;Ligne;Tarif;CP;Etat;Nom",
    "21/07/2026 14:00;2;A7;1;Tarif handicapé;59407;Annulé;",
    "21/07/2026 14:00;-;A7;1;Tarif handicapé;59407;Annulé;",
    { quantity: 2 },
  ],
])("file of %s", async (_, options, header, right, wrong, set) => {
  using drop = makeDrop();
  const pull = async (line: string) => {
    drop.write("a.csv", `${header}\n${line}Marie Dupont\n`);
    return await openFeed(drop.folder, options, { sites }).pull();
  };
  const bad = badIn((await pull(wrong)).rows);
  expect(JSON.stringify(bad)).not.toContain("handicap");
  expect(corrected(bad, set, open(fileConnector, options).remap)).toEqual((await pull(right)).records);
});

test("kiosk", async () => {
  const event = {
    v: 1,
    event_id: "e-1",
    kiosk_id: "k1",
    session_id: "Marie Dupont",
    type: "view",
    screen: "plan",
    lang: "en-GB",
  };
  using drop = makeDrop();
  const pull = async (ts: string) => {
    drop.write("k.jsonl", `${JSON.stringify({ ...event, ts })}\n`);
    return await openFeed(drop.folder, { path: "*.jsonl" }, { sites, connector: kioskConnector }).pull();
  };
  const right = "2026-07-14T10:02:11.120+02:00";
  const bad = badIn((await pull("2026-07-14T10:02:11.120")).rows);
  const { remap } = open(kioskConnector, { path: "*.jsonl" });
  expect(corrected(bad, { ts: right }, remap)).toEqual((await pull(right)).records);
});

test("push", () => {
  const options = { token: "0123456789abcdef", minutes: 60 };
  const rules = { site: "tank", options, now: NOW, batch: "b1" };
  const row = {
    key: "r1",
    measure: "entries",
    at: "2026-07-14T10:00:00Z",
    value: 3,
    gate: "A",
    came_from: "moulin",
  };
  const map = (fields: object) => mapRow({ number: 1, fields: { ...fields } }, rules);
  const { remap } = open(pushConnector, options);
  expect(corrected(map({ ...row, value: "3 people" }), { value: 3 }, remap)).toEqual(recordsIn([map(row)]));
  expect(corrected(map({ ...row, tariff: "Marie Dupont" }), { tariff: null }, remap)).toEqual(
    recordsIn([map(row)]),
  );
  expect(corrected(map({ ...row, gate: "marie@example.org" }), { gate: "A" }, remap)).toEqual(
    recordsIn([map(row)]),
  );
});

test("mqtt", () => {
  const options = {
    url: "mqtt://127.0.0.1",
    topics: ["town/{site}/{gate}"],
    read: { at: "time", minutes: 15, values: { entries: "data.in", exits: "data.out" } },
  };
  const sense = { options: MqttOptions.parse(options), site: "tank", sites: new Set(sites), now: NOW };
  const map = (data: object) =>
    mapMessage(
      "town/moulin/north",
      Buffer.from(JSON.stringify({ time: "2026-07-14T10:15:00+02:00", who: "Marie Dupont", data })),
      "message 1",
      sense,
    );
  const bad = badIn(map({ in: 4.5, out: 3 }));
  expect(corrected(bad, { "data.in": 4 }, open(mqttConnector, options).remap)).toEqual(
    recordsIn(map({ in: 4, out: 3 })),
  );
});

test("http-json: the fact that the expression made", async () => {
  const options = httpJsonOptions.parse({
    base: "https://api.example.org",
    streams: {
      rows: {
        request: { path: "/rows" },
        key: "id",
        map: '{ "measure": "entries", "at": $local(at), "minutes": 15, "value": n, "gate": door }',
      },
    },
  });
  const stream = options.streams.rows;
  if (!stream) throw new Error("no stream");
  const map = async (n: unknown) => {
    const row = { id: "A7", at: "2026-07-14 08:00", n, door: "north", email: "marie@example.org" };
    const reply = { value: [row], faults: [], headers: new Headers(), url: "https://api.example.org/rows" };
    const sense = { stream, name: "rows", site: "moulin", zone: "Europe/Paris", parameters: {}, until: NOW };
    return makeMapper(sense, NOW)({ rows: [row], faults: [], reply, number: 3 }, {}, NOW);
  };
  expect(
    corrected(
      badIn(await map("Marie Dupont")),
      { value: 3, gate: "north", measure: "entries", site: "moulin" },
      undefined,
    ),
  ).toEqual(recordsIn(await map(3)));
  expect(corrected(badIn(await map("3.5")), { value: 3 }, undefined)).toEqual(recordsIn(await map(3)));
});

test("Eco-Counter", () => {
  const sense = { site: "tank", zone: "Europe/Paris", travelModes: ["pedestrian"], until: NOW, now: NOW };
  const map = (count: number) =>
    mapSeries(
      [
        {
          ...{ gate: "100", mode: "pedestrian", direction: "in" as const },
          points: [{ time: "2026-07-14T10:00:00+02:00", granularity: "PT15M", count }],
        },
      ],
      sense,
    );
  expect(corrected(badIn(map(-4)), { value: 4 }, undefined)).toEqual(recordsIn(map(4)));
});

test("The Things Stack", () => {
  const sense = { siteOf: () => "tank", periodOf: () => 0, now: NOW };
  const at = Date.parse("2026-07-14T10:00:00Z");
  const map = (last: number) =>
    mapReadings(
      [
        { gate: "north", at, in: 100, out: 0, receivedAt: at, bits: 32 as const },
        { gate: "north", at: at + 600_000, in: last, out: 0, receivedAt: at, bits: 32 as const },
      ],
      sense,
    );
  const bad = badIn(map(40_000_000));
  expect(corrected(bad, undefined, undefined)).toMatch(/value/);
  expect(corrected(bad, { value: 12 }, undefined)).toEqual(recordsIn(map(112)).slice(0, 1));
});

test("pretix: a product that is not known gets its tariff class", () => {
  const row = { id: 9, order: "ABC", created: NOW, datetime: NOW, count: 2, item: 5, price: 800 };
  const map = (kind: "visit" | "unknown") =>
    mapTransaction(
      row,
      {
        site: "tank",
        products: () => (kind === "visit" ? { kind, tariff: "full" } : { kind }),
        startOf: () => NOW,
      },
      {},
    );
  expect(corrected(map("unknown"), undefined, undefined)).toMatch(/tariff/);
  expect(corrected(map("unknown"), { tariff: "full" }, undefined)).toEqual(recordsIn([map("visit")]));
});
