/** Rows that count people over a span (counters, daily figures, hand counts) → records. */
import type { Measure, SourceRecord } from "../../../src/domain/record.ts";
import { isFault, readWhole } from "./cells.ts";
import { IGNORED } from "./ignored.ts";
import type { FilePlan, Positions } from "./plan.ts";
import type { FieldMapper, Reading } from "./reading.ts";

interface Counted {
  readonly measure: Measure;
  readonly field: "entries" | "exits" | "value";
  readonly position: number;
}

/** Keys are site/gate/measure/span: a correction is the same span with another count. With `key: id` the row's own
 *  id takes the place of the span. */
export function countMapper(plan: FilePlan, positions: Positions, reading: Reading): FieldMapper {
  const { options } = plan;
  const counted = countedColumns(plan, positions);
  const zeroIsClosed = options.closed?.zero === true;
  const span = options.step ?? "";
  const { decimal } = options;

  return (fields, series, when, out, reject) => {
    let absent = 0;
    for (let i = 0; i < counted.length; i += 1) {
      const column = counted[i];
      if (column === undefined) continue;
      const value = readWhole(fields[column.position] ?? "", decimal, false);
      if (value === undefined) {
        absent += 1;
        continue;
      }
      if (isFault(value)) {
        reject(value.reason, value.detail, column.field);
        continue;
      }
      const closed = zeroIsClosed && value === 0;
      if (closed && !reading.again) {
        absent += 1;
        continue;
      }
      const { at, minutes } = when;
      // TRICKY: a reading moved out of the skipped hour shares its instant with a true one; both count.
      const own =
        plan.key === "id"
          ? positions.id.map((n) => (fields[n] ?? "").trim()).join("|")
          : `${at / 1000}${span === "" ? `+${minutes}` : ""}${when.moved ? "~" : ""}`;
      const record: SourceRecord & { gate?: string } = {
        site: series.site,
        measure: column.measure,
        key: (series.stems[i] ?? series.prefix) + own,
        at,
        minutes,
        value,
        version: reading.version,
        deleted: closed,
        knownAt: at + minutes * 60_000,
      };
      // Not spread into the literal: of millions of records that would be the dearest part.
      if (series.gate !== undefined) record.gate = series.gate;
      out.push({ kind: "record", record });
    }
    // An empty count is a hole in the history, not a zero.
    if (absent === counted.length) out.push(IGNORED);
  };
}

/** What the keys of one row's counts have behind the series' prefix, in the order of the counts. */
export function countSuffixes(plan: FilePlan, positions: Positions): string[] {
  return countedColumns(plan, positions).map(({ measure }) => `${measure}/${plan.options.step ?? ""}/`);
}

function countedColumns(plan: FilePlan, positions: Positions): Counted[] {
  const { measure } = plan.options;
  const columns: Counted[] = [];
  const { entries, exits, value } = positions;
  if (entries !== -1) columns.push({ measure: measure ?? "entries", field: "entries", position: entries });
  if (exits !== -1) columns.push({ measure: "exits", field: "exits", position: exits });
  if (value !== -1) columns.push({ measure: measure ?? "entries", field: "value", position: value });
  return columns;
}
