import { expect, test } from "vitest";
import { decode } from "../../../../ingest/connectors/http-json/decode.ts";

const place = "GET api.example.org/rows";

test("CSV becomes rows by header, JSON Lines one row a line, and lines that are none are set aside", async () => {
  const csv = await decode("\uFEFFid;n\r\na;3\r\nb\r\nc;0\r\n", "csv", place);
  expect(csv.value).toEqual([
    { id: "a", n: "3" },
    { id: "c", n: "0" },
  ]);
  expect(csv.faults).toMatchObject([{ reason: "malformed", position: "line 3" }]);
  const lines = await decode('{"id":1}\n{"id":\n{"id":2}\n', "jsonl", place);
  expect(lines.value).toEqual([{ id: 1 }, { id: 2 }]);
  expect(lines.faults).toMatchObject([{ reason: "malformed", position: "line 2" }]);
});

test("an empty body is an empty list", async () => {
  for (const decoder of ["json", "jsonl", "csv"] as const)
    expect((await decode("", decoder, place)).value).toEqual([]);
});

test("another form than the declared one is a changed feed that quotes nothing", async () => {
  const page = "<html><body>alix@example.org</body></html>";
  for (const decoder of ["json", "jsonl", "csv"] as const) {
    const decoding = decode(page, decoder, place);
    await expect(decoding).rejects.toThrow(/^invalid/);
    await expect(decoding).rejects.not.toThrow(/alix/);
  }
});

test("JSON nested without end is refused before anything walks it", async () => {
  await expect(decode(`${"[".repeat(5000)}${"]".repeat(5000)}`, "json", place)).rejects.toThrow(/nested/);
});
