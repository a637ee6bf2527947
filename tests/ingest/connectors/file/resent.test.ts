import { describe, expect, test } from "vitest";
import { FeedUnavailable } from "../../../../src/domain/errors.ts";
import { makeDrop, NOW, openFeed } from "./pull.ts";

const options = { path: "*.csv", columns: { at: "at", entries: "n" }, step: "PT1H" };
const hours = (counts: readonly number[]): string =>
  `at,n\n${counts.map((n, i) => `2026-07-${String(1 + Math.floor(i / 24)).padStart(2, "0")}T${String(i % 24).padStart(2, "0")}:00,${n}`).join("\n")}\n`;

describe("files that come again", () => {
  test("an unchanged file gives no page, touched or not", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours([1, 2, 3]));
    const feed = openFeed(drop.folder, options);
    expect((await feed.pull()).records).toHaveLength(3);
    expect((await feed.pull()).pages).toEqual([]);
    drop.write("door.csv", hours([1, 2, 3]), 5);
    expect((await feed.pull()).pages).toEqual([]);
  });

  test("a corrected file is read again under the same keys", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours([1, 2, 3]));
    const feed = openFeed(drop.folder, options);
    const first = await feed.pull();
    drop.write("door.csv", hours([1, 5, 3]), 5);
    const second = await feed.pull({ now: NOW + 60_000 });
    expect(second.records.map((record) => record.key)).toEqual(first.records.map((record) => record.key));
    expect(second.records.map((record) => record.value)).toEqual([1, 5, 3]);
    expect(second.records.every((record) => record.version === NOW + 60_000)).toBe(true);
  });

  test("a file that returns to an earlier form has pages of its own", async () => {
    using drop = makeDrop();
    const feed = openFeed(drop.folder, options);
    const tokens: string[] = [];
    for (const counts of [[1], [2], [1], [2], [1]]) {
      drop.write("door.csv", hours(counts));
      tokens.push(...(await feed.pull()).pages.map((page) => page.token));
    }
    expect(new Set(tokens).size).toBe(5);
  });

  test("the same pages carry the same tokens when a pull is repeated, and other options other ones", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours(Array.from({ length: 700 }, (_, i) => i % 20)));
    const tokens = async (given: object, now: number) =>
      (await openFeed(drop.folder, given).pull({ now })).pages.map((page) => page.token);
    expect(await tokens(options, NOW)).toEqual(await tokens(options, NOW + 5000));
    expect(await tokens({ ...options, dst: "later" }, NOW)).not.toEqual(await tokens(options, NOW));
  });

  test("a large file comes in pages, the cursor with the last one only", { timeout: 30_000 }, async () => {
    using drop = makeDrop();
    const rows = Array.from(
      { length: 250_000 },
      (_, i) => `${new Date(Date.UTC(2000, 0, 1) + i * 3_600_000).toISOString()},${i % 9}`,
    );
    drop.write("door.csv", `at,n\n${rows.join("\n")}\n`);
    const { pages, records } = await openFeed(drop.folder, options).pull({ until: Date.UTC(2100, 0, 1) });
    expect(records).toHaveLength(250_000);
    expect(pages).toHaveLength(25);
    expect(pages.map((page) => page.cursor !== undefined)).toEqual([...Array(24).fill(false), true]);
    expect(new Set(pages.map((page) => page.token)).size).toBe(25);
  });

  test("other options read the files again, and so does a forced pull", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours([1, 2]));
    const feed = openFeed(drop.folder, options);
    await feed.pull();
    expect((await feed.pull({ from: 0 })).records).toHaveLength(2);
    const changed = openFeed(drop.folder, { ...options, measure: "manual" });
    changed.cursor = feed.cursor;
    expect((await changed.pull()).records.map((record) => record.measure)).toEqual(["manual", "manual"]);
  });

  test("rows that are still to come are read once they have come, and the file is left alone until then", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours([1, 2, 3]));
    const feed = openFeed(drop.folder, options);
    const until = Date.parse("2026-06-30T23:30:00Z");
    const early = await feed.pull({ until });
    expect(early.records).toHaveLength(2);
    expect(early.rejected).toEqual(["future door.csv line 4"]);
    expect((await feed.pull({ until: until + 60_000 })).pages).toEqual([]);
    expect((await feed.pull({ until: until + 3_600_000 })).records).toHaveLength(3);
    expect((await feed.pull()).pages).toEqual([]);
  });

  test("of two files about the same hour the one written later has the last word", async () => {
    using drop = makeDrop();
    drop.write("a.csv", hours([7]), 5);
    drop.write("b.csv", hours([1]), 60);
    const { records } = await openFeed(drop.folder, options).pull();
    expect(records.map((record) => record.value)).toEqual([1, 7]);
  });

  test("a file that is still being written is left for later", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours([1]), 0);
    drop.write("next.csv.part", hours([1]));
    expect((await openFeed(drop.folder, { ...options, stable_for: 60 }).pull()).pages).toEqual([]);
    expect((await openFeed(drop.folder, { ...options, stable_for: 0.01 }).pull()).records).toHaveLength(1);
  });

  test("a file that changes while it is read does not move the cursor", async () => {
    using drop = makeDrop();
    drop.write("door.csv", hours(Array.from({ length: 300 }, () => 1)));
    const feed = openFeed(drop.folder, options);
    const log = { info: () => {}, warn: () => {} };
    const text = `x,at,n,n\n${hours([1, 2]).slice(5)}`;
    drop.write("door.csv", text.replaceAll("\n2026", "\n0,2026").replaceAll(/,(\d+)\n/g, ",$1,0\n"));
    // The warning about a doubled column comes between the fingerprint and the end of the file.
    const warn = () => drop.write("door.csv", `${hours([1])}`, 1);
    const { error } = await feed.pull({ log: { ...log, warn } });
    expect(error).toBeInstanceOf(FeedUnavailable);
    expect(feed.cursor).toBeNull();
    expect((await feed.pull()).records).toHaveLength(1);
  });

  test("a cursor of another form is refused with the remedy", async () => {
    using drop = makeDrop();
    const feed = openFeed(drop.folder, options);
    feed.cursor = { page: 3 };
    expect(String((await feed.pull()).error)).toContain("reset it");
  });
});
