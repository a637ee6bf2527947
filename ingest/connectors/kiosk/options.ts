/** Options of the `kiosk` connector. */
import { z } from "zod";

export const KioskOptions = z
  .strictObject({
    /** Pattern of JSON Lines files in a folder; relative to the territory file. */
    path: z.string().min(1).optional(),
    /** One such file by HTTP, asked for again only when it has changed. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** Headers of the request, for access. */
    headers: z.record(z.string(), z.string()).default({}),
    /** Site by kiosk_id, where the kiosks of one feed stand at several sites. */
    sites: z.record(z.string(), z.string()).optional(),
    /** Share of rejected lines (0–1) above which a file is held back whole; judged from 20 bad lines on. */
    max_bad: z.number().min(0).max(1).default(0.05),
    /** Seconds for which a file must not have changed. */
    stable_for: z.number().min(0).default(1),
  })
  .refine((options) => (options.path === undefined) !== (options.url === undefined), {
    path: ["path"],
    error: "give either path or url",
  });
export type KioskOptions = z.infer<typeof KioskOptions>;
