/** Keys of ticket rows: the source's own id; without one, a digest of what is read of the row and its number among
 *  identical rows (two identical sales are both real); or, for sums, the slot and tariff that they sum. */
import type { Instant } from "../../../src/domain/time.ts";
import { plainName } from "../../format/names.ts";
import { digest } from "./digest.ts";
import type { Series } from "./place.ts";
import type { FilePlan, Positions } from "./plan.ts";
import type { Reading } from "./reading.ts";

/** Key of a row; `missing` for an empty id, `personal` for one that would name a person. */
export type KeyMaker = (fields: readonly string[], series: Series, at: Instant) => string;

const LONGEST = 120;

/** Keys for the rows of one table, in the file's order. `met`, `classes`: see {@link Reading}. */
export function keyMaker(
  plan: FilePlan,
  positions: Positions,
  { met, classes }: Pick<Reading, "met" | "classes">,
): KeyMaker {
  if (plan.key === "id") {
    return (fields) => {
      const parts = positions.id.map((position) => (fields[position] ?? "").trim());
      if (parts.some((part) => part === "")) return "missing";
      const id = parts.join("|");
      if (id.includes("@")) return "personal";
      return id.length > LONGEST ? digest(id) : id;
    };
  }
  if (plan.key === "time") {
    return (fields, series, at) => {
      return `${series.prefix}${at / 1000}/${classes ?? classesOf(fields, positions)}`;
    };
  }
  // In the order of their roles: a file with its columns in another order has the same rows.
  const columns = [...new Set(Object.values(positions).flat())].filter((position) => position !== -1);
  return (fields) => {
    const row = digest(columns.map((position) => (fields[position] ?? "").trim()).join("\u0000")).slice(
      0,
      32,
    );
    const ordinal = (met.get(row) ?? 0) + 1;
    met.set(row, ordinal);
    return `${row}/${ordinal}`;
  };
}

/** Stands in a key for the names of the row's tariff and channel. */
export function classesOf(fields: readonly string[], positions: Positions): string {
  const names = [positions.tariff, positions.channel].map((n) =>
    n === -1 ? "" : plainName(fields[n] ?? ""),
  );
  return digest(names.join("\u0000")).slice(0, 12);
}
