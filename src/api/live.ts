/** GET /live as server-sent events, for whoever asks for them; everybody else gets the reply as a document.
 *  SOURCE: WHATWG HTML, section 9.2 (server-sent events). */
import type { RequestHandler } from "express";
import { EVENT_STREAM } from "../contract/live.ts";
import type { Asker } from "./asker.ts";
import { createLiveHub, type HubEffects, type HubOptions, type LiveHub } from "./live-hub.ts";
import { Problem } from "./problem.ts";

/** Seconds after which a listener for whom there was no room may come again. */
const COME_AGAIN_S = 30;

/** The hub over the resource `live`: its question is the API's own, so that one answer serves both. */
export function liveHub<Query, Reply extends object>(
  asker: Asker<Query, Reply>,
  log: HubEffects["log"],
  options: HubOptions = {},
): LiveHub {
  const question = asker.question({});
  return createLiveHub(
    {
      version: () => asker.edition().version,
      ask: async () => JSON.stringify(await asker.ask(question, asker.edition())),
      log,
    },
    options,
  );
}

/** Goes on to the document where no events are asked for. */
export function events(hub: LiveHub): RequestHandler {
  return (req, res, next) => {
    if (req.method !== "GET" || !req.headers.accept?.includes(EVENT_STREAM)) return next();
    if (hub.isFull()) {
      throw new Problem("busy", "there is room for no more live connections: ask for application/json", {
        headers: { "Retry-After": String(COME_AGAIN_S) },
      });
    }
    res.status(200).set({
      "Content-Type": EVENT_STREAM,
      "Cache-Control": "no-store, no-transform",
      Vary: "Accept",
      // nginx would hold events back until a buffer is full.
      "X-Accel-Buffering": "no",
    });
    hub.add(res, req.get("Last-Event-ID"));
  };
}
