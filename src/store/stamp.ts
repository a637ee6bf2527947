/** Increasing 53-bit numbers that order what one process writes: microseconds of the machine's clock, never twice
 *  the same and never going back while the process lives. */
let last = 0;

/** The next stamp. Leaves room for one derived stamp (stamp + 1) before the next. */
export function nextStamp(): number {
  last = Math.max(last + 2, Date.now() * 1000);
  return last;
}

/** Every stamp from here on is higher: whoever goes on with another process's work must not be ordered before it,
 *  whatever their two clocks say. */
export function stampAfter(floor: number): void {
  last = Math.max(last, floor);
}
