import fc from "fast-check";
import { expect, test } from "vitest";
import { FeedChanged } from "../../../../src/domain/errors.ts";
import { makeDrop, openFeed } from "./pull.ts";

const hourly = {
  path: "*.csv",
  columns: { at: "at", entries: "n", site: "site" },
  step: "PT1H",
  sites: { Tank: "tank" },
};

test("each bad row is set aside with its reason and the rows around it are read", async () => {
  using drop = makeDrop();
  const rows = [
    "at,n,site,remark",
    "2026-07-14T10:00,1,Tank,fine",
    "2026-07-14T11:00,-4,Tank,negative",
    "2026-02-30T10:00,1,Tank,no such day",
    "2027-03-28T02:30,1,Tank,no such time",
    "2026-07-14T12:00,1,Citadel,no such site",
    "2031-01-01T10:00,1,Tank,still to come",
    "2026-07-14T13:00,many,Tank,no number",
    "2026-07-14T13:00,1.5,Tank,half a person",
    "2026-07-14T13:00,99999999999,Tank,beyond reason",
    '2026-07-14T13:00,1,"Tank,open quote',
    '2026-07-14T13:00,1,"Tank"x,text behind a quote',
    "2026-07-14T13:00,1,Tank,too,many,fields",
    "2026-07-14",
    `2026-07-14T13:00,1,Tank,${"x".repeat(1_200_000)}`,
    '2026-07-14T14:00,2,Tank,"a blank line\n\nDROP TABLE record;\nselect 1"',
    "2026-07-14T15:00,3,Tank,end",
  ];
  const bytes = Buffer.from(`${rows.join("\n")}\n`);
  const broken = Buffer.concat([
    bytes,
    Buffer.from("2026-07-14T16:00,4,Tank,\xe9t\xe9 caf\xc3\xa9\n", "latin1"),
  ]);
  const withAccents = Buffer.concat([broken, Buffer.from("2026-07-14T17:00,5,Tank,café œuvre été déjà\n")]);
  drop.write("door.csv", withAccents);
  const { records, rejected } = await openFeed(drop.folder, hourly).pull({
    until: Date.parse("2030-01-01T00:00:00Z"),
  });
  expect(records.map((record) => record.value)).toEqual([1, 2, 3, 5]);
  expect(rejected).toEqual([
    "negative door.csv line 3 entries",
    "bad_time door.csv line 4 at",
    "nonexistent_time door.csv line 5 at",
    "unknown_site door.csv line 6 site",
    "future door.csv line 7",
    "bad_number door.csv line 8 entries",
    "bad_number door.csv line 9 entries",
    "too_large door.csv line 10 entries",
    "malformed door.csv line 11",
    "malformed door.csv line 12",
    "malformed door.csv line 13",
    "malformed door.csv line 14",
    "too_long door.csv line 15",
    "bad_encoding door.csv line 21",
  ]);
});

test("a time that exists twice is rejected where the feed says so", async () => {
  using drop = makeDrop();
  drop.write(
    "door.csv",
    "at,n,site\n2026-10-25T01:00,1,Tank\n2026-10-25T02:30,1,Tank\n2026-10-25T04:00,1,Tank\n",
  );
  const { rejected, records } = await openFeed(drop.folder, { ...hourly, dst: "reject" }).pull();
  expect(rejected).toEqual(["ambiguous_time door.csv line 3 at"]);
  expect(records).toHaveLength(2);
});

test("what a rejection says never shows a name, an address or a telephone number", async () => {
  using drop = makeDrop();
  const cells = [
    "Anna Dupont",
    "anna@example.org",
    "06 12 34 56 78",
    "0612345678",
    "3 rue du Beffroi",
    "1 2 3 4 5 6 7",
  ];
  drop.write(
    "door.csv",
    `at,n,site\n${cells.flatMap((cell) => [`${cell},1,Tank`, `2026-07-14T10:00,${cell},Tank`]).join("\n")}\n`,
  );
  const { details } = await openFeed(drop.folder, hourly).pull();
  expect(details).toHaveLength(12);
  expect(details.join("\n")).not.toMatch(/Anna|anna|06|rue|1 2 3/);
  expect(details[0]).toBe("text of 11 characters: no date that exists");
});

test("a file with too many bad rows is held back whole, a single bad row is not", async () => {
  using drop = makeDrop();
  const row = (i: number): string =>
    `2026-07-14T${String(i % 24).padStart(2, "0")}:00,${i % 8 === 0 ? "x" : i},Tank`;
  drop.write("door.csv", `at,n,site\n${Array.from({ length: 400 }, (_, i) => row(i)).join("\n")}\n`);
  const feed = openFeed(drop.folder, hourly);
  const held = await feed.pull();
  expect(held.pages).toEqual([]);
  expect(held.error).toBeInstanceOf(FeedChanged);
  expect(String(held.error)).toContain(
    "50 of 400 rows are bad (50 bad_number); first: door.csv line 2: entries",
  );
  expect(feed.cursor).toBeNull();
  const allowed = await openFeed(drop.folder, { ...hourly, max_bad: 0.2 }).pull();
  expect(allowed.records).toHaveLength(350);
});

test("a file with other columns is left out by name and the other files are read", async () => {
  using drop = makeDrop();
  drop.write("a.csv", "at,visits,site\n2026-07-14T10:00,1,Tank\n", 90);
  drop.write("b.csv", "at,n,site\n2026-07-14T11:00,2,Tank\n", 60);
  const feed = openFeed(drop.folder, hourly);
  const { records, error } = await feed.pull();
  expect(records.map((record) => record.value)).toEqual([2]);
  expect(String(error)).toContain("invalid header: missing n; expected at, n, site; found at, visits, site");
  drop.write("a.csv", "at,n,site\n2026-07-14T10:00,1,Tank\n", 30);
  expect((await feed.pull()).records.map((record) => record.value)).toEqual([1]);
});

test("no folder is an outage and an empty one is no fault", async () => {
  using drop = makeDrop();
  expect((await openFeed(drop.folder, hourly).pull()).error).toBeUndefined();
  const { error } = await openFeed(drop.folder, { ...hourly, path: "none/*.csv" }).pull();
  expect(String(error)).toMatch(/no folder .*none/);
});

test("whatever bytes a file holds, good rows around them are read and nothing else is thrown", {
  timeout: 30_000,
}, async () => {
  using drop = makeDrop();
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc
      .string({ unit: fc.constantFrom('"', ",", "\n", "\r", "T", "1", "é", "\0", "-"), maxLength: 40 })
      .map((t) => Buffer.from(t)),
  );
  let n = 0;
  await fc.assert(
    fc.asyncProperty(noise, async (bytes) => {
      n += 1;
      const good = "2026-07-14T10:00,7,Tank\n";
      const text = [Buffer.from(`at,n,site\n${good}`), bytes, Buffer.from(`\n\n${good.repeat(3)}`)];
      drop.write(`f${n}.csv`, Buffer.concat(text));
      const { records, error } = await openFeed(drop.folder, { ...hourly, path: `f${n}.csv` }).pull();
      expect(error).toBeUndefined();
      expect(records.length).toBeGreaterThanOrEqual(3);
      expect(records.filter((record) => record.value === 7).length).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 150 },
  );
});
