/** The demonstration's clock: a function that says what time it is, so that a run may be shifted or hurried. */
import type { Instant } from "../src/domain/time.ts";

/** Epoch ms now; never goes backwards within a run. */
export type Clock = () => Instant;

/** The machine's own time. */
export const realClock: Clock = () => Date.now();

/** A clock that shows `at` when it is made and then runs `speed` times as fast as the machine's (default 1).
 *  @throws RangeError unless speed is a finite number above 0. */
export function startedAt(at: Instant, speed = 1, real: Clock = realClock): Clock {
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new RangeError(`invalid clock speed: ${speed} (a number above 0 is expected)`);
  }
  const origin = real();
  return () => Math.floor(at + (real() - origin) * speed);
}
