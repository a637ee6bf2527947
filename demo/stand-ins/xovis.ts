/** A stand-in for a Xovis sensor's history (API v5), as of a clock. Traps kept: bounds in ms, empty bins left out unless
 *  asked for, bins without a record that look like zeros, running totals beside the counts. */
import type { Instant } from "../../src/domain/time.ts";
import { HOUR, toIso } from "../../src/domain/time.ts";
import { answering, type CountsAccess, type CountsState, published } from "./counts-state.ts";
import { type Handler, ok, refuse } from "./reply.ts";

/** The sensor as a request handler: `/api/v5/singlesensor/data/history/logics`. */
export function createXovisStandIn(state: CountsState, options: CountsAccess): Handler {
  return answering(options, (request, url) => {
    const account = Buffer.from(`viewer:${options.key}`).toString("base64");
    if (request.headers.authorization !== `Basic ${account}`) return refuse(401, "unauthorized");
    if (url.pathname !== "/api/v5/singlesensor/data/history/logics") return refuse(404, "not found");
    const query = url.searchParams;
    if (query.get("resolution_min") !== "60" || query.get("time_format") !== "RFC3339")
      return refuse(400, "not understood by this stand-in");
    const from = Number(query.get("begin"));
    const now: Instant = options.clock();
    const empty = query.get("include_empty") === "true";
    const bins = published(state, from, Math.min(Number(query.get("end")), now - HOUR + 1), now);
    return ok({
      config: {
        name: "Porte nord (alix@example.org)",
        counts: [
          { id: 11, logic_id: 1001, name: "fw", type: "accumulation" },
          { id: 12, logic_id: 1001, name: "bw", type: "accumulation" },
          { id: 13, logic_id: 1002, name: "inside", type: "state" },
        ],
      },
      measurements: bins
        .filter(({ count }) => empty || count)
        .map(({ at, count }) => ({
          begin: toIso(at),
          end: toIso(at + HOUR),
          records: count === null ? 0 : 60,
          counts: [
            { id: 11, value: count ?? 0 },
            { id: 12, value: 0 },
            { id: 13, value: 4 },
          ],
        })),
    });
  });
}
