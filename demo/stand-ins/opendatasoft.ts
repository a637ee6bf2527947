/** A stand-in for one counting data set on an Opendatasoft portal (Explore API v2.1), as of a clock. Traps kept: 100
 *  rows a page, nothing beyond offset + limit 10 000, times in the zone asked for, holes as null, rows that vanish or
 *  change when the set is published anew. */
import { type Instant, toIso } from "../../src/domain/time.ts";
import { type CountsAccess, type CountsState, published } from "./counts-state.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, refuse, write } from "./reply.ts";

export interface OpendatasoftOptions extends CountsAccess {
  readonly dataset: string;
  /** @default 10 000, as the API has it */
  readonly cap?: number;
}

const WHERE = /^date >= date'([^']+)' and date < date'([^']+)'$/;

/** The portal as a request handler. */
export function createOpendatasoftStandIn(state: CountsState, options: OpendatasoftOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    const url = new URL(request.url ?? "/", "http://stand-in");
    const known = request.headers.authorization === `Apikey ${options.key}`;
    const answer = known ? route(url, state, options, now) : refuse(401, "invalid apikey");
    write(request, response, { answer, fault, now });
  };
}

function route(
  url: URL,
  state: CountsState,
  { cap = 10_000, dataset }: OpendatasoftOptions,
  now: Instant,
): Answer {
  if (url.pathname !== `/api/explore/v2.1/catalog/datasets/${dataset}/records`)
    return refuse(404, "unknown dataset");
  const query = url.searchParams;
  const limit = Number(query.get("limit") ?? 10);
  const offset = Number(query.get("offset") ?? 0);
  if (limit > 100 || offset + limit > cap) return refuse(400, "invalid value for offset or limit");
  const [, from = "", to = ""] = WHERE.exec(query.get("where") ?? "") ?? [];
  if (from === "" || query.get("timezone") !== "UTC") return refuse(400, "not understood by this stand-in");
  const rows = published(state, Date.parse(from), Date.parse(to), now);
  return ok({
    total_count: rows.length,
    results: rows.slice(offset, offset + limit).map(({ gate, at, count }) => ({
      id_compteur: gate,
      nom_compteur: "Porte de Paris",
      sum_counts: count,
      date: toIso(at).replace(/(\.000)?Z$/, "+00:00"),
      agent: "alix@example.org",
      coordinates: { lon: 3.23, lat: 50.17 },
    })),
  });
}
