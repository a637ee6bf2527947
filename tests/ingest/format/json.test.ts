import { expect, test } from "vitest";
import { readJsonList } from "../../../ingest/format/json.ts";
import { flat, textOf } from "./text.ts";

test("the records of a list come with their numbers, from the document or from inside it", async () => {
  expect(await flat(readJsonList(textOf('[{"n":1},{"n":2}]', [3])))).toEqual([
    { line: 1, value: { n: 1 }, fault: undefined },
    { line: 2, value: { n: 2 }, fault: undefined },
  ]);
  const inside = await flat(readJsonList(textOf('{"data":{"items":[7]}}'), "data.items"));
  expect(inside.map((record) => record.value)).toEqual([7]);
});

test("only the record with unreadable bytes is bad", async () => {
  const records = await flat(readJsonList(textOf('[{"n":"\uFFFD"},{"n":2}]')));
  expect(records.map((record) => record.fault?.reason)).toEqual(["bad_encoding", undefined]);
});

test("no list, no JSON and a list in the prototype are faults that show no text", async () => {
  await expect(flat(readJsonList(textOf('{"a":1}')))).rejects.toThrow("name it with records");
  await expect(flat(readJsonList(textOf('{"a":1}'), "constructor.name"))).rejects.toThrow("no list at");
  await expect(flat(readJsonList(textOf("[Anna]")))).rejects.toThrow(
    /^invalid JSON: none in a document of 6 characters$/,
  );
});
