/** Options of an xAPI feed: one store of learning records (LRS) into which kiosks write. */
import { z } from "zod";

const iri = z.url("an address such as http://adlnet.gov/expapi/verbs/initialized is expected");

export const xapiOptions = z.strictObject({
  /** Address of the store, under which `/statements` stands. */
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  user: z.string().min(1),
  password: z.string(),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .default("1.0.3"),
  /** Only statements about this activity and those below it. */
  activity: iri.optional(),
  /** Where a statement names its kiosk: `platform`, or the address of an extension of its context. */
  kiosk: z.union([z.literal("platform"), iri]).default("platform"),
  /** Name of the kiosk where a statement gives none. */
  gate: z.string().min(1).optional(),
  /** Site by kiosk, where the kiosks of one store stand at several sites. */
  sites: z.record(z.string(), z.string()).optional(),
  /** What a verb counts, beside or instead of the usual ones. */
  verbs: z.record(iri, z.enum(["session_start", "view", "heartbeat", "ignore"])).default({}),
  /** Screen by activity. @default the last part of the activity's address */
  topics: z.record(z.string(), z.string()).default({}),
  /** First instant of storing to read from. @default everything */
  since: z.iso.datetime({ offset: true }).optional(),
});
export type XapiOptions = z.output<typeof xapiOptions>;
