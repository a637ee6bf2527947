/** GET /live: today's counts and the people inside now, site by site: as a reply, or as events while it changes. */
import { z } from "zod";
import { BoardRow, BoardState } from "./board.ts";
import { At, Day, Provenance } from "./common.ts";
import { Inside } from "./inside.ts";
import { defineRoute } from "./route.ts";

export const LiveRow = z.object({
  /** Site id, or `territory` for all together. */
  site: z.string(),
  state: BoardState,
  /** Visits so far today; null = missing or closed, as `state` says. */
  visits: z.number().nonnegative().nullable(),
  bound: BoardRow.shape.bound,
  /** Null while closed, without a door that counts both ways, and while that door is silent. */
  inside: Inside.nullable(),
});
export type LiveRow = z.infer<typeof LiveRow>;

/** Media type that asks for events. */
export const EVENT_STREAM = "text/event-stream";

export const liveRoute = defineRoute({
  path: "/live",
  summary:
    "Today's counts and the people inside now. With Accept: text/event-stream, an event `live` with the same " +
    "document whenever the data change; its id names the state of the data.",
  query: z.object({}),
  reply: Provenance.extend({ now: At, zone: z.string(), day: Day, rows: z.array(LiveRow) }),
});
export type Live = z.infer<typeof liveRoute.reply>;
