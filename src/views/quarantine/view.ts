/** Resource `quarantine`: rows of one feed that were set aside. */
import { Problem } from "../../api/problem.ts";
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { startOfDay, toIso } from "../../domain/time.ts";
import { readQuarantine } from "../../store/quarantine.ts";
import type { ViewDeps } from "../deps.ts";
import { quarantineRow } from "./wire.ts";

const MOST = 10_000;
const DAY_MS = 86_400_000;

/** @throws Problem `unknown-feed` for a feed that the territory does not have */
export async function quarantineView(
  { store, territory, now }: ViewDeps,
  { id, from, to, state }: ViewQuery<"quarantine">,
): Promise<ViewReply<"quarantine">> {
  if (!territory.feeds.some((feed) => feed.id === id)) {
    const known = territory.feeds.map((feed) => feed.id).join(", ");
    throw new Problem("unknown-feed", `unknown feed: ${id} (one of ${known} is expected)`);
  }
  const span = {
    from: from === undefined ? 0 : startOfDay(from, territory.zone),
    // Clocks of pulls may be ahead of this one's.
    to: to === undefined ? now() + DAY_MS : startOfDay(to, territory.zone),
  };
  const { rows, held, open } = await readQuarantine(store, { feeds: [id], ...span, most: MOST });
  return {
    now: toIso(now()),
    ...{ feed: id, held, open },
    kept_days: Math.round(territory.retention.quarantineMs / DAY_MS),
    rows: rows.filter((row) => state === undefined || row.state === state).map(quarantineRow),
  };
}
