/** Visits on days that do not lie side by side. */
import type { Site } from "../domain/site.ts";
import { addDays, type LocalDate, localDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { type DayVisits, judgeDay } from "./daily.ts";
import { evidenceDays } from "./queries.ts";

/** Day visits by `site day`; days that are not over are left out. */
export async function chosenDays(
  store: Store,
  context: VisitContext,
  sites: readonly Site[],
  days: readonly LocalDate[],
): Promise<Map<string, DayVisits>> {
  const today = localDate(context.now, context.territory.zone);
  const past = [...new Set(days)].filter((day) => day < today).sort();
  const [from, last] = [past[0], past.at(-1)];
  if (from === undefined || last === undefined) return new Map();
  const span = { from, to: addDays(last, 1) };
  const rows = await ask(store, evidenceDays, { sites: sites.map((site) => site.id), ...span, days: past });
  const bySiteDay = Map.groupBy(rows, (row) => `${row.site} ${row.day}`);
  return new Map(
    sites.flatMap((site) =>
      past.map((day) => {
        const key = `${site.id} ${day}`;
        return [key, judgeDay(site, day, bySiteDay.get(key) ?? [], context)] as const;
      }),
    ),
  );
}
