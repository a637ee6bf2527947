/** One row of a table → records, a rejection, or nothing: what is common to counts and tickets. */
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import type { TextRow } from "../../format/csv-parser.ts";
import type { Table } from "../../format/table.ts";
import { IGNORED } from "./ignored.ts";
import { countMapper, countSuffixes } from "./map-counts.ts";
import { ticketMapper } from "./map-tickets.ts";
import { type Placer, placer } from "./place.ts";
import { type FilePlan, type Positions, positionsOf } from "./plan.ts";
import type { Extent, Reading, Reject } from "./reading.ts";
import { whenReader } from "./when.ts";

/** A mapper for the rows below a header, which come in the order of the file; what it has seen goes into `extent`.
 *  @param kept what is kept of a row that is set aside; default nothing */
export function rowMapper(
  plan: FilePlan,
  { positions: found, width }: Pick<Table, "positions" | "width">,
  reading: Reading,
  extent: Extent,
  kept?: (fields: readonly string[]) => KeptRow,
): (row: TextRow, out: Mapped[]) => void {
  const positions = positionsOf(plan, found);
  const place: Placer = placer(plan, plan.ticketing ? [] : countSuffixes(plan, positions));
  const readWhen = whenReader(plan, positions);
  const mapFields = (plan.ticketing ? ticketMapper : countMapper)(plan, positions, reading);
  const { site, gate } = positions;
  const { until, told } = reading;

  return (row, out) => {
    const { fields } = row;
    // Nothing is kept of a row whose cells cannot be told apart, nor of one that the next reading brings by itself.
    let whole = false;
    const reject: Reject = (reason, detail, field, opens) => {
      if (opens !== undefined && opens < extent.future) extent.future = opens;
      const position = `${reading.file} line ${row.line}`;
      const named = field === undefined ? {} : { field };
      const left = kept && whole && opens === undefined ? { row: kept(fields) } : {};
      out.push({ kind: "rejected", reason, position, detail, ...named, ...left });
    };
    if (row.fault) {
      reject(row.fault.reason, row.fault.detail);
      return;
    }
    if (fields.length !== width && !fitsWidth(fields, width, positions)) {
      if (isBlank(fields) || isTotal(fields)) out.push(IGNORED);
      else reject("malformed", `${fields.length} fields where the header has ${width ?? "more"}`);
      return;
    }
    whole = true;
    const series = place(site === -1 ? "" : (fields[site] ?? ""), gate === -1 ? "" : (fields[gate] ?? ""));
    if (series === "unlisted") {
      if (plan.options.unlisted === "ignore" || isBlank(fields) || isTotal(fields)) out.push(IGNORED);
      else
        reject("unknown_site", "site and gate are not listed in the options", gate === -1 ? "site" : "gate");
      return;
    }
    const when = readWhen(fields, series.clock);
    if (when.kind === "rejected") {
      if (isBlank(fields) || isTotal(fields)) out.push(IGNORED);
      else reject(when.reason, when.detail, when.field);
      return;
    }
    const { at } = when;
    if (at >= until && !plan.ticketing) {
      reject("future", `${new Date(at).toISOString()} has not begun`, undefined, at);
      return;
    }
    if (told.length > 0 && told.some((span) => at >= span.from && at < span.to)) {
      out.push(IGNORED);
      return;
    }
    if (at < extent.from) extent.from = at;
    if (at > extent.to) extent.to = at;
    mapFields(fields, series, when, out, reject);
  };
}

/** Rows may be shorter at the end (empty cells left out) or longer by empty cells. */
function fitsWidth(fields: readonly string[], width: number | undefined, positions: Positions): boolean {
  if (width === undefined) return true;
  if (fields.length > width) return fields.slice(width).every((field) => field.trim() === "");
  const { at, date, time, site, gate } = positions;
  const needed = Math.max(at, date, time, site, gate);
  return fields.length > needed;
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === "");
}

/** A line of sums below or between the rows: `Total`, `Sous-total`, `TOTAL GÉNÉRAL`. Asked only of rows whose time or
 *  place cannot be read. */
function isTotal(fields: readonly string[]): boolean {
  return fields.some((field) => field.length <= 40 && TOTAL.test(field));
}

const TOTAL = /^\s*(?:sous[- ]?|grand |sub[- ]?)?tota(?:l|ux|als?)\b/i;
