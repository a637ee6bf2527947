/** The public files of tests/fixtures/{melbourne,bristol,hotels}.yaml through the connector, against sums made by
 *  splitting the same files at their commas. Skipped where ../shared/data is absent: the files are not ours to keep. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { SourceRecord } from "../../../../src/domain/record.ts";
import { daysBetween, localDate } from "../../../../src/domain/time.ts";
import { loadTerritory } from "../../../../src/territory/load.ts";
import { makeDrop, NOW, openFeed, type Pulled } from "./pull.ts";

const PUBLIC_DATA = resolve(import.meta.dirname, "../../../../../shared/data");
const absent = !existsSync(PUBLIC_DATA);

const text = (name: string): string => gunzipSync(readFileSync(`${PUBLIC_DATA}/${name}`)).toString();

/** Cells of a public file: none of them has quotes. */
const cells = (name: string): string[][] =>
  text(name)
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

function openTerritory(name: string, folder = PUBLIC_DATA) {
  const file = resolve(import.meta.dirname, `../../../fixtures/${name}.yaml`);
  const territory = loadTerritory(file, { PUBLIC_DATA: folder });
  const [feed] = territory.feeds;
  if (!feed) throw new Error(`no feed in ${file}`);
  const sites = territory.sites.map((site) => site.id);
  return { double: openFeed("/", feed.options, { zone: territory.zone, sites }), options: feed.options };
}

const sum = (totals: Map<string, number>, key: string, n: number): void => {
  totals.set(key, (totals.get(key) ?? 0) + n);
};

function perSiteAndDay(records: readonly SourceRecord[], zone: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const record of records) sum(totals, `${record.site} ${localDate(record.at, zone)}`, record.value);
  return totals;
}

const sitesOf = (options: Readonly<Record<string, unknown>>): Record<string, string> =>
  options.sites as Record<string, string>;

describe.skipIf(absent)("public counts of Melbourne", () => {
  const zone = "Australia/Melbourne";

  test("totals per sensor and local day are those of the file, on clock-change days too", {
    timeout: 30_000,
  }, async () => {
    const { double, options } = openTerritory("melbourne");
    const { records, rows, rejected, error } = await double.pull();
    expect(error).toBeUndefined();
    expect(rejected).toEqual([]);
    expect(rows).toHaveLength(276_147);
    const direct = new Map<string, number>();
    for (const [sensor = "", ts = "", count] of cells("melbourne_hourly_DEV.csv.gz")) {
      sum(direct, `${sitesOf(options)[sensor]} ${ts.slice(0, 10)}`, Number(count));
    }
    const stored = perSiteAndDay(records, zone);
    expect(stored.size).toBe(direct.size);
    for (const day of ["2012-04-01", "2012-10-07", "2013-04-07", "2013-10-06", "2014-04-06"]) {
      expect([day, stored.get(`town-hall-west ${day}`)]).toEqual([day, direct.get(`town-hall-west ${day}`)]);
    }
    expect([...stored].filter(([key, total]) => direct.get(key) !== total)).toEqual([]);
    expect(new Set(records.map((record) => record.key)).size).toBe(276_147);
    expect((await double.pull()).pages).toEqual([]);
  });

  test("a corrected copy differs on exactly the corrected days", { timeout: 30_000 }, async () => {
    using drop = makeDrop();
    const { double } = openTerritory("melbourne", drop.folder);
    const original = text("melbourne_hourly_DEV.csv.gz");
    drop.write("melbourne_hourly_DEV.csv.gz", original);
    const byKey = new Map((await double.pull()).records.map((record) => [record.key, record.value]));
    const corrected = original
      .replace("\n4,2012-04-01T02:00,654\n", "\n4,2012-04-01T02:00,655\n")
      .replace("\n9,2013-07-14T10:00,", "\n9,2013-07-14T10:00,9");
    drop.write("melbourne_hourly_DEV.csv.gz", corrected, 5);
    const again = await double.pull({ now: NOW + 60_000 });
    const changed = again.records.filter((record) => byKey.get(record.key) !== record.value);
    expect(changed.map((record) => [record.site, localDate(record.at, zone)])).toEqual([
      ["town-hall-west", "2012-04-01"],
      ["southern-cross-station", "2013-07-14"],
    ]);
    expect(again.records).toHaveLength(byKey.size);
  });
});

describe.skipIf(absent)("daily visitors of Bristol's museums", { timeout: 30_000 }, () => {
  test("a day at 0 is no fact, every other day is the file's own figure", async () => {
    const { double, options } = openTerritory("bristol");
    const { records, rows, rejected } = await double.pull();
    expect(rejected).toEqual([]);
    const direct = new Map<string, number>();
    for (const [site = "", date, visitors] of cells("bristol_museums_daily_DEV.csv.gz")) {
      if (Number(visitors) !== 0) sum(direct, `${sitesOf(options)[site]} ${date}`, Number(visitors));
    }
    expect(perSiteAndDay(records, "Europe/London")).toEqual(direct);
    expect(records.every((record) => record.value > 0 && [1380, 1440, 1500].includes(record.minutes))).toBe(
      true,
    );
    expect(rows.filter((row) => row.kind === "ignored")).toHaveLength(1326);
  });
});

describe.skipIf(absent)("bookings of two hotels", { timeout: 30_000 }, () => {
  let pulled: Pulled | undefined;
  const pull = async (): Promise<Pulled> => {
    pulled ??= await openTerritory("hotels").double.pull();
    return pulled;
  };
  afterAll(() => {
    pulled = undefined;
  });
  const rows = absent ? [] : cells("hotel_bookings_DEV.csv.gz");

  test("a cancelled row is a sale and its cancellation, each on its own day", async () => {
    const { records, rejected, error } = await pull();
    expect(error).toBeUndefined();
    expect(rejected).toEqual([]);
    const cancelled = rows.filter((row) => row[4] === "cancelled").length;
    expect(records).toHaveLength(rows.length + cancelled);
    expect(new Set(records.map((record) => record.key)).size).toBe(records.length);
    const leads = new Map<string, number>();
    for (const record of records) {
      const visit = localDate(record.at, "Europe/Lisbon");
      const lead = daysBetween(localDate(record.bookedOn ?? Number.NaN, "Europe/Lisbon"), visit);
      sum(leads, `${record.site} ${visit} ${lead} ${Math.sign(record.value)}`, record.value);
    }
    const direct = new Map<string, number>();
    for (const [site, , visit, lead, status, cancelLead, bookings] of rows) {
      sum(direct, `${site} ${visit} ${lead} 1`, Number(bookings));
      if (status === "cancelled") sum(direct, `${site} ${visit} ${cancelLead} -1`, -Number(bookings));
    }
    expect(leads).toEqual(direct);
  });

  test("net tickets per hotel and day are the bookings that were not cancelled", async () => {
    const { records } = await pull();
    const direct = new Map<string, number>();
    for (const [site, , visit, , status, , bookings] of rows) {
      sum(direct, `${site} ${visit}`, status === "cancelled" ? 0 : Number(bookings));
    }
    expect(perSiteAndDay(records, "Europe/Lisbon")).toEqual(direct);
  });

  test("groups are told by their tariff, agencies by their channel", async () => {
    const { records } = await pull();
    const groups = rows.filter((row) => row[1] === "groups_offline");
    const sold = records.filter((record) => record.tariff === "group" && record.value > 0);
    expect(sold).toHaveLength(groups.length);
    expect(new Set(records.map((record) => record.channel))).toEqual(new Set(["reseller", "desk", "other"]));
  });
});
