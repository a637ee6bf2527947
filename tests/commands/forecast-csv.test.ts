import { gzipSync } from "node:zlib";
import { Command } from "commander";
import { expect, test } from "vitest";
import { addForecastCsv } from "../../src/commands/forecast-csv.ts";
import { addDays, weekday } from "../../src/domain/time.ts";
import { seeded } from "../forecast/support.ts";
import { faultsOf, run } from "./forecast-csv/support.ts";

const header = "series,time,value\n";

/** Rows of days from 2 January 2023, a Monday. */
function days(count: number, id = "a", write: (date: string) => string = (date) => date): string {
  const random = seeded(count);
  return Array.from({ length: count }, (_, i) => {
    const date = addDays("2023-01-02", i);
    return `${id},${write(date)},${Math.round((weekday(date) > 5 ? 300 : 100) * (0.8 + 0.4 * random()))}\n`;
  }).join("");
}

/** Rows of wall-clock hours; the clock of Paris skips one of 26 March and doubles one of 29 October 2023. */
function hours(count: number, suffix = ""): string {
  const random = seeded(count);
  return Array.from({ length: count }, (_, i) => {
    const time = new Date(Date.parse("2023-07-03T00:00Z") + i * 3_600_000).toISOString().slice(0, 16);
    return `a,${time}${suffix},${Math.round(50 * random() + 4 * (i % 24))}\n`;
  }).join("");
}

test("writes one row per series, origin and lead, with a column per level", async () => {
  const files = { "in.csv": header + days(100) + days(100, "b") };
  const out = await run(files, { origin: ["2023-04-01", "2023-04-05"], levels: [0.9, 0.25, 0.5] });
  expect(out.head).toEqual(["series", "origin", "time", "lead", "q0.25", "q0.5", "q0.9"]);
  expect(out.rows).toBe(12);
  expect(out.table.map((row) => row.slice(0, 4).join(" ")).slice(0, 4)).toEqual([
    "a 2023-04-01 2023-04-01 1",
    "a 2023-04-01 2023-04-02 2",
    "a 2023-04-01 2023-04-03 3",
    "b 2023-04-01 2023-04-01 1",
  ]);
  for (const row of out.table) {
    const [low = -1, middle = -1, high = -1] = row.slice(4).map(Number);
    expect(0 <= low && low <= middle && middle <= high).toBe(true);
  }
});

test("without an origin it goes on after the last row", async () => {
  const out = await run({ "in.csv": header + days(100) });
  expect(out.table.map((row) => row[2])).toEqual(["2023-04-12", "2023-04-13", "2023-04-14"]);
});

test("nothing at or after the origin changes a byte, whatever stands there", async () => {
  const origin = ["2023-04-01"];
  const before = header + days(89) + days(89, "b");
  const plain = await run({ "in.csv": before }, { origin });
  const later = [
    days(120),
    "a,2023-04-01,999999\na,2023-04-02,-5\nb,2023-04-01,rubbish\n",
    "c,2023-04-01,12\nc,2024-12-31,13\n",
    "a,2023-04-01T09:30:00+05:30,4\n,2023-05-01,4\n",
  ].map((text) =>
    text
      .split("\n")
      .filter((line) => /,202(3-0[4-9]|4)/.test(line))
      .join("\n"),
  );
  for (const text of later) {
    expect(text).not.toBe("");
    expect((await run({ "in.csv": `${before}${text}\n` }, { origin })).output).toBe(plain.output);
  }
});

test("rows before an origin do change the output, so that the leak test can fail", async () => {
  const origin = ["2023-04-01"];
  const plain = await run({ "in.csv": header + days(89) }, { origin });
  const other = await run({ "in.csv": `${header + days(88)}a,2023-03-31,900\n` }, { origin });
  expect(other.output).not.toBe(plain.output);
});

test("a leak within the day of an hourly origin would show", async () => {
  const origin = ["2023-10-03T13:00"];
  const until = header + hours(92 * 24 + 13);
  const plain = await run({ "in.csv": until }, { step: "PT1H", horizon: 24, origin });
  const more = `${until}a,2023-10-03T13:00,7000\na,2023-10-03T20:00,7000\n`;
  expect((await run({ "in.csv": more }, { step: "PT1H", horizon: 24, origin })).output).toBe(plain.output);
  expect(plain.table[0]?.[2]).toBe("2023-10-03T13:00");
});

test("one origin gives the same rows alone and among others", async () => {
  // Of b nothing is known at the first origin, not even that there will be such a series.
  const files = { "in.csv": `${header + days(120)}b,2023-04-10,50\nb,2023-04-11,60\n` };
  const alone = await run(files, { origin: ["2023-04-01"] });
  const both = await run(files, { origin: ["2023-04-01", "2023-04-20"] });
  expect(both.table.filter((row) => row[1] === "2023-04-01")).toEqual(alone.table);
  const told = ({ logs }: typeof both) => logs.filter((line) => line.includes("2023-04-01"));
  expect(told(both)).toEqual(told(alone));
  expect(told(alone)).toEqual(["origin 2023-04-01: 1 series done"]);
});

test.each([
  ["T00:00:00", "2023-04-12T00:00:00"],
  [" 00:00", "2023-04-12 00:00"],
  ["T00:00:00Z", "2023-04-12T00:00:00Z"],
  ["T00:00+02:00", "2023-04-12T00:00+02:00"],
])("days written with %s are written back alike", async (suffix, first) => {
  const out = await run(
    { "in.csv": header + days(100, "a", (d) => d + suffix) },
    { timezone: "Europe/Paris" },
  );
  expect(out.table[0]?.[2]).toBe(first);
});

test("instants are read and written as instants, with the zone's own offset", async () => {
  const files = { "in.csv": header + hours(117 * 24, "+02:00") };
  const options = { step: "PT1H", horizon: 72, timezone: "Europe/Paris" };
  const { table } = await run(files, options);
  expect(table.map((row) => row[2]).slice(49, 54)).toEqual([
    "2023-10-30T00:00+01:00",
    "2023-10-30T01:00+01:00",
    "2023-10-30T02:00+01:00",
    "2023-10-30T03:00+01:00",
    "2023-10-30T04:00+01:00",
  ]);
  expect(table.filter((row) => row[2]?.startsWith("2023-10-29"))).toHaveLength(25);
});

test("a file of wall-clock times gets the doubled hour once, unless it has written it twice", async () => {
  const options = { step: "PT1H", horizon: 72, timezone: "Europe/Paris", origin: ["2023-10-28T00:00"] };
  const once = await run({ "in.csv": header + hours(117 * 24) }, options);
  expect(once.table.filter((row) => row[2] === "2023-10-29T02:00")).toHaveLength(1);
  expect(once.table.map((row) => row[3])).toEqual(Array.from({ length: 72 }, (_, i) => String(i + 1)));
  const before = "a,2022-10-30T02:00,4\na,2022-10-30T02:00,5\n";
  const twice = await run({ "in.csv": header + before + hours(117 * 24) }, options);
  expect(twice.table.filter((row) => row[2] === "2023-10-29T02:00")).toHaveLength(2);
});

test("a wall-clock origin takes the offset of the rows when no zone is named", async () => {
  const files = { "in.csv": header + hours(100 * 24, "-05:00") };
  const { table, logs } = await run(files, { step: "PT1H", origin: ["2023-10-01T12:00"] });
  expect(table[0]?.[2]).toBe("2023-10-01T12:00-05:00");
  expect(logs.join()).not.toContain("warning");
});

test("an hour that the clock skips is left out with a warning", async () => {
  const skipped = "a,2023-03-26T02:00,5\na,2023-03-26T03:00,5\n";
  const { logs } = await run(
    { "in.csv": header + skipped + hours(2000) },
    { step: "PT1H", timezone: "Europe/Paris" },
  );
  expect(logs.join("\n")).toContain("1 rows at times that the clock of Europe/Paris skips");
});

test("empty values and missing rows are not zeros", async () => {
  const holes = days(100).replaceAll(/(2023-03-\d[13579]),\d+/g, "$1,");
  const { table } = await run({ "in.csv": header + holes });
  expect(Number(table[0]?.[5])).toBeGreaterThan(80);
});

test("a young series gets the simple rule and a warning", async () => {
  const { table, logs } = await run({ "in.csv": header + days(30) });
  expect(table).toHaveLength(3);
  expect(logs.join("\n")).toContain(
    "a at 2023-02-01: history too short: 30 days (8 weeks are needed); seasonal-naive",
  );
});

test("holidays are used", async () => {
  const files = { "in.csv": header + days(400), "h.csv": "date,name\n2023-05-01,mai\n2024-02-07,jour\n" };
  const plain = await run(files);
  const with_ = await run(files, { holidays: "h.csv" });
  expect(Number(with_.table[1]?.[5])).toBeGreaterThan(1.2 * Number(plain.table[1]?.[5]));
});

test("a packed file and a quoted series name are read", async () => {
  const text = header + days(100, '"Musée, ""A"""');
  const out = await run({ "in.csv.gz": gzipSync(text) }, { input: "in.csv.gz" });
  expect(out.output.split("\n")[1]).toMatch(/^"Musée, ""A""",2023-04-12,/);
});

test("all faults of the options come at once", async () => {
  const wrong = { step: "PT2H", horizon: 0, origin: ["then"], levels: [0, 2], timezone: "Mars/Base" };
  expect(await faultsOf({}, wrong)).toEqual([
    "--step: invalid step: PT2H",
    "--horizon: invalid horizon: 0",
    "--levels: invalid levels: 0,2",
    "--origin: invalid origin: then",
    "--timezone: invalid timezone: Mars/Base",
  ]);
});

test("all faults of the file come at once, by line", async () => {
  const bad = "a,2023-02-30,4\na,2023-01-03,many\na,2023-01-04,-2\na,2023-01-05T10:00,4\n,2023-01-06,4\n";
  expect(await faultsOf({ "in.csv": `${header}a,2023-01-02,1\n${bad}` })).toEqual([
    "line 3: invalid time: 2023-02-30",
    "line 4: invalid value: many",
    "line 5: invalid value: -2",
    "line 6: invalid time: 2023-01-05T10:00",
    "line 7: no series",
  ]);
});

test("a missing column, an absent or empty file and an origin before all rows are said as such", async () => {
  expect(await faultsOf({ "in.csv": "site,time,value\na,2023-01-01,3\n" })).toEqual([
    'line 1: no column series in "site,time,value"',
  ]);
  expect(await faultsOf({ "in.csv": "" })).toEqual(["line 1: empty file"]);
  expect(await faultsOf({ "in.csv": header + days(3) }, { origin: ["2022-01-01"] })).toEqual([
    "--origin: no row before the origin",
  ]);
  expect((await faultsOf({}))[0]).toContain("no such file");
});

test("the command line knows the options", async () => {
  const program = new Command().exitOverride();
  addForecastCsv(program);
  const args = [
    "forecast-csv",
    "--input",
    "/nowhere.csv",
    "--step",
    "P1D",
    "--horizon",
    "x",
    "--origin",
    "soon",
  ];
  await expect(program.parseAsync(args, { from: "user" })).rejects.toThrow("invalid origin: soon");
});
