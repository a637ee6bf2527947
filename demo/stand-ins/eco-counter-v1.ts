/** API 1.0: sites with their channels, and counts of one site or channel. */
import { atLocalTime, HOUR, type Instant, QUARTER, type Zone } from "../../src/domain/time.ts";
import { type EcoChannel, type EcoCounterState, type EcoSite, readingsAsOf } from "./eco-counter-state.ts";
import { addUp, localText } from "./eco-counter-text.ts";
import { type Answer, ok, refuse } from "./reply.ts";

export function sitesV1(state: EcoCounterState): unknown {
  return state.sites.map((site) => ({
    id: site.id,
    name: site.name,
    domain: "example",
    longitude: site.position[0],
    latitude: site.position[1],
    userType: 1,
    interval: site.granularity === "PT15M" ? 15 : 60,
    channels: site.channels.map(({ id, name, direction }) => ({
      ...{ id, name, domain: "example", userType: 1, interval: 15 },
      sens: direction === "in" ? 1 : direction === "out" ? 2 : 5,
    })),
  }));
}

/** `begin` inclusive, `end` exclusive, local to the site; holes are nulls unless `complete=false`. */
export function readV1(
  state: EcoCounterState,
  id: number,
  query: URLSearchParams,
  { now, naive }: { now: Instant; naive: boolean },
): Answer {
  const found = find(state, id);
  if (!found) return refuse(404, "unknown site");
  const { site, channels } = found;
  const from = instantOf(query.get("begin") ?? "", site.timezone);
  const to = instantOf(query.get("end") ?? "", site.timezone);
  const stepMs = { "15m": QUARTER, hour: HOUR }[query.get("step") ?? "hour"];
  if (stepMs === undefined || !(to > from)) return refuse(400, "bad step or bounds");
  const known = new Map<Instant, number | null>();
  for (const [at, count] of addUp(channels.map((channel) => readingsAsOf(channel, from, to, now)))) {
    const start = at - (at % stepMs);
    const sum = known.get(start) ?? null;
    known.set(start, count === null ? sum : count + (sum ?? 0));
  }
  const complete = query.get("complete") !== "false";
  const starts = complete
    ? Array.from({ length: (to - from) / stepMs }, (_, i) => from + i * stepMs)
    : [...known.keys()];
  const rows = starts.map((at) => {
    const date = localText(at, site.timezone, { naive, colon: false });
    return { date, isoDate: date, counts: known.get(at) ?? null, status: 0 };
  });
  return ok(complete ? rows : rows.filter((row) => row.counts !== null));
}

function find(
  state: EcoCounterState,
  id: number,
): { site: EcoSite; channels: readonly EcoChannel[] } | undefined {
  for (const site of state.sites) {
    if (site.id === id) return { site, channels: site.channels };
    const channel = site.channels.find((candidate) => candidate.id === id);
    if (channel) return { site, channels: [channel] };
  }
  return undefined;
}

function instantOf(text: string, zone: Zone): Instant {
  return atLocalTime(text.slice(0, 10), text.slice(11, 16) || "00:00", zone);
}
