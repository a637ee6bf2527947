/** Options of a The Things Stack feed: one application, its devices, and where they stand. */
import { z } from "zod";

/** Names of devices as the stack allows them. */
const deviceId = z.string().regex(/^[a-z0-9](?:-?[a-z0-9]){1,35}$/, "a device id of the stack is expected");

export const theThingsStackOptions = z.strictObject({
  /** Address of the cluster, such as `https://eu1.cloud.thethings.network`. */
  url: z.url({ protocol: /^https?$/ }),
  /** Id of the application; no tenant behind it. */
  application: deviceId,
  /** API key with the right to read the application's traffic. */
  key: z.string().min(1),
  /** Devices that count people, by id; others of the application are not read. */
  devices: z
    .record(
      deviceId,
      z.strictObject({
        /** Site, when it is not the feed's own. */
        site: z.string().optional(),
        /** Lines that count, of a sensor with several. */
        lines: z.array(z.int().min(1).max(4)).min(1).default([1]),
        /** True when the sensor hangs the other way round: its "in" is out. */
        reversed: z.boolean().default(false),
        /** Minutes between two reports; only for sensors that send no totals. */
        period: z.int().min(1).max(1440).default(15),
      }),
    )
    .refine((devices) => Object.keys(devices).length > 0, "at least one device is expected"),
});
export type TheThingsStackOptions = z.output<typeof theThingsStackOptions>;
export type Device = TheThingsStackOptions["devices"][string];
