/** People inside a site now, from a door that counts both ways. */
import { z } from "zod";
import { At } from "./common.ts";

export const Inside = z.object({
  /** Entries less exits since the opening, never below 0; the sum starts anew at each opening. */
  people: z.int().nonnegative(),
  /** Most people that the site may hold; null = none is declared. */
  capacity: z.int().nullable(),
  /** People by which `people` may be off: what the door misses in 8 days of 10, at as many crossings; null with too
   *  few past days to tell. */
  tolerance: z.int().nonnegative().nullable(),
  /** End of the newest span that the door has sent. */
  at: At,
});
export type Inside = z.infer<typeof Inside>;
