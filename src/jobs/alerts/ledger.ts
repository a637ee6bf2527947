/** Who was told what: attempts in the store. An attempt is claimed, then `sending` from the moment at which the other
 *  side may have the message, then `sent`, `failed`, `refused` or `unknown`. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Recipient } from "../../domain/alert.ts";
import { type Instant, MINUTE, toIso } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { insertRows } from "../../store/rows.ts";
import { nextStamp } from "../../store/stamp.ts";
import { type AttemptState, alertAttempts } from "./queries.ts";

type Attempt = z.output<typeof alertAttempts.row>;

/** A claim of a process that died before it sent anything counts this long. */
const CLAIM_MS = 5 * MINUTE;
/** After this long nobody is still sending: the process died meanwhile. */
const SENDING_MS = 10 * MINUTE;

/** What is known about telling one recipient one subject. */
export type Standing =
  | { readonly kind: "open"; readonly tries: number }
  /** Told, or never to be told. */
  | { readonly kind: "done" }
  /** Somebody is at it, or it is too early to try again. */
  | { readonly kind: "busy" }
  /** A process died while it was sending: nobody knows. */
  | { readonly kind: "lost"; readonly claim: string };

/** Where a subject stands. `own`: a claim that does not count as somebody else's. */
export function standingOf(attempts: readonly Attempt[], now: Instant, own = ""): Standing {
  const others = attempts.filter(({ claim }) => claim !== own);
  const has = (...states: AttemptState[]) => others.some(({ state }) => states.includes(state));
  if (has("sent", "refused", "unknown")) return { kind: "done" };
  const sending = others.filter(({ state }) => state === "sending");
  const lost = sending.find(({ since }) => now - since > SENDING_MS);
  if (lost) return { kind: "lost", claim: lost.claim };
  const claimed = others.some(({ state, since }) => state === "claimed" && now - since <= CLAIM_MS);
  const waiting = others.some(({ state, next }) => state === "failed" && next > now);
  if (sending.length > 0 || claimed || waiting) return { kind: "busy" };
  return { kind: "open", tries: Math.max(0, ...others.map(({ tries }) => tries)) };
}

/** Names a recipient without saying who it is. */
export function recipientKey({ address }: Recipient): string {
  return createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 16);
}

/** One recipient of one alert. */
export interface Line {
  readonly alert: string;
  readonly recipient: string;
}

export interface Ledger {
  read(line: Line, subjects: readonly string[]): Promise<ReadonlyMap<string, readonly Attempt[]>>;
  /** Writes the same step for several subjects. */
  mark(line: Line, subjects: readonly string[], step: Step): Promise<void>;
}

export interface Step {
  readonly claim: string;
  readonly state: AttemptState;
  readonly at: Instant;
  /** @default 0 */
  readonly tries?: number;
  /** When it may be tried again; @default `at` */
  readonly next?: Instant;
}

export function createLedger(store: Store): Ledger {
  return {
    async read({ alert, recipient }, subjects) {
      if (subjects.length === 0) return new Map();
      const rows = await ask(store, alertAttempts, { alert, recipient, subjects: [...subjects] });
      return Map.groupBy(rows, ({ subject }) => subject);
    },
    async mark({ alert, recipient }, subjects, { claim, state, at, tries = 0, next = at }) {
      const rows = subjects.map((subject) => ({
        alert,
        subject,
        recipient,
        claim,
        state,
        tries,
        next_at: toIso(next),
        at: toIso(at),
        stamp: nextStamp(),
      }));
      await insertRows(store, "mark_alert", "alert_sent", rows);
    },
  };
}
