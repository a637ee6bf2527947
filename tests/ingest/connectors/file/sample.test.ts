import { copyFileSync, utimesSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { kioskConnector } from "../../../../ingest/connectors/kiosk/connector.ts";
import { iso, makeDrop, openFeed } from "./pull.ts";

const connectors = resolve(import.meta.dirname, "../../../../ingest/connectors");

function take(sample: string, folder: string): void {
  const copy = resolve(folder, sample.replace("/", "-"));
  copyFileSync(resolve(connectors, sample), copy);
  utimesSync(copy, 0, 0);
}

test("the sample of a French till is read as the notes say", async () => {
  using drop = makeDrop();
  take("file/sample.csv", drop.folder);
  const { records, rejected } = await openFeed(drop.folder, {
    path: "*.csv",
    columns: { date: "Date", time: "Heure", tariff: "Tarif", quantity: "Qté", amount: "Montant TTC" },
    tariffs: { "Plein tarif – été": "full", Gratuit: "free" },
  }).pull();
  expect(rejected).toEqual([]);
  expect(records.map((r) => [iso(r.at), r.value, r.tariff, r.amountCents])).toEqual([
    ["2026-10-24T12:30Z", 2, "full", 1300],
    ["2026-10-24T12:30Z", 2, "full", 1300],
    ["2026-10-25T00:30Z", 1, "free", 0],
    ["2026-10-26T09:05Z", -1, "full", -650],
  ]);
  expect(new Set(records.map((record) => record.key)).size).toBe(4);
});

test("the sample of a kiosk is read as the notes say", async () => {
  using drop = makeDrop();
  take("kiosk/sample.jsonl", drop.folder);
  const { records, rejected } = await openFeed(
    drop.folder,
    { path: "*" },
    { connector: kioskConnector },
  ).pull();
  expect(rejected).toEqual([]);
  expect(records.map((r) => [r.measure, r.topic, r.language])).toEqual([
    ["kiosk_sessions", undefined, "fr"],
    ["kiosk_views", "plan", "fr"],
    ["kiosk_heartbeats", undefined, undefined],
  ]);
});
