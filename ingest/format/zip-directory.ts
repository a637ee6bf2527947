/** The table of contents at the end of a zip archive. Names, sizes and places are claims of whoever packed it: what
 *  cannot be right is refused before anything is unpacked. */
import type { FileHandle } from "node:fs/promises";
import { FeedChanged } from "../../src/domain/errors.ts";

export interface ZipEntry {
  /** `/` between folders; relative, without `..`. */
  readonly name: string;
  readonly method: "stored" | "deflated";
  /** Bytes in the archive. */
  readonly packedSize: number;
  /** Bytes unpacked. */
  readonly size: number;
  readonly crc: number;
  /** Where its own header stands. */
  readonly offset: number;
}

/** Largest table, bytes. */
const MAX_TABLE = 4 * 2 ** 20;
/** Longest end record: 22 bytes and a comment. */
const MAX_END = 22 + 0xffff;

/** Plain entries of an archive of `size` bytes.
 *  @throws FeedChanged for a table that is cut off, too long, encrypted, overlapping or leads out of the archive. */
export async function readDirectory(file: FileHandle, size: number, most: number): Promise<ZipEntry[]> {
  const { count, start, length } = await findTable(file, size);
  if (count > most) throw invalid(`${count} entries, at most ${most} are read`);
  if (length > MAX_TABLE || start + length > size) throw invalid("a table of contents beyond its end");
  const table = await slice(file, start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== 0x02014b50) throw invalid("a broken table");
    const [name, extra, comment] = [28, 30, 32].map((field) => table.readUInt16LE(at + field));
    const end = at + 46 + (name ?? 0);
    const next = end + (extra ?? 0) + (comment ?? 0);
    if (next > table.length) throw invalid("a broken table");
    const entry = readEntry(table.subarray(at, next), table.toString("utf8", at + 46, end));
    if (entry) entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries, start);
  return entries;
}

function readEntry(record: Buffer, written: string): ZipEntry | undefined {
  const name = written.replaceAll("\\", "/");
  if (leadsOut(name)) throw invalid("an entry whose name leads out of the archive");
  if (name.endsWith("/")) return undefined;
  if ((record.readUInt16LE(8) & 1) !== 0) throw invalid("an encrypted entry; ask for one without password");
  const method = record.readUInt16LE(10);
  if (method !== 0 && method !== 8) throw invalid(`packing method ${method}; ask for plain zip`);
  const nameEnd = 46 + record.readUInt16LE(28);
  const wide = wideFields(record.subarray(nameEnd, nameEnd + record.readUInt16LE(30)));
  const read = (field: number): number => {
    const value = record.readUInt32LE(field);
    return value === 0xffffffff ? wide() : value;
  };
  const size = read(24);
  const packedSize = read(20);
  return {
    name,
    method: method === 0 ? "stored" : "deflated",
    size,
    packedSize,
    crc: record.readUInt32LE(16),
    offset: read(42),
  };
}

function leadsOut(name: string): boolean {
  return name === "" || /^\/|^[a-z]:|\0/i.test(name) || name.split("/").includes("..");
}

/** Sizes beyond 4 GiB stand in an extra field, those that are needed, in this order. */
function wideFields(extra: Buffer): () => number {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return () => {
    if (at + 8 > extra.length) throw invalid("a broken table");
    const value = Number(extra.readBigUInt64LE(at));
    at += 8;
    return value;
  };
}

/** TRICKY: entries that share their bytes make a small archive unpack to petabytes without a suspicious ratio. */
function refuseOverlaps(entries: readonly ZipEntry[], tableStart: number): void {
  const byPlace = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [i, entry] of byPlace.entries()) {
    const limit = byPlace[i + 1]?.offset ?? tableStart;
    if (entry.offset + 30 + entry.packedSize > limit) throw invalid("entries that overlap");
  }
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) throw invalid("a name given twice");
}

async function findTable(
  file: FileHandle,
  size: number,
): Promise<{ readonly count: number; readonly start: number; readonly length: number }> {
  const tail = await slice(file, Math.max(0, size - MAX_END), Math.min(size, MAX_END));
  let at = tail.length - 22;
  while (
    at >= 0 &&
    !(tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length)
  )
    at -= 1;
  if (at < 0) throw invalid("no table of contents: it is cut off, or still being written");
  const found = {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  };
  if (found.count !== 0xffff && found.length !== 0xffffffff && found.start !== 0xffffffff) return found;
  if (at < 20 || tail.readUInt32LE(at - 20) !== 0x07064b50) return found;
  const wide = await slice(file, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (wide.readUInt32LE(0) !== 0x06064b50) throw invalid("a broken table");
  const [count, length, start] = [32, 40, 48].map((field) => Number(wide.readBigUInt64LE(field)));
  return { count: count ?? 0, length: length ?? 0, start: start ?? 0 };
}

/** @throws FeedChanged when the file does not have these bytes. */
async function slice(file: FileHandle, start: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(start)) throw invalid("cut off");
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  if (bytesRead < length) throw invalid("cut off");
  return buffer;
}

function invalid(what: string): FeedChanged {
  return new FeedChanged(`invalid archive: ${what}`);
}
