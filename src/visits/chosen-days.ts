/** Visits on days that do not lie side by side. */
import type { Site } from "../domain/site.ts";
import { addDays, type LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { type DayVisits, judgeDay } from "./daily.ts";
import type { EvidenceRow } from "./evidence.ts";
import { evidenceDays } from "./queries.ts";

/** What {@link judgeChosenDays} judges. */
export interface ChosenEvidence {
  readonly sites: readonly Site[];
  readonly days: readonly LocalDate[];
  readonly bySiteDay: ReadonlyMap<string, readonly EvidenceRow[]>;
}

/** @param days days that are over, in any order; may run while the context is still being read */
export async function readChosenDays(
  store: Store,
  sites: readonly Site[],
  days: readonly LocalDate[],
): Promise<ChosenEvidence> {
  const past = [...new Set(days)].sort();
  const [from, last] = [past[0], past.at(-1)];
  if (from === undefined || last === undefined) return { sites, days: past, bySiteDay: new Map() };
  const span = { from, to: addDays(last, 1) };
  const rows = await ask(store, evidenceDays, { sites: sites.map((site) => site.id), ...span, days: past });
  return { sites, days: past, bySiteDay: Map.groupBy(rows, (row) => `${row.site} ${row.day}`) };
}

/** Day visits by `site day`. */
export function judgeChosenDays(
  { sites, days, bySiteDay }: ChosenEvidence,
  context: VisitContext,
): Map<string, DayVisits> {
  return new Map(
    sites.flatMap((site) =>
      days.map((day) => {
        const key = `${site.id} ${day}`;
        return [key, judgeDay(site, day, bySiteDay.get(key) ?? [], context)] as const;
      }),
    ),
  );
}
