import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { FeedChanged } from "../../../../src/domain/errors.ts";
import { ods, pack, xlsx } from "../../format/workbooks.ts";
import { iso, makeDrop, openFeed } from "./pull.ts";

const till = {
  path: "*",
  columns: { date: "Date", time: "Heure", tariff: "Tarif", quantity: "Qté" },
  tariffs: { Plein: "full" },
};
const HEAD = "Date;Heure;Tarif;Qté";
const ROW = "14/07/2026;14h30;Plein;2";

test("every entry of an archive is read, equal sales in two entries are two sales", async () => {
  using drop = makeDrop();
  drop.write(
    "export.zip",
    pack({
      "caisse 1.csv": `${HEAD}\n${ROW}\n`,
      "caisse 2.csv": `Qté;Date;Heure;Tarif\n2;14/07/2026;14h30;Plein\nx;14/07/2026;15h00;Plein\n`,
      "__MACOSX/._caisse 1.csv": "rubbish",
      "lisezmoi.txt": "Bonjour",
    }),
  );
  const feed = openFeed(drop.folder, { ...till, entries: "*.csv" });
  const { records, rejected, error } = await feed.pull();
  expect(error).toBeUndefined();
  expect(records.map((record) => record.value)).toEqual([2, 2]);
  expect(new Set(records.map((record) => record.key)).size).toBe(2);
  expect(rejected).toEqual(["bad_number export.zip/caisse 2.csv line 3 quantity"]);
  expect((await feed.pull()).pages).toEqual([]);
});

test("an archive without the entry, packed twice, or half of one is left out by name", async () => {
  const inner = pack({ "a.csv": `${HEAD}\n${ROW}\n` });
  const cases = [
    [pack({ "a.txt": "x" }), "no entry *.csv in it"],
    [zipSync({ "a.csv": inner }), "a.csv is packed again"],
    [zipSync({ "a.csv": gzipSync(HEAD) }), "a.csv is packed again"],
    [inner.subarray(0, 60), "cut off, or still being written"],
    [xlsx({ A: "" }), "it is a workbook; say format: xlsx"],
  ] as const;
  for (const [bytes, message] of cases) {
    using drop = makeDrop();
    drop.write("export.zip", bytes);
    const { pages, error } = await openFeed(drop.folder, { ...till, entries: "*.csv" }).pull();
    expect(pages).toEqual([]);
    expect(String(error)).toContain(message);
  }
});

const cell = (at: string, text: string): string => `<c r="${at}" t="str"><v>${text}</v></c>`;
const header = ["Date", "Heure", "Tarif", "Qté"].map((name, i) => cell(`${"ABCD"[i]}3`, name)).join("");
const month = (day: number, quantity: number): string =>
  `<row r="1">${cell("A1", "Ventes du mois")}</row><row r="3">${header}</row><row r="4"><c r="A4" s="1"><v>${day}</v></c><c r="B4" s="4"><v>0.604166666666667</v></c>${cell("C4", "Plein")}<c r="D4"><v>${quantity}</v></c></row><row r="5">${cell("A5", "Total")}<c r="D5"><v>${quantity}</v></c></row>`;

test("a workbook with a tab per month is read whole: title page and hidden draft passed over", async () => {
  using drop = makeDrop();
  const book = {
    Accueil: `<row r="1">${cell("A1", "Musée du tank")}</row>`,
    Juin: month(46187, 3),
    Juillet: month(46217, 5),
    "Brouillon?": month(46217, 99),
  };
  drop.write("ventes.xlsx", xlsx(book));
  const { records, rejected, error } = await openFeed(drop.folder, { ...till, format: "xlsx" }).pull();
  expect(error).toBeUndefined();
  expect(rejected).toEqual([]);
  expect(records.map((record) => [iso(record.at), record.value, record.tariff])).toEqual([
    ["2026-06-14T12:30Z", 3, "full"],
    ["2026-07-14T12:30Z", 5, "full"],
  ]);
  const named = openFeed(drop.folder, { ...till, format: "xlsx", sheet: "Juil*" });
  expect((await named.pull()).records.map((record) => record.value)).toEqual([5]);
  const missing = await openFeed(drop.folder, { ...till, format: "xlsx", sheet: "Août" }).pull();
  expect(String(missing.error)).toContain("no sheet Août in it");
});

test("a bad row of a tab is found again by the tab's number, never by its name", async () => {
  using drop = makeDrop();
  drop.write(
    "ventes.xlsx",
    xlsx({ Accueil: "", "Anna Dupont": month(46187, 3).replace("<v>3</v>", "<v>x</v>") }),
  );
  const { rejected } = await openFeed(drop.folder, { ...till, format: "xlsx" }).pull();
  expect(rejected).toEqual(["bad_number ventes.xlsx sheet 2 line 4 quantity"]);
});

test("a tab whose column was renamed is no title page: the file is left out", async () => {
  using drop = makeDrop();
  drop.write(
    "ventes.xlsx",
    xlsx({ Juin: month(46187, 3), Juillet: month(46217, 5).replace("Qté", "Nombre") }),
  );
  const { pages, error } = await openFeed(drop.folder, { ...till, format: "xlsx" }).pull();
  expect(pages).toEqual([]);
  expect(String(error)).toContain("missing Qté");
});

test("the same table as ODS, as JSON and as packed JSON Lines gives the same facts", async () => {
  const counts = { path: "*", columns: { at: "at", entries: "n" }, step: "PT1H" };
  const rows = [
    { at: "2026-07-14T10:00", n: 4 },
    { at: "2026-07-14T11:00", n: 5 },
  ];
  const text = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const table = rows.map(
    ({ at, n }) =>
      `<table:table-row><table:table-cell office:value-type="date" office:date-value="${at}:00"/><table:table-cell office:value-type="float" office:value="${n}"/></table:table-row>`,
  );
  const forms = [
    [
      "ods",
      ods(
        `<table:table table:name="A"><table:table-row>${text("at")}${text("n")}</table:table-row>${table.join("")}</table:table>`,
      ),
      {},
    ],
    ["json", Buffer.from(JSON.stringify({ data: rows })), { records: "data" }],
    ["jsonl", gzipSync(rows.map((row) => JSON.stringify(row)).join("\n")), {}],
    ["jsonl", pack({ "a.jsonl": rows.map((row) => JSON.stringify(row)).join("\n") }), {}],
  ] as const;
  for (const [format, bytes, more] of forms) {
    using drop = makeDrop();
    drop.write("counts", bytes);
    const { records, rejected, error } = await openFeed(drop.folder, { ...counts, format, ...more }).pull();
    expect(error).toBeUndefined();
    expect(rejected).toEqual([]);
    expect(records.map((record) => [iso(record.at), record.value])).toEqual([
      ["2026-07-14T08:00Z", 4],
      ["2026-07-14T09:00Z", 5],
    ]);
  }
});

test("whatever bytes of an archive or a workbook are changed, the feed says so or reads rows", {
  timeout: 60_000,
}, async () => {
  using drop = makeDrop();
  const sources = [
    { format: "csv", bytes: pack({ "a.csv": `${HEAD}\n${ROW}\n`.repeat(5), "b.csv": `${HEAD}\n` }) },
    { format: "xlsx", bytes: xlsx({ Juin: month(46187, 3) }, ["<t>a</t>"]) },
    {
      format: "ods",
      bytes: ods(
        '<table:table table:name="A"><table:table-row><table:table-cell/></table:table-row></table:table>',
      ),
    },
  ] as const;
  const change = fc.record({
    source: fc.constantFrom(...sources),
    at: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.integer({ min: 0, max: 255 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    tail: fc.boolean(),
    cut: fc.integer({ min: 0, max: 40 }),
  });
  let n = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ source, at, tail, cut }) => {
      const bytes = Buffer.from(source.bytes);
      // The table of contents stands at the end: half of the changes are made there.
      const from = tail ? Math.floor(bytes.length * 0.7) : 0;
      for (const [place, value] of at) bytes[from + Math.floor(place * (bytes.length - from))] = value;
      n += 1;
      drop.write(`f${n}`, bytes.subarray(0, bytes.length - Math.max(0, cut - 30)));
      const { error } = await openFeed(drop.folder, { ...till, path: `f${n}`, format: source.format }).pull();
      if (error !== undefined) expect(error).toBeInstanceOf(FeedChanged);
    }),
    { numRuns: 300 },
  );
});
