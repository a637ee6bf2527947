/** Open-Meteo: temperature and rain of one place, hour by hour, as forecast and as it came. Traps in NOTES.md. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { defineConnector } from "../../connector.ts";
import { readHourly } from "./api.ts";
import { forecastsStream } from "./forecasts.ts";
import { observedStream } from "./observed.ts";
import { openMeteoOptions } from "./options.ts";

export const openMeteoConnector = defineConnector({
  type: "open-meteo",
  options: openMeteoOptions,
  open: ({ options, site, zone }) => ({
    streams: [forecastsStream(options, { site, zone }), observedStream(options, { site, zone })],
    async check({ http }) {
      try {
        const { latitude, longitude, times } = await readHourly(options, http, "api", { forecast_days: "1" });
        return { ok: true, detail: `${times.length} hours for ${latitude}° N, ${longitude}° E` };
      } catch (error) {
        if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
        return { ok: false, problem: error.message, remedy: "check position, url and key of this feed" };
      }
    },
  }),
});
