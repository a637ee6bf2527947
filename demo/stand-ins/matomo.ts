/** A stand-in for Matomo's reporting API, as of a clock: visits by hour of one day. Traps kept: the token only in the
 *  body, refusals that say 200, hours of the site's clock without a date (both passes of a doubled hour in one), 24
 *  hours of today unless the future ones are hidden, 100 rows unless told otherwise. */
import { localDate, minuteOfDay, startOfDay } from "../../src/domain/time.ts";
import { answering, type CountsAccess, type CountsState, published } from "./counts-state.ts";
import { type Handler, ok, refuse } from "./reply.ts";

const ZONE = "Europe/Paris";
const DAY_MS = 86_400_000;

/** Matomo as a request handler: `POST /index.php`. */
export function createMatomoStandIn(state: CountsState, options: CountsAccess): Handler {
  return answering(options, (request, url, body) => {
    const form = new URLSearchParams(body);
    if (url.pathname !== "/index.php" || request.method !== "POST") return refuse(404, "not found");
    if (form.get("token_auth") !== options.key || url.searchParams.has("token_auth"))
      return ok({ result: "error", message: "You can't access this resource, alix@example.org" });
    const method = form.get("method");
    if (form.get("module") !== "API" || method !== "VisitTime.getVisitInformationPerServerTime")
      return ok({ result: "error", message: "The method does not exist" });
    const now = options.clock();
    const date = form.get("date") ?? "";
    const start = startOfDay(date, ZONE);
    const visits = new Map<number, number>();
    for (const { at, count } of published(state, start, start + DAY_MS + 7_200_000, now)) {
      const hour = minuteOfDay(at, ZONE) / 60;
      if (localDate(at, ZONE) === date) visits.set(hour, (visits.get(hour) ?? 0) + (count ?? 0));
    }
    const hidden = form.get("hideFutureHoursWhenToday") === "1" && date === localDate(now, ZONE);
    const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
      (hour) => !hidden || hour <= minuteOfDay(now, ZONE) / 60,
    );
    return ok(
      hours.map((hour) => ({ label: `${hour}`, nb_visits: visits.get(hour) ?? 0, nb_uniq_visitors: 1 })),
    );
  });
}
