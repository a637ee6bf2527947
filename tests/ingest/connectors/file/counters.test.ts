import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { iso, makeDrop, openFeed } from "./pull.ts";

const quarterHours = {
  path: "*.csv",
  columns: { at: "Horodatage", entries: "Entrées", exits: "Sorties" },
  step: "PT15M",
};

test("a row of a counter becomes a record of entries and one of exits", async () => {
  using drop = makeDrop();
  drop.write("door.csv", "Horodatage;Entrées;Sorties\n14/07/2026 10:15;12;3\n");
  const { records } = await openFeed(drop.folder, quarterHours).pull();
  expect(records).toEqual([
    {
      site: "tank",
      measure: "entries",
      key: "tank//entries/PT15M/1784016900",
      at: Date.parse("2026-07-14T08:15:00Z"),
      minutes: 15,
      value: 12,
      version: expect.any(Number),
      deleted: false,
      knownAt: Date.parse("2026-07-14T08:30:00Z"),
    },
    {
      site: "tank",
      measure: "exits",
      key: "tank//exits/PT15M/1784016900",
      at: Date.parse("2026-07-14T08:15:00Z"),
      minutes: 15,
      value: 3,
      version: expect.any(Number),
      deleted: false,
      knownAt: Date.parse("2026-07-14T08:30:00Z"),
    },
  ]);
});

test("title lines, blank lines, other column order, decimals and a total line are no obstacle", async () => {
  using drop = makeDrop();
  const text =
    "Relevé du compteur\r\n\r\nSorties;Note;Entrées;Horodatage\r\n3,00;;1 012;14/07/2026 10h15\r\n;;;\r\n\r\n" +
    "0;x;7;14/07/2026 10h30\r\n;;1 019;Total\r\nTotal général;;;\r\n";
  drop.write("door.csv", iconv.encode(text, "windows-1252"));
  const { records, rejected } = await openFeed(drop.folder, quarterHours).pull();
  expect(rejected).toEqual([]);
  expect(records.map((record) => [record.measure, iso(record.at), record.value])).toEqual([
    ["entries", "2026-07-14T08:15Z", 1012],
    ["exits", "2026-07-14T08:15Z", 3],
    ["entries", "2026-07-14T08:30Z", 7],
    ["exits", "2026-07-14T08:30Z", 0],
  ]);
});

test("an empty count is a hole and no zero", async () => {
  using drop = makeDrop();
  drop.write("door.csv", "Horodatage;Entrées;Sorties\n14/07/2026 10:15;;\n14/07/2026 10:30;5;\n");
  const { rows, records } = await openFeed(drop.folder, quarterHours).pull();
  expect(rows.map((row) => row.kind)).toEqual(["ignored", "record"]);
  expect(records[0]?.value).toBe(5);
});

test("both passes of the doubled hour are kept apart, per gate", async () => {
  using drop = makeDrop();
  const rows = ["02:00;N", "02:00;S", "02:00;N", "03:00;N", "03:00;S"];
  drop.write("door.csv", `t;g;n\n${rows.map((row, i) => `2026-10-25 ${row};${i}`).join("\n")}\n`);
  const options = { path: "*.csv", columns: { at: "t", gate: "g", entries: "n" }, step: "PT1H" };
  const { records, rejected } = await openFeed(drop.folder, options).pull();
  expect(rejected).toEqual([]);
  expect(records.map((record) => [record.gate, iso(record.at), record.value])).toEqual([
    ["N", "2026-10-25T00:00Z", 0],
    ["S", "2026-10-25T00:00Z", 1],
    ["N", "2026-10-25T01:00Z", 2],
    ["N", "2026-10-25T02:00Z", 3],
    ["S", "2026-10-25T02:00Z", 4],
  ]);
  expect(new Set(records.map((record) => record.key)).size).toBe(5);
});

test("a reading moved out of the skipped hour does not take the key of a true one", async () => {
  using drop = makeDrop();
  drop.write("door.csv", "t;n\n2027-03-28 02:00;5\n2027-03-28 03:00;7\n");
  const options = { path: "*.csv", columns: { at: "t", entries: "n" }, step: "PT1H", nonexistent: "forward" };
  const until = Date.parse("2027-06-01T00:00:00Z");
  const { records } = await openFeed(drop.folder, options).pull({ until });
  expect(records.map((record) => [iso(record.at), record.value])).toEqual([
    ["2027-03-28T01:00Z", 5],
    ["2027-03-28T01:00Z", 7],
  ]);
  expect(new Set(records.map((record) => record.key)).size).toBe(2);
});

test("a daily step is the local day, 23 to 25 hours long", async () => {
  using drop = makeDrop();
  drop.write("days.csv", "d,n\n2026-03-28,1\n2026-03-29,2\n25/10/2026,3\n");
  const { records } = await openFeed(drop.folder, {
    path: "days.csv",
    columns: { date: "d", value: "n" },
    measure: "entries",
    step: "P1D",
  }).pull();
  expect(records.map((record) => [iso(record.at), record.minutes])).toEqual([
    ["2026-03-27T23:00Z", 1440],
    ["2026-03-28T23:00Z", 1380],
    ["2026-10-24T22:00Z", 1500],
  ]);
});

test("closed is not zero: a daily 0 is no fact, and withdraws one when a corrected file brings it", async () => {
  using drop = makeDrop();
  const options = {
    path: "days.csv",
    columns: { date: "d", entries: "n" },
    step: "P1D",
    closed: { zero: true },
  };
  const feed = openFeed(drop.folder, options);
  drop.write("days.csv", "d,n\n2026-07-14,0.0\n2026-07-15,464.0\n");
  expect((await feed.pull()).records.map((record) => record.value)).toEqual([464]);
  drop.write("days.csv", "d,n\n2026-07-14,12\n2026-07-15,0\n");
  expect((await feed.pull()).records.map((record) => [record.value, record.deleted])).toEqual([
    [12, false],
    [0, true],
  ]);
});

test("hand counts give the span from and to which people were counted", async () => {
  using drop = makeDrop();
  drop.write(
    "hand.csv",
    "Jour;De;À;Personnes\n14/07/2026;14h;15h30;42\n14/07/2026;23:00;00:30;5\n14/07/2026;midi;15h;1\n",
  );
  const columns = { date: "Jour", from: "De", to: "À", entries: "Personnes" };
  const { records, rejected } = await openFeed(drop.folder, {
    path: "*.csv",
    columns,
    measure: "manual",
  }).pull();
  expect(records.map((record) => [record.measure, iso(record.at), record.minutes, record.value])).toEqual([
    ["manual", "2026-07-14T12:00Z", 90, 42],
    ["manual", "2026-07-14T21:00Z", 90, 5],
  ]);
  expect(rejected).toEqual(["bad_time hand.csv line 4 from"]);
});

test("one file may hold several sites and gates; those that are not listed are rejected, or passed over", async () => {
  using drop = makeDrop();
  drop.write(
    "all.csv.gz",
    gzipSync(
      "site,door,t,n\nTank 1917,A,2026-07-14T10:00,1\nAbbaye,B,2026-07-14T10:00,2\nOther,A,2026-07-14T10:00,3\n",
    ),
  );
  const options = {
    path: "*.gz",
    columns: { at: "t", entries: "n", site: "site", gate: "door" },
    step: "PT1H",
    sites: { "Tank 1917": "tank", Abbaye: "abbey" },
    gates: { A: "north", B: { site: "abbey", gate: "west" } },
  };
  const given = { sites: ["tank", "abbey"] };
  const { records, rejected } = await openFeed(drop.folder, options, given).pull();
  expect(records.map((record) => [record.site, record.gate])).toEqual([
    ["tank", "north"],
    ["abbey", "west"],
  ]);
  expect(rejected).toEqual(["unknown_site all.csv.gz line 4 gate"]);
  expect((await openFeed(drop.folder, { ...options, unlisted: "ignore" }, given).pull()).rejected).toEqual(
    [],
  );
});

test("JSON Lines are read like rows, with offsets and nested properties", async () => {
  using drop = makeDrop();
  drop.write(
    "door.jsonl",
    '{"at":"2026-07-14T10:15:00+02:00","count":{"in":4}}\n{"at":"2026-07-14T08:30:00Z","count":{"in":"5"}}\n{"at"\n',
  );
  const options = {
    path: "*.jsonl",
    format: "jsonl",
    columns: { at: "at", entries: "count.in" },
    step: "PT15M",
  };
  const { records, rejected } = await openFeed(drop.folder, options).pull();
  expect(records.map((record) => [iso(record.at), record.value])).toEqual([
    ["2026-07-14T08:15Z", 4],
    ["2026-07-14T08:30Z", 5],
  ]);
  expect(rejected).toEqual(["malformed door.jsonl line 3"]);
});
