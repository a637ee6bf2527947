/** What can be done with advice: keep it, dismiss it with a reason, open it again. */
import type { Actions } from "../../api/actions.ts";
import { Problem } from "../../api/problem.ts";
import type { Advice } from "../../contract/advice.ts";
import { type AdviceDecision, parseAdviceId } from "../../domain/advice.ts";
import { addDays, type Instant, toIso } from "../../domain/time.ts";
import { readAdvice, writeAdvice } from "../../store/advice.ts";
import type { Store } from "../../store/connect.ts";

/** What is advised now. */
export type AskAdvice = () => Promise<readonly Advice[]>;

export function adviceActions(
  store: Store,
  now: () => Instant,
  advised: AskAdvice,
): Pick<Actions, "decideAdvice"> {
  return {
    async decideAdvice({ id, status, reason }) {
      const parts = parseAdviceId(id);
      if (!parts) throw unknown(id);
      const standing = (await advised()).find((one) => one.id === id);
      const { day } = parts;
      // A decision may be taken back when its advice is no longer given; a new one needs advice that stands.
      const [before] = (await readAdvice(store, { from: day, to: addDays(day, 1) })).filter(
        (one) => one.id === id,
      );
      if (!standing && (status !== "open" || !before)) throw unknown(id);
      const decidedAt = now();
      const decision: AdviceDecision = { id, ...parts, status, reason: reason ?? null, decidedAt };
      if (before?.status !== status || before.reason !== decision.reason)
        await writeAdvice(
          store,
          decision,
          standing ? { from: standing.from.level, to: standing.to.level } : null,
        );
      return { id, ...parts, status, reason: decision.reason, decided_at: toIso(decidedAt) };
    },
  };
}

function unknown(id: string): Problem {
  return new Problem("unknown-advice", `unknown advice: ${id} (/api/v1/flows lists what is advised)`);
}
