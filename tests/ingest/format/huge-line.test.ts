import { expect, test } from "vitest";
import { readCsv } from "../../../ingest/format/csv.ts";
import { decodeText } from "../../../ingest/format/encoding.ts";
import { readJsonLines } from "../../../ingest/format/json-lines.ts";
import { bytesOf, flat } from "./text.ts";

const MIB = 1024 * 1024;

/** A good row, one line of `size` bytes, a good row. */
async function* withHugeLine(first: string, size: number, last: string): AsyncGenerator<Uint8Array> {
  yield* bytesOf(Buffer.from(first), [MIB]);
  const chunk = Buffer.alloc(MIB, "x");
  for (let sent = 0; sent < size; sent += MIB) yield chunk;
  yield* bytesOf(Buffer.from(last), [MIB]);
}

const measured = async (read: () => Promise<unknown[]>): Promise<{ rows: unknown[]; grownMb: number }> => {
  const before = process.memoryUsage().rss;
  const rows = await read();
  return { rows, grownMb: (process.memoryUsage().rss - before) / MIB };
};

test("a line of 4 GB is rejected unread, the rest goes on and memory stays flat", {
  timeout: 60_000,
}, async () => {
  const { rows, grownMb } = await measured(async () => {
    const bytes = withHugeLine("at,n\n2026-01-01,1\n", 4096 * MIB, "\n2026-01-02,2\n");
    return flat(readCsv(decodeText(bytes), { separator: "," }));
  });
  expect(rows).toMatchObject([
    { line: 1, fields: ["at", "n"] },
    { line: 2, fields: ["2026-01-01", "1"] },
    { line: 3, fault: { reason: "too_long" } },
    { line: 4, fields: ["2026-01-02", "2"] },
  ]);
  expect(grownMb).toBeLessThan(200);
});

test("a huge line inside an open quote is rejected unread too", { timeout: 30_000 }, async () => {
  const bytes = withHugeLine('at,n\n1,"', 64 * MIB, '"\n2,2\n');
  const rows = await flat(readCsv(decodeText(bytes), { separator: "," }));
  expect(rows).toMatchObject([
    { line: 1 },
    { line: 2, fault: { reason: "too_long" } },
    { fields: ["2", "2"] },
  ]);
});

test("a huge JSON line is rejected unread and the rest goes on", { timeout: 30_000 }, async () => {
  const { rows, grownMb } = await measured(async () =>
    flat(readJsonLines(decodeText(withHugeLine('{"n":1}\n{"text":"', 256 * MIB, '"}\n{"n":2}\n')))),
  );
  expect(rows).toMatchObject([
    { line: 1, value: { n: 1 } },
    { line: 2, fault: { reason: "too_long" } },
    { line: 3, value: { n: 2 } },
  ]);
  expect(grownMb).toBeLessThan(200);
});
