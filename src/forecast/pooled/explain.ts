/** Why pooled-boosting says what it says about a day: the base's causes, and its correction split by the features on
 *  the way through the trees. Days only. */
import { explainDays } from "../base/explain.ts";
import type { Tuning } from "../base/tuning.ts";
import { binRows } from "../boost/bins.ts";
import type { Forest } from "../boost/forest.ts";
import { addPath } from "../boost/tree.ts";
import type { Town } from "../features/column.ts";
import { columns } from "../features/columns.ts";
import { rowsAhead, type View } from "../features/place.ts";
import type { Driver, Explanation } from "../model.ts";

/** Explains the days from the origin on. medians: people by lead, 0 on closed days, which have no drivers. What the
 *  calibration adds to the trees counts as recent level.
 *  @throws RangeError on an hourly table. */
export function explainForest(
  forest: Forest,
  view: View,
  town: Town,
  tuning: Tuning,
  medians: Float64Array,
): Explanation[] {
  const { stand } = view;
  const hopes = medians.map((median, i) => (median === 0 ? 0 : (stand.hope[i] ?? 0)));
  const cells = Int32Array.from(medians, (_, i) => stand.cell + i);
  const logs = logShares(forest, view, town, cells);
  return explainDays(stand.site, tuning, hopes).map((day, i): Explanation => {
    const median = medians[i] ?? 0;
    const hope = hopes[i] ?? 0;
    if (median === 0) return { ...day, median, drivers: [] };
    const label = stand.site.calendar.special.get(stand.originDay + i)?.labels[0];
    return {
      ...day,
      median,
      drivers: withCorrection(day.drivers, logs[i] ?? new Map(), hope, median, label),
    };
  });
}

/** Log of what the columns of each kind change, by cell. */
function logShares(
  { edges, quantiles }: Forest,
  view: View,
  town: Town,
  cells: Int32Array,
): Map<Driver["kind"], number>[] {
  const rows = rowsAhead(view, town, cells);
  const bins = binRows(rows, edges);
  const middle = quantiles[1];
  return Array.from(cells, (_, row) => {
    const shares = new Float64Array(rows.width);
    for (const tree of middle?.trees ?? []) addPath(tree, bins, row * rows.width, shares);
    const byKind = new Map<Driver["kind"], number>();
    for (const [c, { kind }] of columns.entries())
      byKind.set(kind, (byKind.get(kind) ?? 0) + (shares[c] ?? 0));
    return byKind;
  });
}

/** Turns logs into people so that they add up.
 *  SOURCE: Ang 2004, Decomposition analysis for policymaking in energy (logarithmic mean weights). */
function withCorrection(
  base: readonly Driver[],
  logs: ReadonlyMap<Driver["kind"], number>,
  hope: number,
  median: number,
  label: string | undefined,
): Driver[] {
  const whole = Math.log((median + 1) / (hope + 1));
  const each = Math.abs(whole) < 1e-9 ? hope + 1 : (median - hope) / whole;
  const people = new Map(base.map((driver) => [driver.kind, driver.people]));
  for (const [kind, log] of logs) if (log !== 0) people.set(kind, (people.get(kind) ?? 0) + each * log);
  const sum = [...people.values()].reduce((a, b) => a + b, 0);
  people.set("level", (people.get("level") ?? 0) + median - sum);
  return [...people].map(([kind, own]) =>
    kind === "special" && label !== undefined ? { kind, label, people: own } : { kind, people: own },
  );
}
