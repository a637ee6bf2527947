/** Streams for format tests. */

/** Bytes in chunks of the given sizes (cycled), so that borders fall anywhere. */
export async function* bytesOf(
  data: Uint8Array,
  sizes: readonly number[] = [64],
): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let i = 0; from < data.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    yield data.subarray(from, from + size);
    from += size;
  }
}

/** Text in pieces of the given sizes (cycled). */
export async function* textOf(text: string, sizes: readonly number[] = [64]): AsyncGenerator<string> {
  let from = 0;
  for (let i = 0; from < text.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    yield text.slice(from, from + size);
    from += size;
  }
}

/** Every item of a stream of batches. */
export async function flat<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

export async function join(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
