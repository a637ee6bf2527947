import { randomBytes } from "node:crypto";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { isZip, openZip, type ZipLimits } from "../../../ingest/format/zip.ts";
import { onDisk, pack } from "./workbooks.ts";

async function unpack(bytes: Uint8Array, limits?: ZipLimits): Promise<Record<string, string>> {
  using file = onDisk(bytes);
  const zip = await openZip(file.path, limits);
  const out: Record<string, string> = {};
  for (const entry of zip.entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.read(entry)) chunks.push(chunk);
    out[entry.name] = Buffer.concat(chunks).toString("latin1");
  }
  return out;
}

/** Changes bytes at a signature. */
function patch(bytes: Uint8Array, signature: number, at: number, write: (view: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let i = 0; i + 4 <= copy.length; i += 1)
    if (copy.readUInt32LE(i) === signature) write(copy.subarray(i + at));
  return copy;
}
const TABLE = 0x02014b50;

test("entries come whole, stored and deflated, empty and large, folders left out", async () => {
  const large = randomBytes(300_000);
  const bytes = zipSync({
    "dossier/": new Uint8Array(),
    "a.csv": Buffer.from("x;y\n1;2\n"),
    "dossier/b.csv": [large, { level: 0 }],
    empty: new Uint8Array(),
  });
  expect(await unpack(bytes)).toEqual({
    "a.csv": "x;y\n1;2\n",
    "dossier/b.csv": large.toString("latin1"),
    empty: "",
  });
  using file = onDisk(bytes);
  expect(await isZip(file.path)).toBe(true);
});

test("a bomb is refused before anything is unpacked, by ratio, by size and by number", async () => {
  const bomb = zipSync({ a: new Uint8Array(3_000_000) });
  const limits = { entries: 10, ratio: 250, free: 1_000_000, total: 1e9 };
  await expect(unpack(bomb, limits)).rejects.toThrow(/invalid archive: \d+ bytes would become 3000000/);
  await expect(unpack(bomb, { ...limits, ratio: 1e9, total: 2_000_000 })).rejects.toThrow("would become");
  const many = pack(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, "x"])));
  await expect(unpack(many, limits)).rejects.toThrow("11 entries, at most 10");
});

test("an entry that is longer than it claims ends there", async () => {
  const liar = patch(zipSync({ a: new Uint8Array(3_000_000) }), TABLE, 24, (at) => at.writeUInt32LE(1000));
  await expect(unpack(liar)).rejects.toThrow("a is longer than the archive says");
});

test("names that lead out, doubled names and entries that share bytes are refused", async () => {
  for (const name of ["../etc/passwd", "/etc/passwd", "a/../../b", "c:\\x"])
    await expect(unpack(pack({ [name]: "x" }))).rejects.toThrow("leads out");
  const twice = patch(pack({ aa: "x", ab: "y" }), TABLE, 47, (at) => at.write("a"));
  await expect(unpack(twice)).rejects.toThrow("a name given twice");
  const shared = patch(pack({ aa: "x", ab: "y" }), TABLE, 42, (at) => at.writeUInt32LE(0));
  await expect(unpack(shared)).rejects.toThrow("overlap");
});

test("a damaged, encrypted or half-written archive delivers nothing or says so", async () => {
  const whole = pack({ a: "some text that is long enough ".repeat(20) });
  await expect(unpack(whole.subarray(0, whole.length - 5))).rejects.toThrow(
    "cut off, or still being written",
  );
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(36) ^ 0xff, 36);
  await expect(unpack(flipped)).rejects.toThrow("damaged or cut off");
  await expect(unpack(patch(whole, TABLE, 8, (at) => at.writeUInt16LE(1)))).rejects.toThrow("encrypted");
});
