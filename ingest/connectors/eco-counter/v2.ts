/** API v2: one local day per request, bounds inclusive and in the site's own clock. */
import { z } from "zod";
import { FeedChanged } from "../../../src/domain/errors.ts";
import { addDays } from "../../../src/domain/time.ts";
import type { HttpClient } from "../../connector.ts";
import { apiUrl, type EcoCounterOptions } from "./options.ts";
import type { Source } from "./series.ts";

const Reply = z.array(
  z.object({
    travelMode: z.string(),
    direction: z.enum(["in", "out", "undefined"]),
    data: z.array(z.object({ timestamp: z.string(), granularity: z.string(), counts: z.number().nullish() })),
  }),
);

export const SitesV2 = z.array(
  z.object({ id: z.number(), name: z.string(), travelModes: z.array(z.string()).default([]) }),
);

/** Header of every v2 request. */
export function headersV2(options: EcoCounterOptions): Record<string, string> {
  return { "x-api-key": options.key ?? "" };
}

export function sourceV2(options: EcoCounterOptions, http: HttpClient): Source {
  const gate = String(options.counter);
  return {
    chunkDays: 1,
    async read(from, to) {
      const query = new URLSearchParams({
        siteId: gate,
        startDate: from,
        // `to` is exclusive here, the API's end is inclusive to the minute.
        endDate: addDays(to, -1),
        startTime: "00:00",
        endTime: "23:59",
      });
      const url = `${apiUrl(options)}/api/v2/history/traffic/raw?${query}`;
      const { body } = await http.json({ url, headers: headersV2(options) });
      const reply = Reply.safeParse(body);
      if (!reply.success) throw new FeedChanged("invalid reply: Eco-Counter's counts have another shape");
      refuseTwins(reply.data);
      return reply.data.map(({ travelMode, direction, data }) => ({
        ...{ gate, mode: travelMode, direction },
        points: data.map((point) => ({
          time: point.timestamp,
          granularity: point.granularity,
          count: point.counts ?? null,
        })),
      }));
    },
  };
}

/** Two series of the same kind would share their keys: one would silently replace the other. */
function refuseTwins(series: z.output<typeof Reply>): void {
  const kinds = series.map(({ travelMode, direction }) => `${travelMode} ${direction}`);
  const twin = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twin !== undefined) throw new FeedChanged(`invalid reply: two series "${twin}" for one site`);
}
