/** Decisions about advice in the store: each is a row of its own, the newest holds. */
import { z } from "zod";
import { ADVICE_STATUSES, type AdviceDecision, DISMISSAL_REASONS } from "../domain/advice.ts";
import type { Pressure } from "../domain/pressure.ts";
import { type DaySpan, toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { ask, DayText, Int, query } from "./query.ts";
import { insertRows } from "./rows.ts";
import { nextStamp } from "./stamp.ts";

const adviceList = query(
  "advice_list",
  z.object({ from: DayText, to: DayText }),
  z.object({
    id: z.string(),
    day: DayText,
    from_site: z.string(),
    to_site: z.string(),
    status: z.enum(ADVICE_STATUSES),
    reason: z.enum([...DISMISSAL_REASONS, ""]),
    decided: Int,
  }),
);

/** How things stand for advice about the days, by day and id. */
export async function readAdvice(store: Store, days: DaySpan): Promise<AdviceDecision[]> {
  const rows = await ask(store, adviceList, { ...days });
  return rows.map(({ from_site, to_site, reason, decided, ...rest }) => ({
    ...rest,
    from: from_site,
    to: to_site,
    reason: reason === "" ? null : reason,
    decidedAt: decided,
  }));
}

/** Levels: how pressed both sites were when it was decided; null = it was no longer advised. */
export async function writeAdvice(
  store: Store,
  decision: AdviceDecision,
  levels: { readonly from: Pressure; readonly to: Pressure } | null,
): Promise<void> {
  const { id, day, from, to, status, reason, decidedAt } = decision;
  const row = {
    id,
    day,
    from_site: from,
    to_site: to,
    status,
    reason: reason ?? "",
    from_level: levels?.from ?? "",
    to_level: levels?.to ?? "",
    decided_at: toIso(decidedAt),
    stamp: nextStamp(),
  };
  await insertRows(store, "write_advice", "advice", [row]);
  await insertRows(store, "data_state", "data_state", [{ name: "advice", version: nextStamp() }]);
}
