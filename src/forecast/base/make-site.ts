/** A table and its calendar → all that robust-base needs: day levels, school effect, special days. */
import { weekdays } from "../../domain/series.ts";
import type { DayCalendar } from "../calendar.ts";
import { schoolEffect } from "./school.ts";
import { smooth } from "./season.ts";
import { type PlainSite, type Site, schoolLog } from "./site.ts";
import { specialEffects } from "./special.ts";
import { type DayTable, firstSeen } from "./table.ts";
import type { Tuning } from "./tuning.ts";

/** Prepares a series; `table` ends at the origin, the calendar reaches over the horizon. */
export function makeSite(table: DayTable, calendar: DayCalendar, tuning: Tuning): Site {
  const weekday = weekdays(table.firstDay, table.days);
  const ordinary = Uint8Array.from({ length: table.days }, (_, i) => {
    const kind = calendar.special.get(i)?.kind;
    return kind === "holiday" || kind === "event" || kind === "between" ? 0 : 1;
  });
  const school = schoolEffect(table.totals, calendar, ordinary, tuning.schoolPrior);
  const logs = table.totals.map((total, day) =>
    ordinary[day] === 1 ? Math.log(total + 1) - schoolLog({ calendar, weekday, school }, day) : Number.NaN,
  );
  const usual = weekdayMeans(logs, weekday);
  const flat = logs.map((log, day) => log - (usual[weekday[day] ?? 0] ?? 0));
  const site: PlainSite = {
    table,
    calendar,
    roots: table.values.map(Math.cbrt),
    firstSeen: firstSeen(table),
    ordinary,
    weekday,
    weekLevel: smooth(flat, 3),
    monthLevel: smooth(flat, 14),
    school,
  };
  return { ...site, effects: specialEffects(site, tuning) };
}

/** Mean by weekday; one never seen takes the mean of all. */
function weekdayMeans(logs: Float64Array, weekday: Uint8Array): number[] {
  const sums = new Float64Array(7);
  const seen = new Float64Array(7);
  for (let day = 0; day < logs.length; day++) {
    const log = logs[day] ?? Number.NaN;
    if (Number.isNaN(log)) continue;
    const w = weekday[day] ?? 0;
    sums[w] = (sums[w] ?? 0) + log;
    seen[w] = (seen[w] ?? 0) + 1;
  }
  const add = (a: number, b: number) => a + b;
  const all = sums.reduce(add, 0) / Math.max(1, seen.reduce(add, 0));
  return Array.from(sums, (sum, w) => ((seen[w] ?? 0) > 0 ? sum / (seen[w] ?? 1) : all));
}
