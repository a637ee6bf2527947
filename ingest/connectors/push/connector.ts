/** A source that sends its records itself, to POST /api/v1/feeds/{id}/records. Nothing is pulled: a turn of the feed
 *  only brings its figures up to date. */
import { defineConnector } from "../../connector.ts";
import { PushOptions } from "./options.ts";

export const pushConnector = defineConnector({
  type: "push",
  options: PushOptions,
  open: ({ id, options }) => ({
    streams: [],
    check: async () => ({
      ok: true,
      detail: `waits at /api/v1/feeds/${id}/records for ${options.token === undefined ? "a signature" : "its token"}`,
    }),
  }),
});
