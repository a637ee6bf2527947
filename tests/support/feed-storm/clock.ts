/** A clock in fast motion that several processes share: each works it out from the machine's own. */
import { z } from "zod";
import type { Instant } from "../../../src/domain/time.ts";

/** From `realFrom` until `realTo` the time that began at `from` runs `speed` times as fast as the machine's; after
 *  that as fast. */
export const FastClock = z.object({
  from: z.number(),
  realFrom: z.number(),
  realTo: z.number(),
  speed: z.number(),
});
export type FastClock = z.infer<typeof FastClock>;

export function timeOf({ from, realFrom, realTo, speed }: FastClock, real: Instant = Date.now()): Instant {
  const fast = Math.min(real, realTo) - realFrom;
  return Math.round(from + fast * speed + Math.max(0, real - realTo));
}

/** Last instant of fast motion: nothing happens at the sources from then on. */
export function endOf({ from, realFrom, realTo, speed }: FastClock): Instant {
  return Math.round(from + (realTo - realFrom) * speed);
}
