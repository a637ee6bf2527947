/** Reads a reply's body with a bound on its size (after decompression) and on the silence between two pieces. */
import { FeedChanged } from "../../src/domain/errors.ts";
import { inTime } from "./in-time.ts";

/** Pieces of a body. Ends the transfer when `maxBytes` is passed or nothing comes for `idleMs`.
 *  @throws FeedChanged above `maxBytes`; whatever fetch throws when the connection is cut. */
export async function* boundedBody(
  body: ReadableStream<Uint8Array> | null,
  bounds: { readonly maxBytes: number; readonly idleMs: number; readonly place: string },
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  let total = 0;
  try {
    for (;;) {
      const piece = await inTime(reader.read(), bounds.idleMs, bounds.place);
      if (piece.done) return;
      total += piece.value.byteLength;
      if (total > bounds.maxBytes) {
        throw new FeedChanged(
          `invalid reply: more than ${bounds.maxBytes} bytes from ${bounds.place} (ask for a smaller span)`,
        );
      }
      yield piece.value;
    }
  } finally {
    // Frees the connection; a body that already failed refuses, which no longer matters.
    await reader.cancel().catch(() => undefined);
  }
}

/** A whole body as bytes, in one piece. */
export async function collectBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}
