/** A stand-in for Telraam's traffic reports, as of a clock. Traps kept: a POST that reads, times in UTC beside a zone,
 *  fractions of pedestrians, hours in which the camera slept. */
import { answering, type CountsAccess, type CountsState, published } from "./counts-state.ts";
import { type Handler, ok, refuse } from "./reply.ts";

/** The API as a request handler: `POST /v1/reports/traffic`. */
export function createTelraamStandIn(state: CountsState, options: CountsAccess): Handler {
  return answering(options, (request, url, body) => {
    if (request.headers["x-api-key"] !== options.key) return refuse(403, "forbidden");
    if (url.pathname !== "/v1/reports/traffic" || request.method !== "POST") return refuse(404, "not found");
    const asked: unknown = JSON.parse(body);
    const read = (name: string) => String(asked instanceof Object ? Reflect.get(asked, name) : "");
    if (read("level") !== "segments" || read("format") !== "per-hour") return refuse(400, "bad request");
    const rows = published(
      state,
      Date.parse(read("time_start")),
      Date.parse(read("time_end")),
      options.clock(),
    );
    return ok({
      status_code: 200,
      message: "ok",
      report: rows.map(({ at, count }) => ({
        instance_id: -1,
        segment_id: Number(read("id")),
        date: new Date(at).toISOString(),
        interval: "hourly",
        uptime: count === null ? 0.2 : 0.9,
        pedestrian: count === null ? 3.1 : count + 0.2,
        bike: 4,
        car: 20,
        timezone: "Europe/Brussels",
        owner: "alix@example.org",
      })),
    });
  });
}
