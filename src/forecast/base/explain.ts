/** Why robust-base says what it says about a day: causes in people that add up to the median, and the past days it
 *  leaned on. Days only; an hour's reasons are those of its day. */
import { fromDayNumber } from "../../domain/time.ts";
import type { Driver, Explanation } from "../model.ts";
import { basisAt, dayForecast, stages } from "./point.ts";
import { daysBehind } from "./profile.ts";
import type { Site } from "./site.ts";
import type { Tuning } from "./tuning.ts";

/** Explains the days from the origin on. medians: people by lead, on a daily axis.
 *  What the bands add to the point (the median of past errors) counts as recent level.
 *  @throws RangeError on an hourly table. */
export function explainDays(site: Site, tuning: Tuning, medians: Float64Array): Explanation[] {
  const { table } = site;
  if (table.slots !== 1) throw new RangeError("invalid step: PT1H (explanations are made by day)");
  const originDay = table.known;
  const basis = basisAt(site, table.known, medians.length, tuning);
  return Array.from(medians, (median, ahead): Explanation => {
    const day = originDay + ahead;
    const date = fromDayNumber(table.firstDay + day);
    const known = stages.map((stage) => dayForecast(basis, day, stage)[0] ?? 0);
    const reached = [...known.slice(0, -1), median];
    const special = site.calendar.special.get(day);
    const shut = median === 0;
    const drivers = stages.map((kind, i): Driver => {
      const people = (reached[i] ?? 0) - (i === 0 ? 0 : (reached[i - 1] ?? 0));
      const label = special?.labels[0];
      return kind === "special" && label !== undefined ? { kind, label, people } : { kind, people };
    });
    return {
      date,
      median,
      drivers: shut ? [] : drivers.filter(({ kind, people }) => kind === "ordinary" || people !== 0),
      days: shut ? [] : behind(site, originDay, day, tuning),
    };
  });
}

/** On a holiday, days of its own weekday and Sundays share the weight as they share the forecast. */
function behind(site: Site, originDay: number, day: number, tuning: Tuning): Explanation["days"] {
  const weekday = site.weekday[day] ?? 0;
  const share = site.calendar.holiday[day] === 1 ? site.effects.sunday : 0;
  const weights = new Map<number, number>();
  for (const [w, part] of [[6, share] as const, [weekday, 1 - share] as const]) {
    for (const found of part > 0 ? daysBehind(site, originDay, w, tuning) : []) {
      weights.set(found.day, (weights.get(found.day) ?? 0) + part * found.weight);
    }
  }
  return [...weights]
    .sort(([a], [b]) => b - a)
    .map(([past, weight]) => ({
      date: fromDayNumber(site.table.firstDay + past),
      weight,
      value: site.table.totals[past] ?? Number.NaN,
    }));
}
