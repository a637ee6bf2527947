/** Keeps a download in a private temporary file: a body that breaks off half-way then delivers nothing, and its
 *  fingerprint is known before the first row is read. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FeedChanged } from "../../src/domain/errors.ts";

export interface Spooled {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  /** Removes the file. */
  dispose(): Promise<void>;
}

/** Largest download, bytes. */
const MAX_BYTES = 8 * 1024 ** 3;

/** Writes a body to a temporary file. @throws FeedChanged when it is larger than `maxBytes`. */
export async function spool(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  maxBytes: number = MAX_BYTES,
): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), "beffroi-"));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, "body");
  const hash = createHash("sha256");
  let size = 0;
  const measured = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw new FeedChanged(`invalid download: more than ${maxBytes} bytes`);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(
      Readable.from(measured(), { objectMode: false }),
      createWriteStream(path, { mode: 0o600 }),
      {
        signal,
      },
    );
  } catch (cause) {
    await dispose();
    throw cause;
  }
  return { path, size, sha256: hash.digest("hex"), dispose };
}
