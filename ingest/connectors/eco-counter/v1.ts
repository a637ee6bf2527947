/** API 1.0: up to 100 days per request and channel, end exclusive. */
import { z } from "zod";
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { HttpClient, HttpReply } from "../../connector.ts";
import { RefusedCredentials } from "../../transport/refusals.ts";
import { apiUrl, type EcoCounterOptions } from "./options.ts";
import type { Series, Source } from "./series.ts";

const Reply = z.array(
  z.object({ date: z.string().nullish(), isoDate: z.string().nullish(), counts: z.number().nullish() }),
);
const Token = z.object({ access_token: z.string().min(1) });
const Channel = z.object({ id: z.number(), name: z.string().nullish(), sens: z.number().nullish() });
export const SitesV1 = z.array(
  z.object({ id: z.number(), name: z.string(), channels: z.array(Channel).default([]) }),
);

export type GetV1 = (path: string) => Promise<unknown>;

/** GET below the API's address with a bearer token; a bought token is bought again once when it is refused. */
export function clientV1(options: EcoCounterOptions): (http: HttpClient) => GetV1 {
  let bought: string | undefined;
  return (http) => async (path) => {
    const get = async (): Promise<HttpReply<unknown>> => {
      const token = options.token ?? bought ?? (await buyToken(options, http));
      bought = token;
      return http.json({ url: `${apiUrl(options)}${path}`, headers: { authorization: `Bearer ${token}` } });
    };
    try {
      return (await get()).body;
    } catch (error) {
      if (!(error instanceof RefusedCredentials) || options.token !== undefined) throw error;
      bought = undefined;
      return (await get()).body;
    }
  };
}

async function buyToken(options: EcoCounterOptions, http: HttpClient): Promise<string> {
  const { user = "", password = "", secret = "" } = options;
  const reply = await http.json({
    url: new URL("/token", apiUrl(options)).href,
    method: "POST",
    headers: { authorization: `Basic ${secret}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: "password", username: user, password }).toString(),
  });
  const token = Token.safeParse(reply.body);
  if (!token.success) throw new FeedChanged("invalid reply: Eco-Counter's token endpoint gave no token");
  return token.data.access_token;
}

export function sourceV1(options: EcoCounterOptions, get: GetV1): Source {
  const gates: [string, Series["direction"]][] = options.channels
    ? Object.entries(options.channels).map(([id, sense]) => [id, sense === "exits" ? "out" : "in"])
    : [[String(options.counter), "undefined"]];
  // v1 does not name the travel mode of a count: the channel was chosen by hand, so it is what the feed counts.
  const mode = options.travelModes[0] ?? "pedestrian";
  return {
    chunkDays: 100,
    read: (from, to) =>
      Promise.all(
        gates.map(async ([gate, direction]) => {
          const query = new URLSearchParams({
            begin: `${from}T00:00:00`,
            end: `${to}T00:00:00`,
            step: "15m",
            // With its holes as nulls, the hour that comes twice in autumn can be told apart by order.
            complete: "true",
          });
          const reply = Reply.safeParse(await get(`/data/site/${gate}?${query}`));
          if (!reply.success) throw new FeedChanged("invalid reply: Eco-Counter's counts have another shape");
          const points = reply.data.map((point) => ({
            time: point.isoDate ?? point.date ?? "",
            granularity: "PT15M",
            count: point.counts ?? null,
          }));
          return { gate, mode, direction, points };
        }),
      ),
  };
}
