/** What became of a message that was handed over. */

/** - `sent`: the other side took it;
 *  - `failed`: it certainly did not, and may do so later;
 *  - `refused`: it certainly never will;
 *  - `unknown`: it may have: the line went dead after the message and before the answer. */
export interface Outcome {
  readonly kind: "sent" | "failed" | "refused" | "unknown";
  /** In words, without the address; empty when sent. */
  readonly reason: string;
}

export const SENT: Outcome = { kind: "sent", reason: "" };
