/** Why the average says what it says: the reasons of its heaviest component, and the rest as level. */
import type { Driver, Explanation } from "../model.ts";

/** Lays the reasons of a component over the average's medians (people by lead, 0 = closed or nobody). What the
 *  average makes of it beyond the component counts as level. */
export function explainAverage(reasons: readonly Explanation[], medians: Float64Array): Explanation[] {
  return reasons.map((reason, i): Explanation => {
    const median = medians[i] ?? 0;
    if (median === 0) return { ...reason, median, drivers: [], days: [] };
    const rest = median - reason.drivers.reduce((sum, { people }) => sum + people, 0);
    return { ...reason, median, drivers: withLevel(reason.drivers, rest) };
  });
}

function withLevel(drivers: readonly Driver[], people: number): Driver[] {
  if (people === 0) return [...drivers];
  const at = drivers.findIndex(({ kind }) => kind === "level");
  if (at < 0) return [...drivers, { kind: "level", people }];
  return drivers.map((driver, i) => (i === at ? { ...driver, people: driver.people + people } : driver));
}
