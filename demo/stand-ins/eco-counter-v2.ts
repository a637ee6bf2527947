/** API v2: sites, and raw counts of one site by travel mode and direction. */
import { atLocalTime, type Instant } from "../../src/domain/time.ts";
import { type EcoCounterState, readingsAsOf } from "./eco-counter-state.ts";
import { addUp, localText } from "./eco-counter-text.ts";
import { type Answer, ok, refuse } from "./reply.ts";

export function sitesV2(state: EcoCounterState): unknown {
  return state.sites.map((site) => ({
    id: site.id,
    name: site.name,
    description: null,
    customId: "",
    location: { lon: site.position[0], lat: site.position[1] },
    granularity: site.granularity,
    travelModes: [...new Set(site.channels.map((channel) => channel.travelMode))],
    directional: site.channels.some((channel) => channel.direction !== "undefined"),
    field_of_a_later_version: 1,
  }));
}

/** Bounds are local to the site and both inclusive. */
export function readV2(
  state: EcoCounterState,
  query: URLSearchParams,
  { now, naive }: { now: Instant; naive: boolean },
): Answer {
  const site = state.sites.find(({ id }) => String(id) === query.get("siteId"));
  if (!site) return refuse(404, "unknown site");
  const from = atLocalTime(query.get("startDate") ?? "", query.get("startTime") ?? "00:00", site.timezone);
  const to = atLocalTime(query.get("endDate") ?? "", query.get("endTime") ?? "23:59", site.timezone);
  const kinds = new Set(site.channels.map((channel) => `${channel.travelMode} ${channel.direction}`));
  const series = [...kinds].map((kind) => {
    const channels = site.channels.filter((channel) => `${channel.travelMode} ${channel.direction}` === kind);
    const rows = addUp(channels.map((channel) => readingsAsOf(channel, from, to + 1, now)));
    const [travelMode, direction] = kind.split(" ");
    const data = rows.map(([at, counts]) => ({
      timestamp: localText(at, site.timezone, { naive, colon: true }),
      granularity: site.granularity,
      counts,
    }));
    return { travelMode, direction, data };
  });
  return ok(series.filter(({ data }) => data.length > 0));
}
