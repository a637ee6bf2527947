/** Sends what waits, again and again until the server has said that it has it. The same press may leave more than once:
 *  its id makes it one. */
import type { Press } from "./press.ts";
import type { Queue } from "./queue.ts";

/** How the last attempt ended. */
export type Outcome =
  | { readonly kind: "sent"; readonly stored: number; readonly tooOld: number; readonly waiting: boolean }
  | { readonly kind: "offline" }
  | { readonly kind: "denied" };

export interface SendEffects {
  readonly fetch: typeof fetch;
  /** Hears the Date header of each answer, and when it was asked and read, epoch ms. */
  readonly heard: (date: string | null, asked: number, read: number) => void;
}

interface Refusal {
  readonly id: string;
  readonly reason: "future" | "too_old";
}

/** Gives up on an answer after so long: a phone at the edge of the network hears nothing for minutes. */
const PATIENCE_MS = 20_000;

/** Sends batch after batch until nothing waits, or something is in the way. */
export async function sendAll(queue: Queue, effects: SendEffects): Promise<Outcome> {
  let tooOld = 0;
  let stored = 0;
  for (;;) {
    const batch = await queue.begin();
    if (batch.length === 0) return { kind: "sent", stored, tooOld, waiting: false };
    const reply = await post(batch, effects);
    if (!reply) return { kind: "offline" };
    if (reply.status >= 500 || reply.status === 429) return { kind: "offline" };
    if (!reply.ok) return { kind: "denied" };
    const { refused }: { refused: readonly Refusal[] } = await reply.json();
    stored += batch.length - refused.length;
    const ahead = new Set(refused.flatMap(({ id, reason }) => (reason === "future" ? [id] : [])));
    tooOld += refused.length - ahead.size;
    await queue.settle(batch.filter(({ id }) => !ahead.has(id)));
    // What is ahead of its time is asked for again at the next turn, not at once.
    if (ahead.size > 0) return { kind: "sent", stored, tooOld, waiting: true };
  }
}

/** Undefined = no answer. */
async function post(batch: readonly Press[], { fetch, heard }: SendEffects): Promise<Response | undefined> {
  const asked = Date.now();
  try {
    const reply = await fetch("/api/v1/tallies", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ site: batch[0]?.site, entries: batch.map(entryOf) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    heard(reply.headers.get("Date"), asked, Date.now());
    return reply;
  } catch {
    return undefined;
  }
}

/** As the API takes it. */
function entryOf({ id, at, tariff, count, withdrawn }: Press) {
  return { id, at: new Date(at).toISOString(), ...(tariff ? { tariff } : {}), count, withdrawn };
}
