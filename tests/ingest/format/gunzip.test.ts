import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gunzipped } from "../../../ingest/format/gunzip.ts";
import { bytesOf } from "./text.ts";

const unpack = async (data: Uint8Array, limits?: { ratio: number; free: number }): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of gunzipped(bytesOf(data, [7]), limits)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

test("bytes that are no gzip pass as they are, gzip is unpacked, several members are one file", async () => {
  expect(await unpack(Buffer.from("a;b\n"))).toBe("a;b\n");
  expect(await unpack(Buffer.alloc(0))).toBe("");
  expect(await unpack(gzipSync("a;b\n1;2\n"))).toBe("a;b\n1;2\n");
  expect(await unpack(Buffer.concat([gzipSync("a;b\n"), gzipSync("1;2\n")]))).toBe("a;b\n1;2\n");
});

test("a body that expands beyond the limit is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(4_000_000));
  await expect(unpack(bomb, { ratio: 250, free: 100_000 })).rejects.toThrow("expands more than 250 times");
  expect(await unpack(bomb, { ratio: 250, free: 5_000_000 })).toHaveLength(4_000_000);
});

test("a body that is cut short is a fault of the feed", async () => {
  const whole = gzipSync("some text that is long enough to be cut".repeat(50));
  await expect(unpack(whole.subarray(0, whole.length - 12))).rejects.toThrow("cut short or damaged");
});
