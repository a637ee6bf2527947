/** Reads zip archives by their central directory, entry by entry as a stream, with bounds on everything an archive may
 *  claim. Nothing is written: an entry is bytes, never a path on this machine. Sizes and CRC-32 are checked.
 *  SOURCE: PKWARE, .ZIP File Format Specification (APPNOTE) 6.3.10, sections 4.3 and 4.5. */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { FeedChanged } from "../../src/domain/errors.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

export type { ZipEntry } from "./zip-directory.ts";

/** Bounds of an archive. */
export interface ZipLimits {
  /** Entries, folders included. */
  readonly entries: number;
  /** Bytes out per byte of the archive, judged above {@link ZipLimits.free}. */
  readonly ratio: number;
  /** Bytes that may come out whatever the ratio. */
  readonly free: number;
  /** Bytes out in all. */
  readonly total: number;
}

const LIMITS: ZipLimits = { entries: 1000, ratio: 250, free: 64 * 2 ** 20, total: 16 * 2 ** 30 };

export interface Zip {
  /** Plain entries in the order of the directory; folders are left out. */
  readonly entries: readonly ZipEntry[];
  /** Bytes of an entry. @throws FeedChanged when they are not what the directory says. */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>;
}

/** True when the file begins like a zip archive that holds something. */
export async function isZip(path: string): Promise<boolean> {
  // A pipe gives its bytes once.
  if (!(await stat(path)).isFile()) return false;
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

/** Opens an archive. @throws FeedChanged when it is cut off, encrypted, beyond the limits, or names a way out. */
export async function openZip(path: string, limits: ZipLimits = LIMITS): Promise<Zip> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const entries = await readDirectory(file, size, limits.entries);
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > limits.total || (total > limits.free && total > size * limits.ratio)) {
      throw new FeedChanged(`invalid archive: ${size} bytes would become ${total}`);
    }
    return { entries, read: (entry) => unpack(path, entry) };
  } finally {
    await file.close();
  }
}

async function* unpack(path: string, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  for await (const chunk of content(path, entry)) {
    size += chunk.length;
    if (size > entry.size) throw broken(entry, "is longer than the archive says");
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw broken(entry, "is damaged or cut off");
}

async function* content(path: string, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.packedSize === 0) return;
  const start = await dataStart(path, entry);
  const packed = createReadStream(path, { start, end: start + entry.packedSize - 1 });
  if (entry.method === "stored") {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  packed.on("error", (error) => inflate.destroy(error));
  try {
    for await (const chunk of packed.pipe(inflate)) yield chunk;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_")) {
      throw broken(entry, "is damaged or cut off", cause);
    }
    throw cause;
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

/** Behind the entry's own header, whose name and extra fields may have other lengths than the directory's. */
async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, entry.offset);
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) throw broken(entry, "has no header");
    return entry.offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

function broken(entry: ZipEntry, what: string, cause?: unknown): FeedChanged {
  return new FeedChanged(`invalid archive: ${entry.name} ${what}`, { cause });
}
