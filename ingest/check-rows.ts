/** The last look before the store, the same for every connector: known site, time not ahead, numbers in bounds. */
import type { Mapped, SourceRecord } from "../src/domain/record.ts";
import type { Rejection } from "../src/domain/sink.ts";
import { type Instant, toIso } from "../src/domain/time.ts";
import { keepRecord } from "./quarantine/record-form.ts";

const INT32 = 2_147_483_647;
const DAY_MS = 86_400_000;
/** Tickets may be sold two years ahead; weather is forecast for 16 days. */
const HORIZON_MS: Readonly<Partial<Record<SourceRecord["measure"], number>>> = {
  tickets: 2 * 366 * DAY_MS,
  capacity: 2 * 366 * DAY_MS,
  temperature: 17 * DAY_MS,
  rain: 17 * DAY_MS,
};

/** Splits mapped rows into records to store and rows to set aside; ignored rows are in neither. */
export function checkRows(
  rows: readonly Mapped[],
  sites: ReadonlySet<string>,
  until: Instant,
): { records: SourceRecord[]; rejections: Rejection[] } {
  const records: SourceRecord[] = [];
  const rejections: Rejection[] = [];
  for (const row of rows) {
    if (row.kind === "rejected") {
      const { kind: _kind, ...aside } = row;
      rejections.push(aside);
    } else if (row.kind === "record") {
      const fault = faultOf(row.record, sites, until);
      if (fault)
        rejections.push({ ...fault, position: `key ${row.record.key}`, row: keepRecord(row.record) });
      else records.push(row.record);
    }
  }
  return { records, rejections };
}

function faultOf(
  record: SourceRecord,
  sites: ReadonlySet<string>,
  until: Instant,
): Omit<Rejection, "position"> | undefined {
  const ofAll = record.site === "" && (record.measure === "temperature" || record.measure === "rain");
  if (!ofAll && !sites.has(record.site)) {
    return { reason: "unknown_site", field: "site", detail: `${record.site}: not a site of this territory` };
  }
  if (!Number.isSafeInteger(record.at)) return { reason: "bad_time", field: "at", detail: "not an instant" };
  // Tickets, offered places and weather are about the future; everything else happened.
  if (record.at >= until + (HORIZON_MS[record.measure] ?? 0)) {
    return { reason: "future", field: "at", detail: `${toIso(record.at)} is after ${toIso(until)}` };
  }
  if (!Number.isInteger(record.value) || Math.abs(record.value) > INT32) {
    return { reason: "bad_number", field: "value", detail: "not a whole number of 32 bits" };
  }
  if (record.value < 0 && record.measure !== "tickets" && record.measure !== "temperature") {
    return { reason: "negative", field: "value", detail: `${record.value}: a count cannot be negative` };
  }
  if (record.minutes < 0 || record.minutes > 1500) {
    return {
      reason: "bad_number",
      field: "minutes",
      detail: `${record.minutes}: a span has 0 to 1500 minutes`,
    };
  }
  return undefined;
}
