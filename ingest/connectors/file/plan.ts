/** Options and feed brought together once: which cells are read, in which order, under which rules. */
import type { Zone } from "../../../src/domain/time.ts";
import type { FeedContext } from "../../connector.ts";
import type { ColumnRef } from "../../format/table.ts";
import { isTicketing, keyOf, modeOf } from "./contradictions.ts";
import { digest } from "./digest.ts";
import type { ColumnName, FileOptions } from "./schema.ts";

export interface FilePlan {
  readonly options: FileOptions;
  readonly site: string;
  readonly sites: ReadonlySet<string>;
  readonly zone: Zone;
  /** Columns asked of the file, without repetition. */
  readonly columns: readonly ColumnRef[];
  readonly ticketing: boolean;
  readonly key: "id" | "row" | "time";
  readonly mode: "upsert" | "replace-window";
  /** Changes when rows would be read otherwise: files are then read again. */
  readonly digest: string;
}

/** Raised whenever the same file and options come out as other records than in an earlier release. */
const MAPPING = 1;

export function planFeed(feed: FeedContext<FileOptions>): FilePlan {
  const { options } = feed;
  const named = Object.values(options.columns)
    .flat()
    .filter((column) => column !== undefined);
  // Who asks is not part of what is read: a new key must not read everything again.
  const { headers, sftp, ftp, ...rest } = options;
  const remote = sftp ?? ftp;
  const shown = remote ? { ...rest, host: remote.host, path: remote.path } : rest;
  return {
    options,
    site: feed.site,
    sites: feed.sites,
    zone: options.timezone ?? feed.zone,
    columns: [...new Set(named)],
    ticketing: isTicketing(options),
    key: keyOf(options),
    mode: modeOf(options),
    digest: digest(JSON.stringify([MAPPING, feed.site, feed.zone, shown])).slice(0, 16),
  };
}

/** Positions in a row's fields of the columns that a plan names. -1 for a column that is not mapped. */
export type Positions = Readonly<Record<Exclude<ColumnName, "id">, number>> & {
  readonly id: readonly number[];
};

/** `found[i]` is the position of `plan.columns[i]`. */
export function positionsOf(plan: FilePlan, found: readonly number[]): Positions {
  const { columns } = plan.options;
  const at = (column: ColumnRef | undefined): number =>
    column === undefined ? -1 : (found[plan.columns.indexOf(column)] ?? -1);
  return {
    at: at(columns.at),
    date: at(columns.date),
    time: at(columns.time),
    from: at(columns.from),
    to: at(columns.to),
    entries: at(columns.entries),
    exits: at(columns.exits),
    value: at(columns.value),
    quantity: at(columns.quantity),
    site: at(columns.site),
    gate: at(columns.gate),
    id: columns.id === undefined ? [] : [columns.id].flat().map(at),
    booked_on: at(columns.booked_on),
    sold_at: at(columns.sold_at),
    modified_at: at(columns.modified_at),
    lead_days: at(columns.lead_days),
    cancelled_on: at(columns.cancelled_on),
    cancel_lead_days: at(columns.cancel_lead_days),
    type: at(columns.type),
    status: at(columns.status),
    tariff: at(columns.tariff),
    channel: at(columns.channel),
    origin: at(columns.origin),
    came_from: at(columns.came_from),
    language: at(columns.language),
    amount: at(columns.amount),
  };
}
