/** Shape of the `file` connector's options as they stand in the territory file. What does not go together is found by
 *  `options.ts`. */
import { z } from "zod";
import { CHANNELS, MEASURES, TARIFFS } from "../../../src/domain/record.ts";
import { DST_POLICIES, NONEXISTENT_POLICIES } from "../../format/clock-changes.ts";
import { ENCODINGS } from "../../format/encoding.ts";
import { SEPARATORS } from "../../format/separator.ts";
import { FtpOptions, SftpOptions } from "./access.ts";

/** A column by name (`Entrées`, `Total#2` for the second of that name) or by number from 1; in JSON Lines a
 *  property, with dots for nested ones. */
const Column = z.union([z.string().min(1), z.int().min(1)]);

/** Which column holds what. What is not named here is never read. */
const Columns = z.strictObject({
  /** Start of the span, time of the sale or of the slot: date and time in one cell. */
  at: Column.optional(),
  /** The same in two cells; `date` alone means the whole day. */
  date: Column.optional(),
  time: Column.optional(),
  /** Times of day between which people were counted, on `date`. */
  from: Column.optional(),
  to: Column.optional(),
  entries: Column.optional(),
  exits: Column.optional(),
  /** A count of the measure that `measure` names. */
  value: Column.optional(),
  /** Tickets in the row; without it every row is one. */
  quantity: Column.optional(),
  site: Column.optional(),
  gate: Column.optional(),
  /** What identifies the row for ever, in one column or several together. */
  id: z.union([Column, z.array(Column).min(1)]).optional(),
  /** When the ticket was sold, as a time… */
  booked_on: Column.optional(),
  sold_at: Column.optional(),
  /** …or as days before the visit. */
  lead_days: Column.optional(),
  /** When it was cancelled, as a time or as days before the visit. */
  cancelled_on: Column.optional(),
  cancel_lead_days: Column.optional(),
  /** When the row was last changed at the source: orders the versions of an id. Default: the time of the pull. */
  modified_at: Column.optional(),
  /** Cells that `cancellation` compares. */
  type: Column.optional(),
  status: Column.optional(),
  tariff: Column.optional(),
  channel: Column.optional(),
  /** Postcode, département or ISO country; kept as département or country alone. */
  origin: Column.optional(),
  /** Site at which the same pass was used before, by the names that `sites` lists. Nothing else of a pass is read. */
  came_from: Column.optional(),
  language: Column.optional(),
  /** Price of the row including tax, in euros. */
  amount: Column.optional(),
});
export type ColumnName = keyof z.infer<typeof Columns>;

/** What a gate of the file is called here, and the site it stands at when that is not the feed's. */
const Gate = z.union([z.string(), z.strictObject({ site: z.string(), gate: z.string().optional() })]);

export const FileShape = z.strictObject({
  /** Pattern of files in a folder; relative to the territory file. */
  path: z.string().min(1).optional(),
  /** One file by HTTP, asked for again only when it has changed. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Pattern of files in the folder that `url` shows by an index page or a list. */
  files: z.string().min(1).optional(),
  /** A folder by SFTP or FTP. */
  sftp: SftpOptions.optional(),
  ftp: FtpOptions.optional(),
  /** Headers of the request, for access. */
  headers: z.record(z.string(), z.string()).optional(),
  /** `.csv` and JSON may be packed with gzip or zip. */
  format: z.enum(["csv", "jsonl", "json", "xlsx", "ods"]).default("csv"),
  /** Pattern of the sheets of a workbook; default those that are shown. */
  sheet: z.string().min(1).optional(),
  /** Pattern of the entries of a zip archive; default all. */
  entries: z.string().min(1).optional(),
  /** Where in a JSON document the list of records stands: `data.items`. */
  records: z.string().min(1).optional(),
  columns: Columns,
  measure: z.enum(MEASURES).optional(),
  /** Length of the span a row counts; `P1D` is the local day of 23 to 25 hours. */
  step: z
    .string()
    .regex(/^(P1D|PT([1-9]|1\d|2[0-4])H|PT([1-9]|[1-9]\d|[1-9]\d\d)M)$/, "P1D, PT1H or PT15M is expected")
    .optional(),
  /** Zone of times without offset; default the territory's. */
  timezone: z.string().refine(isZone, "an IANA zone such as Europe/Paris is expected").optional(),
  /** Readings that were on the clock twice. */
  dst: z.enum(DST_POLICIES).default("sequence"),
  /** Readings that never were. */
  nonexistent: z.enum(NONEXISTENT_POLICIES).default("reject"),
  separator: z.enum(SEPARATORS).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  decimal: z.enum(["auto", ",", "."]).default("auto"),
  date_order: z.enum(["dmy", "mdy"]).default("dmy"),
  /** Site of this territory by the name that the file gives it. */
  sites: z.record(z.string(), z.string()).optional(),
  gates: z.record(z.string(), Gate).optional(),
  /** Rows of sites and gates that are not listed. */
  unlisted: z.enum(["reject", "ignore"]).default("reject"),
  /** Tariff class by the name that the file gives it; `ignore` for what is no visit; names not listed are `other`. */
  tariffs: z.record(z.string(), z.enum([...TARIFFS, "ignore"])).optional(),
  channels: z.record(z.string(), z.enum(CHANNELS)).optional(),
  /** How cancellations are told: by a negative quantity; by rows that are missing from the next file; by a row
   *  whose `type` cell says that it reverses another; by a `status` cell of the sold row itself. */
  cancellation: z
    .union([
      z.enum(["negative", "missing"]),
      z.strictObject({ type: z.array(z.string()).min(1) }),
      z.strictObject({ status: z.array(z.string()).min(1) }),
    ])
    .default("negative"),
  /** A daily 0 means closed or not recorded: no fact. */
  closed: z.strictObject({ zero: z.boolean() }).optional(),
  /** What makes a row the same row in the next file. Default: `id` when there is such a column, `time` for
   *  counts, `row` for tickets without one. */
  key: z.enum(["id", "row", "time"]).optional(),
  /** `replace-window`: a new file replaces what was there for the days it covers. */
  mode: z.enum(["upsert", "replace-window"]).optional(),
  /** Days that a file covers: those of its `rows`, or a pattern of its name such as `ventes_{yyyy}{mm}{dd}.csv`. */
  window: z.string().default("rows"),
  /** Share of a window's facts (0–1) that a new file may withdraw. */
  max_loss: z.number().min(0).max(1).default(0.3),
  /** Share of rejected rows (0–1) above which a file is held back whole; judged from 20 bad rows on. */
  max_bad: z.number().min(0).max(1).default(0.05),
  /** Seconds for which a file must not have changed. */
  stable_for: z.number().min(0).default(1),
});
export type FileOptions = z.infer<typeof FileShape>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
