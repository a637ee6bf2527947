/** Unpacks gzip where the bytes say that they are gzip (magic number, not the file name) and passes everything else
 *  on as it is. Expansion is bounded, so a small file cannot fill memory or keep the machine busy for days. */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { FeedChanged } from "../../src/domain/errors.ts";
import { startWith } from "./start-with.ts";

/** Bounds of what may come out of a gzip body. */
export interface GunzipLimits {
  /** Bytes out per byte in, judged once more than {@link GunzipLimits.free} bytes have come out. Text packs 5–50
   *  times; gzip's own maximum is 1032. */
  readonly ratio: number;
  /** Bytes that may come out whatever the ratio. */
  readonly free: number;
}

const LIMITS: GunzipLimits = { ratio: 250, free: 64 * 1024 * 1024 };

/** Bytes of a file, unpacked when they begin with gzip's magic number. Several gzip members in a row are one file.
 *  @throws FeedChanged when the body is broken or expands beyond the limits. */
export async function* gunzipped(
  source: AsyncIterable<Uint8Array>,
  limits: GunzipLimits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const { head, all } = await startWith(source, 2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  let bytesIn = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of all) {
      bytesIn += chunk.length;
      yield chunk;
    }
  };
  const packed = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  packed.on("error", (error) => gunzip.destroy(error));
  let bytesOut = 0;
  try {
    for await (const chunk of packed.pipe(gunzip)) {
      bytesOut += chunk.length;
      if (bytesOut > limits.free && bytesOut > bytesIn * limits.ratio) {
        throw new FeedChanged(
          `invalid gzip: expands more than ${limits.ratio} times; send the file unpacked if it is right`,
        );
      }
      yield chunk;
    }
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_"))) throw cause;
    throw new FeedChanged(`invalid gzip: ${cause.message}; the file is cut short or damaged`, { cause });
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}
