/** Bounds how long something may take that has no clock of its own. */

/** The promise's outcome, or an error after `ms`. `place` is for the message. */
export async function inTime<T>(promise: Promise<T>, ms: number, place: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no data for ${ms} ms from ${place}`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Pieces as they come. Ends with an error when nothing comes for `idleMs`. */
export async function* neverSilent(
  pieces: AsyncIterable<Uint8Array>,
  idleMs: number,
  place: string,
): AsyncGenerator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await inTime(iterator.next(), idleMs, place);
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    // TRICKY: not awaited: a silent iterator would not come back from its pending read.
    if (!ended) iterator.return?.()?.catch(() => undefined);
  }
}
