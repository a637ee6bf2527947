/** Typed face of the query of hand counts. Instants are epoch ms. */
import { z } from "zod";
import { Int, query } from "../../store/query.ts";

export const tallyQuarter = query(
  "tally_quarter",
  z.object({ site: z.string(), from: z.int(), to: z.int() }),
  z.object({ start: Int, tariff: z.string(), people: Int, minutes: Int }),
);
