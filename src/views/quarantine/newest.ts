/** The newest rows set aside that wait for somebody, for the screen of quality. */
import type { ViewReply } from "../../api/views.ts";
import { HOUR, type Instant } from "../../domain/time.ts";
import { readQuarantine } from "../../store/quarantine.ts";
import type { ViewDeps } from "../deps.ts";
import { quarantineRow } from "./wire.ts";

/** Rows shown, of so many looked through. */
const SHOWN = 12;
const LOOKED_AT = 200;

/** @param feed null = of all feeds */
export async function newestAside(
  { store, memories }: Pick<ViewDeps, "store" | "memories">,
  now: Instant,
  feed: string | null,
): Promise<ViewReply<"quality">["quarantine"]> {
  const feeds = feed === null ? [] : [feed];
  const asked = { feeds, from: 0, to: now + 24 * HOUR, most: LOOKED_AT };
  const { rows, held, open } = await memories.aside(feed ?? "", () => readQuarantine(store, asked));
  const waiting = rows.filter(({ state }) => state === "open").slice(0, SHOWN);
  return { held, open, rows: waiting.map(quarantineRow) };
}
