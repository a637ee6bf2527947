/** Bookings and covariates beside the input: used as far as they were known, and not a byte further. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { addDays, weekday } from "../../../src/domain/time.ts";
import { seeded } from "../../forecast/support.ts";
import { faultsOf, run } from "./support.ts";

const from = "2023-01-02";
const origin = "2023-05-29";
const last = 158;

/** Days of which most people booked 3 to 40 days ahead, and their bookings; series b takes none. */
function made() {
  const random = seeded(3);
  const values: string[] = [];
  const bookings: string[] = [];
  for (let i = 0; i < last; i++) {
    const visit = addDays(from, i);
    const parties = Array.from({ length: 6 }, () => ({
      people: 5 + Math.round(50 * random()),
      on: addDays(visit, -3 - Math.floor(37 * random())),
    }));
    for (const { people, on } of parties) bookings.push(`a,${visit},${on},${people}`);
    const walkIns = Math.round((weekday(visit) > 5 ? 40 : 10) * (0.8 + 0.4 * random()));
    const came = walkIns + parties.reduce((sum, { people }) => sum + people, 0);
    values.push(`a,${visit},${came}`, `b,${visit},${Math.round(80 + 40 * random())}`);
  }
  return { values, bookings };
}

const { values, bookings } = made();
const file = (lines: readonly string[], head: string) => `${[head, ...lines].join("\n")}\n`;
const input = file(values, "series,time,value");
const booked = (lines: readonly string[]) => file(lines, "series,visit_date,booked_on,quantity");
const options = { origin: [origin], horizon: 10, bookings: "b.csv" };
/** Every run learns all models anew. */
const patient = { timeout: 60_000 };
const forecast = (lines: readonly string[]) => run({ "in.csv": input, "b.csv": booked(lines) }, options);

test(
  "bookings make the forecast of their series, and one without is forecast beside it",
  patient,
  async () => {
    const plain = await run({ "in.csv": input }, { origin: [origin], horizon: 10 });
    const with_ = await forecast(bookings);
    const off = (table: readonly string[][]) =>
      table
        .filter(([id]) => id === "a")
        .reduce((sum, row) => {
          const actual = values.find((line) => line.startsWith(`a,${row[2]},`))?.split(",")[2];
          return sum + Math.abs(Number(row[5]) - Number(actual));
        }, 0);
    expect(off(with_.table)).toBeLessThan(0.7 * off(plain.table));
    expect(with_.logs.filter((line) => line.includes("warning"))).toEqual([]);
    expect(with_.table.filter(([id]) => id === "b")).toHaveLength(10);
  },
);

test(
  "rows booked on or after the origin's day change no byte, whatever they hold; rows of the day before do",
  patient,
  async () => {
    const known = bookings.filter((line) => (line.split(",")[2] ?? "") < origin);
    const plain = await forecast(known);
    const later = [
      `a,${addDays(origin, 4)},${origin},500`,
      `a,${addDays(origin, 4)},${addDays(origin, 1)},-40`,
      `a,${addDays(origin, -4)},${origin},77`,
      `a,never,${origin},many`,
      `,${origin},${addDays(origin, 9)},`,
      `nobody,${origin},${origin},5`,
    ];
    expect((await forecast(bookings)).output).toBe(plain.output);
    expect((await forecast([...later, ...known])).output).toBe(plain.output);
    const before = `a,${addDays(origin, 4)},${addDays(origin, -1)},500`;
    expect((await forecast([...known, before])).output).not.toBe(plain.output);
    const cancelled = `a,${addDays(origin, 4)},${addDays(origin, -1)},-30`;
    expect((await forecast([...known, cancelled])).output).not.toBe(plain.output);
  },
);

test("an earlier origin does not know what a later one does", patient, async () => {
  const files = { "in.csv": input, "b.csv": booked(bookings) };
  const alone = await run(files, { ...options, origin: ["2023-05-01"] });
  const both = await run(files, { ...options, origin: ["2023-05-01", origin] });
  expect(both.table.filter((row) => row[1] === "2023-05-01")).toEqual(alone.table);
});

test("the order of the rows, and instants instead of days, make no difference", patient, async () => {
  const plain = await forecast(bookings);
  expect((await forecast(bookings.toReversed())).output).toBe(plain.output);
  // Half an hour before midnight in London is the next day in Cambrai.
  const instants = bookings.map((line) => {
    const [id, visit, on = "", people] = line.split(",");
    return [id, visit, `${addDays(on, -1)}T23:30:00Z`, people].join(",");
  });
  const files = { "in.csv": input, "b.csv.gz": gzipSync(booked(instants)) };
  const asked = { ...options, timezone: "Europe/Paris", bookings: "b.csv.gz" };
  expect((await run(files, asked)).output).toBe(plain.output);
});

test("series of the bookings that the input does not know are named in a warning", patient, async () => {
  const more = ["c", "d", "e", "f", "g", "h"].map((id) => `${id},2023-05-02,2023-05-01,4`);
  const { logs } = await forecast([...bookings, ...more]);
  expect(logs).toContain(
    "warning: b.csv has rows of series without values before the origin, which are left out: c, d, e, f, g and 1 more",
  );
});

test("all faults of the bookings come at once, by line", async () => {
  const bad = [
    "a,2023-05-02,soon,4",
    "a,tomorrow,2023-05-01,4",
    "a,2023-05-02,2023-05-01,many",
    "a,2023-05-02,2023-05-01,",
    ",2023-05-02,2023-05-01,4",
  ];
  expect(await faultsOf({ "in.csv": input, "b.csv": booked(bad) }, options)).toEqual([
    "line 2: invalid booked_on: soon",
    "line 3: invalid visit_date: tomorrow",
    "line 4: invalid quantity: many",
    "line 5: invalid quantity: ",
    "line 6: no series",
  ]);
  expect(await faultsOf({ "in.csv": input, "b.csv": "series,day\n" }, options)).toEqual([
    'line 1: no column visit_date, booked_on, quantity in "series,day"',
  ]);
});

/** Days that rain halves, and what was said of them a day before. */
function wet() {
  const random = seeded(5);
  const rain = Array.from({ length: last + 40 }, () => (random() < 0.3 ? 5 + 10 * random() : 0));
  const said = rain.map((mm, i) => {
    const day = addDays(from, i);
    return `a,${day},${addDays(day, -1)}T06:00,${mm.toFixed(1)},`;
  });
  const counts = rain
    .slice(0, last)
    .map((mm, i) => `a,${addDays(from, i)},${Math.round(300 * (mm > 0 ? 0.5 : 1) * (0.9 + 0.2 * random()))}`);
  return { said, counts };
}

const { said, counts } = wet();
const weather = (lines: readonly string[]) => ({
  "in.csv": file(counts, "series,time,value"),
  "c.csv": file(lines, "series,time,issued_at,Rain,note"),
});
const underWay = { origin: [origin], horizon: 5, covariates: "c.csv" };
const until = (time: string) => said.filter((line) => (line.split(",")[2] ?? "") <= time);

test(
  "what was issued after the origin changes no byte, whatever it holds; what was issued before it does",
  patient,
  async () => {
    const known = until(`${origin}T00:00`);
    const plain = await run(weather(known), underWay);
    const later = [
      `a,${origin},${origin}T00:01,90,`,
      `a,${origin},${origin},90,`,
      `a,${addDays(origin, -3)},${addDays(origin, 1)}T06:00,90,`,
      `a,never,${addDays(origin, 2)},much,x`,
    ];
    expect((await run(weather(said), underWay)).output).toBe(plain.output);
    expect((await run(weather([...later, ...known]), underWay)).output).toBe(plain.output);
    const tomorrow = `${origin},${addDays(origin, -1)}T23:00`;
    const [dry, rain] = [0, 30].map((mm) => run(weather([...known, `a,${tomorrow},${mm},`]), underWay));
    const [sunny, rainy] = [Number((await dry)?.table[0]?.[5]), Number((await rain)?.table[0]?.[5])];
    expect(rainy).toBeLessThan(0.85 * sunny);
  },
);

test("all faults of the covariates come at once, by line", async () => {
  const bad = [
    "a,2023-05-02,soon,4,",
    "a,x,2023-05-01,4,",
    "a,2023-05-02,2023-05-01,wet,",
    ",2023-05-02,2023-05-01,,",
  ];
  expect(await faultsOf(weather(bad), underWay)).toEqual([
    "line 2: invalid issued_at: soon",
    "line 3: invalid time: x",
    "line 4: invalid rain: wet",
    "line 5: no series",
  ]);
  const none = { ...weather([]), "c.csv": "series,time,issued_at\n" };
  expect(await faultsOf(none, underWay)).toEqual(["line 1: no column beside series,time,issued_at"]);
});
