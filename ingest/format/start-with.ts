/** Looks at the first bytes of a stream without losing them. */

/** The first `size` bytes (fewer when the stream is shorter) and the whole stream again, first bytes included.
 *  `all` can be read once. */
export async function startWith(
  source: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const chunks = source[Symbol.asyncIterator]();
  const kept: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await chunks.next();
    if (next.done) break;
    kept.push(next.value);
    length += next.value.length;
  }
  const head = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept);
  return { head, all: rest(head, chunks) };
}

async function* rest(
  head: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}
