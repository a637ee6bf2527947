/** Tells one recipient about subjects, each once, whatever else runs or dies. Who has claimed a subject goes on only
 *  after a look at which nobody else's claim stands. A claim is written before that look, so of two the one that looks
 *  second always sees the first: at most one goes on. Of claims that see each other the first by name waits a moment for
 *  the others to stand back, so that one does go on. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Recipient } from "../../domain/alert.ts";
import { type Instant, MINUTE } from "../../domain/time.ts";
import type { Outcome } from "./delivery.ts";
import { type Ledger, type Line, recipientKey, standingOf } from "./ledger.ts";

export interface OnceEffects {
  readonly ledger: Ledger;
  readonly now: () => Instant;
  readonly log: {
    warn(facts: object, message: string): void;
    info(facts: object, message: string): void;
  };
}

export interface Telling {
  readonly alert: string;
  readonly recipient: Recipient;
  readonly subjects: readonly string[];
  /** Writes and hands over one message about these subjects. Throws only before anything was handed over. */
  readonly send: (subjects: readonly string[]) => Promise<Outcome>;
}

/** After this many failures nobody tries again: about 20 hours. */
const MOST_TRIES = 24;
/** A claim that took longer than this may have been taken over. */
const PROMPT_MS = MINUTE;
/** Others need this long to see a claim and stand back. */
const SETTLE_MS = 500;

/** Subjects told now. */
export async function tellOnce(
  { alert, recipient, subjects, send }: Telling,
  effects: OnceEffects,
): Promise<readonly string[]> {
  const { ledger, now, log } = effects;
  const line: Line = { alert, recipient: recipientKey(recipient) };
  const open = await openSubjects(line, subjects, effects);
  if (open.size === 0) return [];
  const claim = randomUUID();
  const claimedAt = now();
  const asked = [...open.keys()];
  await ledger.mark(line, asked, { claim, state: "claimed", at: claimedAt });
  const seen = await othersOf(line, asked, claim, ledger);
  const mine = (subject: string) =>
    standingOf(seen.get(subject) ?? [], now(), claim).kind === "open" && now() - claimedAt <= PROMPT_MS;
  const [won, lost] = [asked.filter(mine), asked.filter((subject) => !mine(subject))];
  await ledger.mark(line, lost, { claim, state: "withdrawn", at: now() });
  if (won.length === 0) return [];
  const tries = 1 + Math.max(...won.map((subject) => open.get(subject) ?? 0));
  // From here on the other side may have it: a process that dies now must not send it again.
  await ledger.mark(line, won, { claim, state: "sending", at: now(), tries });
  const { kind, reason } = await send(won).catch(notWritten);
  const givenUp = kind === "failed" && tries >= MOST_TRIES;
  const state = givenUp ? "refused" : kind;
  const next = now() + pauseMs(tries);
  await ledger.mark(line, won, { claim, state, at: now(), tries, next });
  const facts = { alert, subjects: won, to: placeOf(recipient), tries };
  if (kind === "sent") log.info(facts, "alert told");
  else log.warn({ ...facts, reason }, WORDS[state]);
  return kind === "sent" ? won : [];
}

/** What others have written about the subjects once those that come after this claim had time to stand back. */
async function othersOf(line: Line, subjects: readonly string[], claim: string, ledger: Ledger) {
  const seen = await ledger.read(line, subjects);
  const first = [...seen.values()].some((attempts) => {
    const rivals = attempts.filter((one) => one.claim !== claim && one.state === "claimed");
    return rivals.length > 0 && rivals.every((one) => claim < one.claim);
  });
  if (!first) return seen;
  await setTimeout(SETTLE_MS);
  return ledger.read(line, subjects);
}

function notWritten(cause: unknown): Outcome {
  return { kind: "failed", reason: cause instanceof Error ? cause.message : String(cause) };
}

const WORDS = {
  sent: "told",
  failed: "could not be told; it is tried again",
  refused: "could not be told and is not tried again",
  unknown: "may or may not have been told; it is not sent again",
} as const;

/** A minute, doubling up to an hour. */
function pauseMs(tries: number): number {
  return MINUTE * Math.min(60, 2 ** (tries - 1));
}

/** Subjects that may be tried now, with the tries before. What a dead process left in the middle is closed. */
async function openSubjects(
  line: Line,
  subjects: readonly string[],
  { ledger, now, log }: OnceEffects,
): Promise<ReadonlyMap<string, number>> {
  const known = await ledger.read(line, subjects);
  const open = new Map<string, number>();
  for (const subject of new Set(subjects)) {
    const standing = standingOf(known.get(subject) ?? [], now());
    if (standing.kind === "open") open.set(subject, standing.tries);
    if (standing.kind !== "lost") continue;
    await ledger.mark(line, [subject], { claim: standing.claim, state: "unknown", at: now() });
    log.warn({ alert: line.alert, subject }, WORDS.unknown);
  }
  return open;
}

/** Domain or host: enough to find the fault, and no person. */
export function placeOf({ address }: Recipient): string {
  if (address.startsWith("mailto:")) return address.slice(address.lastIndexOf("@") + 1);
  return URL.canParse(address) ? new URL(address).host : "";
}
