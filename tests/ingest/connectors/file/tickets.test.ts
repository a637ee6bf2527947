import { describe, expect, test } from "vitest";
import { iso, makeDrop, openFeed } from "./pull.ts";

const till = {
  path: "*.csv",
  columns: {
    date: "Date",
    time: "Heure",
    quantity: "Qté",
    tariff: "Tarif",
    amount: "Montant TTC",
    type: "Type",
  },
  tariffs: { "Plein tarif – été": "full", Scolaires: "school" },
};
const header = "Date;Heure;Tarif;Qté;Montant TTC;Type\n";

describe("a till without ids", () => {
  test("sales and negative quantities become tickets, cents and tariff classes", async () => {
    using drop = makeDrop();
    drop.write(
      "till.csv",
      `${header}24/10/2026;14h30;Plein tarif – été;2;13,00 €;Vente\n26/10/2026;10:05;Plein tarif – été;-1;-6,50;Annulation\n26/10/2026;10:06;CE Usine;1;1 004,00;Vente\nTotal;;;2;1 010,50;\n`,
    );
    const { records, rejected } = await openFeed(drop.folder, till).pull();
    expect(rejected).toEqual([]);
    expect(records.map((r) => [r.measure, iso(r.at), r.minutes, r.value, r.tariff, r.amountCents])).toEqual([
      ["tickets", "2026-10-24T12:30Z", 0, 2, "full", 1300],
      ["tickets", "2026-10-26T09:05Z", 0, -1, "full", -650],
      ["tickets", "2026-10-26T09:06Z", 0, 1, "other", 100_400],
    ]);
  });

  test("articles that are no visit are left out, and taken back when they were read before", async () => {
    using drop = makeDrop();
    const rows = [
      "24/10/2026;14:30;Scolaires;2;6,00;Vente",
      "24/10/2026;14:30;Carte postale ;3,5 kg;3,00;Vente",
    ];
    drop.write("till.csv", `${header}${rows.join("\n")}\n`);
    const tariffs = { ...till.tariffs, "Carte postale": "ignore" };
    const feed = openFeed(drop.folder, { ...till, tariffs });
    const { records, rejected } = await feed.pull();
    expect([records.length, rejected]).toEqual([1, []]);
    drop.write(
      "till.csv",
      `${header}${rows.join("\n").replace("3,5 kg", "-3")}\n25/10/2026;9:00;Carte postale;2 kg;1;Vente\n`,
      5,
    );
    const again = await feed.pull();
    expect(again.rejected).toEqual([]);
    expect(again.records.map((r) => [r.value, r.deleted, r.tariff])).toEqual([
      [2, false, "school"],
      [-3, true, undefined],
    ]);
  });

  test("two identical sales are both real, and keep their keys when columns change places", async () => {
    using drop = makeDrop();
    const sale = "24/10/2026;14:30;Scolaires;2;0;Vente\n";
    drop.write("till.csv", header + sale + sale);
    const feed = openFeed(drop.folder, till);
    const keys = (await feed.pull()).records.map((record) => record.key);
    expect(new Set(keys).size).toBe(2);
    const turned = "Vente;0;2;Scolaires;14:30;24/10/2026\n";
    drop.write("till.csv", `Type;Montant TTC;Qté;Tarif;Heure;Date\n${turned}${turned}`, 5);
    expect((await feed.pull()).records.map((record) => record.key)).toEqual(keys);
  });

  test("a new file replaces the local days that it tells", async () => {
    using drop = makeDrop();
    drop.write("till.csv", `${header}24/10/2026;14:30;X;2;0;Vente\n25/10/2026;14:30;X;2;0;Vente\n`);
    const { pages } = await openFeed(drop.folder, till).pull();
    expect(pages.at(-1)?.replaces).toEqual({
      from: Date.parse("2026-10-23T22:00:00Z"),
      to: Date.parse("2026-10-25T23:00:00Z"),
      maxLoss: 0.3,
    });
  });

  test("a file vouches for its days once they are over, not for a day that still goes on", async () => {
    using drop = makeDrop();
    drop.write("till.csv", `${header}24/10/2026;14:30;X;2;0;Vente\n25/10/2026;14:30;X;2;0;Vente\n`);
    const past = await openFeed(drop.folder, till).pull();
    expect(past.pages.at(-1)?.observedTo).toBe(Date.parse("2026-10-25T23:00:00Z"));
    drop.write("till.csv", `${header}01/12/2026;10:30;X;2;0;Vente\n`);
    const today = await openFeed(drop.folder, till).pull();
    expect(today.pages.at(-1)?.replaces).toBeDefined();
    expect(today.pages.at(-1)?.observedTo).toBeUndefined();
  });

  test("an older file cannot undo a newer one, in the same pull or a later one", async () => {
    using drop = makeDrop();
    const day = (d: number, n: number): string => `${d}/07/2026;14:30;X;${n};0;Vente\n`;
    drop.write("to-20.csv", header + day(10, 1) + day(15, 1) + day(20, 1), 90);
    drop.write("middle.csv", header + day(15, 2), 30);
    const feed = openFeed(drop.folder, till);
    const { records, pages } = await feed.pull();
    expect(records.map((r) => [iso(r.at).slice(8, 10), r.value])).toEqual([
      ["15", 2],
      ["10", 1],
      ["20", 1],
    ]);
    expect(pages.flatMap((page) => page.replaces ?? []).map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ["2026-07-14T22:00Z", "2026-07-15T22:00Z"],
      ["2026-07-09T22:00Z", "2026-07-14T22:00Z"],
      ["2026-07-15T22:00Z", "2026-07-20T22:00Z"],
    ]);
    drop.write("to-20.csv", header + day(10, 1) + day(15, 9) + day(20, 3), 80);
    expect((await feed.pull()).records.map((r) => r.value)).toEqual([1, 3]);
  });

  test("the days may be stated by the file's name", async () => {
    using drop = makeDrop();
    drop.write("ventes_202610.csv", `${header}24/10/2026;14:30;X;2;0;Vente\n`);
    const window = "ventes_{yyyy}{mm}.csv";
    const { pages } = await openFeed(drop.folder, { ...till, window, max_loss: 0.1 }).pull();
    expect(pages.at(-1)?.replaces).toEqual({
      from: Date.parse("2026-09-30T22:00:00Z"),
      to: Date.parse("2026-10-31T23:00:00Z"),
      maxLoss: 0.1,
    });
    drop.write("other.csv", `${header}24/10/2026;14:30;X;2;0;Vente\n`);
    expect(String((await openFeed(drop.folder, { ...till, window }).pull()).error)).toContain(
      "invalid file name: other.csv",
    );
  });
});

describe("sales with ids", () => {
  const columns = {
    at: "slot",
    id: "ticket",
    quantity: "n",
    booked_on: "sold",
    status: "status",
    type: "type",
  };
  const text = "slot;ticket;n;sold;status;type\n";
  const pull = async (rows: string, options: object = {}) => {
    using drop = makeDrop();
    drop.write("t.csv", text + rows);
    return await openFeed(drop.folder, { path: "*.csv", columns, ...options }).pull();
  };

  test("a reversing row keeps its own key beside the sale of the same id", async () => {
    const rows =
      "2026-07-14 10:00;A1;2;2026-07-01 09:00;;Vente\n2026-07-14 10:00;A1;2;2026-07-03 09:00;;Avoir\n";
    const { records } = await pull(rows, { cancellation: { type: ["avoir"] } });
    expect(records.map((r) => [r.key, r.value, iso(r.bookedOn ?? 0), r.knownAt === r.bookedOn])).toEqual([
      ["A1", 2, "2026-07-01T07:00Z", true],
      ["A1/-", -2, "2026-07-03T07:00Z", true],
    ]);
  });

  test("a cancelled state without a day withdraws the sale", async () => {
    const rows =
      "2026-07-14 10:00;A1;2;2026-07-01 09:00;annulé;\n2026-07-14 10:00;A2;1;2026-07-01 09:00;payé;\n";
    const { records } = await pull(rows, { cancellation: { status: ["Annulé"] } });
    expect(records.map((r) => [r.key, r.deleted])).toEqual([
      ["A1", true],
      ["A2", false],
    ]);
  });

  test("a visit to come needs the day of its sale", async () => {
    const rows =
      "2027-07-14 10:00;A1;2;2026-07-01 09:00;;\n2027-07-14 10:00;A2;1;;;\n2027-07-14 10:00;A3;1;2027-01-01;;\n";
    const { records, rejected } = await pull(rows);
    expect(records.map((r) => r.key)).toEqual(["A1"]);
    expect(rejected).toEqual(["future t.csv line 3 booked_on", "future t.csv line 4 booked_on"]);
  });

  test("ids that are missing or personal are rejected, without being shown", async () => {
    const { rejected, details } = await pull(
      "2026-07-14 10:00;;2;;;\n2026-07-14 10:00;anna@example.org;2;;;\n",
    );
    expect(rejected).toEqual(["missing_field t.csv line 2 id", "personal_data t.csv line 3 id"]);
    expect(details.join()).not.toContain("anna");
  });

  test("without a quantity each row is one scan; postcodes become départements, codes become classes", async () => {
    using drop = makeDrop();
    drop.write(
      "scans.csv",
      "id;quand;cp;langue;canal;nom\n1;2026-07-14 10:00;59400;fr-FR;Web;Anna\n2;2026-07-14 10:01;20260;Anna;x;Anna\n3;2026-07-14 10:02;97411;;;\n",
    );
    const { records } = await openFeed(drop.folder, {
      path: "*.csv",
      measure: "admissions",
      channels: { web: "online" },
      columns: { id: "id", at: "quand", origin: "cp", language: "langue", channel: "canal" },
    }).pull();
    expect(records.map((r) => [r.measure, r.value, r.origin, r.language, r.channel])).toEqual([
      ["admissions", 1, "59", "fr", "online"],
      ["admissions", 1, "2B", undefined, "other"],
      ["admissions", 1, "974", undefined, "other"],
    ]);
    expect(JSON.stringify(records)).not.toContain("Anna");
  });

  test("sums per slot and tariff are corrected by the next file", async () => {
    using drop = makeDrop();
    const options = {
      path: "*.csv",
      key: "time",
      columns: { date: "d", quantity: "n", tariff: "t" },
      step: "P1D",
      tariffs: { A: "full" },
    };
    const feed = openFeed(drop.folder, options);
    drop.write("s.csv", "d;t;n\n14/07/2026;A;5\n14/07/2026;B;6\n");
    const first = (await feed.pull()).records;
    drop.write("s.csv", "d;t;n\n14/07/2026;B;7\n14/07/2026;A;5\n", 5);
    const second = (await feed.pull()).records;
    expect(second.map((r) => r.key)).toEqual(first.map((r) => r.key).toReversed());
    expect(first.map((r) => r.minutes)).toEqual([1440, 1440]);
  });
});

describe("passes for several sites", () => {
  const passes = {
    path: "*.csv",
    columns: { date: "Date", time: "Heure", quantity: "Qté", came_from: "Vient de" },
    sites: { "Archéo’site": "archeo" },
  };

  test("only a site of the territory is kept of a pass, by its name or its id", async () => {
    using drop = makeDrop();
    const cells = ["Archéo’site", "archeo", "", "PASS-0042-DUPONT", "ailleurs", "constructor"];
    const rows = cells.map((cell, i) => `24/10/2026;14:3${i};1;${cell}`).join("\n");
    drop.write("till.csv", `Date;Heure;Qté;Vient de\n${rows}\n`);
    const { records, rejected } = await openFeed(drop.folder, passes, { sites: ["tank", "archeo"] }).pull();
    expect(rejected).toEqual([]);
    expect(records.map((record) => record.cameFrom)).toEqual([
      "archeo",
      "archeo",
      ...Array(4).fill(undefined),
    ]);
    expect(JSON.stringify(records)).not.toContain("DUPONT");
  });
});
