/** A source that sends its records itself, to POST /api/v1/feeds/{id}/records. Nothing is pulled: a turn of the feed
 *  only brings its figures up to date. */
import { defineConnector } from "../../connector.ts";
import { mapRow } from "../../push/map.ts";
import { streamOfPushed } from "../../push/stream-of.ts";
import { PushOptions } from "./options.ts";

export const pushConnector = defineConnector({
  type: "push",
  options: PushOptions,
  open: ({ id, site, options }) => ({
    streams: [],
    streamOf: streamOfPushed,
    remap: ({ row: { fields }, seen }) => [
      mapRow({ number: 0, fields }, { site, options, now: seen, batch: "" }),
    ],
    check: async () => ({
      ok: true,
      detail: `waits at /api/v1/feeds/${id}/records for ${options.token === undefined ? "a signature" : "its token"}`,
    }),
  }),
});
