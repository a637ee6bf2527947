/** One row corrected from the page or over the API: the same replay as the command's. */
import type { z } from "zod";
import { carryOut, planReplay, type ReplayOptions } from "../../../ingest/quarantine/replay.ts";
import type { BoundAction } from "../../api/mount-action.ts";
import { bindAction } from "../../api/mount-action.ts";
import { Problem } from "../../api/problem.ts";
import { ACTIONS } from "../../contract/actions.ts";
import { quarantineRow } from "../../views/quarantine/wire.ts";
import { bindFeeds } from "../feeds.ts";
import type { Service } from "../service.ts";
import { createTurns, type Turns } from "../turns.ts";
import { rowsOf } from "./rows.ts";

type Input = z.output<typeof ACTIONS.correctRow.input>;
type Reply = z.input<typeof ACTIONS.correctRow.reply>;

/** How long somebody at a page waits for a feed that is being read. */
const PATIENCE_MS = 10_000;

export function correctRowAction(service: Service): BoundAction {
  const turns = createTurns(service);
  return bindAction("correctRow", ACTIONS.correctRow, (input) => correctRow(service, turns, input));
}

/** @throws Problem for a feed or row that is not there, and for a correction that does not make it right */
async function correctRow(service: Service, turns: Turns, { id, row, set, drop }: Input): Promise<Reply> {
  const { territory, now } = service;
  if (!territory.feeds.some((feed) => feed.id === id)) {
    throw new Problem("unknown-feed", `unknown feed: ${id}`);
  }
  const [bound] = bindFeeds(territory, [id]);
  const held = (await rowsOf(service, [id], 0)).rows.filter((each) => each.id === row);
  if (!bound || held.length === 0) {
    throw new Problem("unknown-row", `unknown row: ${row} (/api/v1/feeds/${id}/quarantine lists them)`);
  }
  const rule = { where: { "@row": row }, ...(set === undefined ? { drop: drop ?? "" } : { set }) };
  const asked: ReplayOptions = {
    feed: bound.open,
    rows: held,
    rules: [{ correction: rule, by: "person" }],
    sites: new Set(territory.sites.map((site) => site.id)),
    now: now(),
  };
  const counts = await turns.leased(
    id,
    async ({ state, sink }) => {
      const plan = await planReplay(asked, state);
      const [first] = plan;
      if (first?.outcome === "refused") {
        throw new Problem("invalid-parameter", `invalid correction: ${first.detail}`);
      }
      const done = await carryOut(plan, asked, sink);
      await sink.settle(id, now());
      return done;
    },
    PATIENCE_MS,
  );
  if (!counts)
    throw new Problem("busy", `${id} is being read: try again`, { headers: { "Retry-After": "10" } });
  const after = (await rowsOf(service, [id], 0)).rows.find((each) => each.id === row);
  if (!after) throw new Problem("unknown-row", `unknown row: ${row}`);
  const { accepted, revised, unchanged } = counts;
  return { row: quarantineRow(after), accepted, revised, unchanged };
}
