/** A seeded stream of numbers in [0, 1): the same seed trains the same trees on every machine.
 *  SOURCE: Marsaglia 2003, xorshift with 32 bits. */
export function seeded(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}
