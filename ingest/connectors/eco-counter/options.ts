/** Options of an Eco-Counter feed in the territory file: one counter (v2: a site; v1: a site or channels). */
import { z } from "zod";
import { isLocalDate } from "../../../src/domain/time.ts";

const V1_URL = "https://apieco.eco-counter-tools.com/api/1.0";

export const ecoCounterOptions = z
  .strictObject({
    /** Version of the API that the key is for. @default v2 */
    api: z.enum(["v1", "v2"]).default("v2"),
    /** v2: the address given with the key. v1: @default Eco-Counter's public address */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** v2: value of `X-API-KEY`. */
    key: z.string().min(1).optional(),
    /** v1: bearer token, or instead an account that buys one. */
    token: z.string().min(1).optional(),
    user: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    /** v1: what stands behind `Basic` when a token is bought. */
    secret: z.string().min(1).optional(),
    /** Id of the counting site at Eco-Counter. */
    counter: z.int().positive(),
    /** v1: what each channel counts, by channel id. Without it the site's total counts as entries, since the
     *  meaning of v1's direction codes is not published. */
    channels: z.record(z.string().regex(/^\d+$/), z.enum(["entries", "exits"])).optional(),
    /** Who is counted. @default pedestrians only */
    travelModes: z.array(z.string()).min(1).default(["pedestrian"]),
    /** First day to read. @default two years before the first pull */
    since: z.string().refine(isLocalDate, "a day (YYYY-MM-DD) is expected").optional(),
  })
  .superRefine((options, refinement) => {
    const missing = (path: string, message: string) =>
      refinement.addIssue({ code: "custom", path: [path], message });
    if (options.api === "v2" && options.url === undefined)
      missing("url", "v2 needs the address given with the key");
    if (options.api === "v2" && options.key === undefined) missing("key", "v2 needs an X-API-KEY");
    const account =
      options.user !== undefined && options.password !== undefined && options.secret !== undefined;
    if (options.api === "v1" && options.token === undefined && !account) {
      missing("token", "v1 needs a token, or user, password and secret");
    }
  });
export type EcoCounterOptions = z.output<typeof ecoCounterOptions>;

/** Address of the API without a trailing slash. */
export function apiUrl(options: EcoCounterOptions): string {
  return (options.url ?? V1_URL).replace(/\/+$/, "");
}
