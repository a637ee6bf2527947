/** The tally: people counted by hand on a phone, which come through the service's own page. Nothing is pulled. */
import { z } from "zod";
import { TARIFFS } from "../../../src/domain/record.ts";
import { defineConnector } from "../../connector.ts";

const TallyOptions = z.strictObject({
  /** Tariff classes to tell apart, in the order of their buttons; none = people alone. */
  tariffs: z
    .array(z.enum(TARIFFS))
    .max(4, "at most four: more buttons do not fit on a phone")
    .refine((tariffs) => new Set(tariffs).size === tariffs.length, "each class once is expected")
    .default([]),
});

export const tallyConnector = defineConnector({
  type: "tally",
  options: TallyOptions,
  open: ({ site }) => ({
    streams: [],
    check: async () =>
      site === ""
        ? { ok: false, problem: "no site", remedy: "name the site whose visitors are counted" }
        : { ok: true, detail: `counted by hand at /saisie/${site}` },
  }),
});
