/** The last seven whole days beside the seven before. Pure. */
import type { DigestFacts } from "../../contract/mail.ts";
import type { VisitRow } from "../../contract/visits.ts";
import { addDays, daysIn, type LocalDate } from "../../domain/time.ts";

const WEEK = 7;

/** A day of a site counts with the same weekday a week before; both are left out when either is missing. A closed day is
 *  a day without visits: that it was closed is part of what changed. Null where nothing can be compared. */
export function weekOf(
  rows: readonly Pick<VisitRow, "site" | "day" | "visits" | "state" | "estimated_by">[],
  today: LocalDate,
): DigestFacts["week"] {
  const known = new Map(rows.map((row) => [`${row.site} ${row.day}`, row]));
  const on = (site: string, day: LocalDate) => {
    const row = known.get(`${site} ${day}`);
    if (!row || row.state === "missing" || row.estimated_by === "forecast") return null;
    return row.state === "closed" ? 0 : row.visits;
  };
  let leftOut = 0;
  let compared = 0;
  const sites = [...new Set(rows.map(({ site }) => site))].map((site) => {
    const total = { site, visits: 0, before: 0 };
    for (const day of daysIn({ from: addDays(today, -WEEK), to: today })) {
      const [visits, before] = [on(site, day), on(site, addDays(day, -WEEK))];
      if (visits === null || before === null) {
        leftOut++;
        continue;
      }
      // Two closed days agree, but compare nothing.
      if (known.get(`${site} ${day}`)?.state !== "closed") compared++;
      total.visits += visits;
      total.before += before;
    }
    return total;
  });
  if (compared === 0) return null;
  const change = ({ visits, before }: { visits: number; before: number }) => Math.abs(visits - before);
  return {
    visits: sites.reduce((sum, { visits }) => sum + visits, 0),
    before: sites.reduce((sum, { before }) => sum + before, 0),
    left_out: leftOut,
    sites: sites.sort((a, b) => change(b) - change(a)),
  };
}
