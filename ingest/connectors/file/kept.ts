/** Rows of files as fields and back: cells by the role that `columns` gives them, classes and origins reduced as the
 *  store has them. */
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import { CHANNELS, type Mapped, TARIFFS } from "../../../src/domain/record.ts";
import type { RowToRemap } from "../../connector.ts";
import { type Cell, type FieldKind, keep } from "../../quarantine/keep.ts";
import { classesOf } from "./keys.ts";
import { readManifest, toldByNewer } from "./manifest.ts";
import { detailReader } from "./map-tickets.ts";
import { rowMapper } from "./mapper.ts";
import { type FilePlan, type Positions, positionsOf } from "./plan.ts";
import { emptyExtent, type Reading } from "./reading.ts";

const KINDS: readonly (readonly [Exclude<keyof Positions, "id">, FieldKind])[] = [
  ["at", "time"],
  ["date", "time"],
  ["time", "time"],
  ["from", "time"],
  ["to", "time"],
  ["entries", "number"],
  ["exits", "number"],
  ["value", "number"],
  ["quantity", "number"],
  ["site", "word"],
  ["gate", "name"],
  ["booked_on", "time"],
  ["sold_at", "time"],
  ["modified_at", "time"],
  ["lead_days", "number"],
  ["cancelled_on", "time"],
  ["cancel_lead_days", "number"],
  ["type", "word"],
  ["status", "word"],
  ["amount", "number"],
];
/** Of the file that the row stood in, where another file may replace what it says. */
const FILE = "@file";
const IMPORT = "@import";

/** What is kept of the rows of one table. */
export function rowKeeper(
  plan: FilePlan,
  positions: Positions,
  reading: Reading,
): (fields: readonly string[]) => KeptRow {
  const readDetails = detailReader(plan, positions);
  const { format } = plan.options;
  const layout = format === "json" || format === "jsonl" ? "named" : "cells";
  return (fields) => {
    const { tariff, channel, origin, language, cameFrom } = plan.ticketing ? readDetails(fields) : {};
    const ids = positions.id.map((position) => (fields[position] ?? "").trim());
    const row = keep(
      "source",
      plan.key === "id" ? ids.join("|") : "",
      [
        ...KINDS.map(([role, kind]): Cell => [role, fields[positions[role]]?.trim(), kind]),
        ...ids.map((id, i): Cell => [idName(i), id, "id"]),
        ["tariff", tariff, "word"],
        ["channel", channel, "word"],
        ["origin", origin, "word"],
        ["language", language, "word"],
        ["came_from", cameFrom, "word"],
      ],
      layout,
    );
    if (plan.key === "time") {
      // The same words are the same fact, in whichever file they stand.
      const own = row.withheld.length === 0 ? JSON.stringify(row.fields) : "";
      const classes = plan.ticketing ? { "@classes": classesOf(fields, positions) } : {};
      return { ...row, own, fields: { ...row.fields, ...classes } };
    }
    if (plan.mode !== "replace-window" || reading.sha256 === undefined) return row;
    const marks = { [FILE]: reading.file, [IMPORT]: `${reading.sha256} ${plan.digest}` };
    return { ...row, fields: { ...row.fields, ...marks } };
  };
}

function idName(i: number): string {
  return i === 0 ? "id" : `id.${i + 1}`;
}

/** Reads a kept row as the only one of a file. */
export function rowRemapper(given: FilePlan): (row: RowToRemap) => readonly Mapped[] {
  // What was reduced stays as it is; a correction may also use the file's own words.
  const plan: FilePlan = {
    ...given,
    options: {
      ...given.options,
      tariffs: { ...given.options.tariffs, ...itself(TARIFFS) },
      channels: { ...given.options.channels, ...itself(CHANNELS) },
    },
  };
  const found = plan.columns.map((_, i) => i);
  const positions = positionsOf(plan, found);
  return (held) => {
    const { fields } = held.row;
    const cells = plan.columns.map(() => "");
    const put = (position: number, name: string) => {
      if (position !== -1 && Object.hasOwn(fields, name)) cells[position] = String(fields[name] ?? "");
    };
    for (const [role] of KINDS) put(positions[role], role);
    for (const role of ["tariff", "channel", "origin", "language", "came_from"] as const)
      put(positions[role], role);
    for (const [i, position] of positions.id.entries()) put(position, idName(i));
    const out: Mapped[] = [];
    rowMapper(
      plan,
      { positions: found, width: undefined },
      readingOf(held),
      emptyExtent(),
    )({ line: 0, fields: cells, fault: undefined }, out);
    return out.map((mapped) => finished(mapped, held, plan));
  };
}

function readingOf({ row, seen, until }: RowToRemap): Reading {
  const classes = row.fields["@classes"];
  return {
    file: "kept row",
    version: seen,
    until,
    told: [],
    again: true,
    met: new Map(),
    ...(typeof classes === "string" ? { classes } : {}),
  };
}

/** A row without id has its number among equal rows in its key, and here no other row is known: it gets a name of its
 *  own. What other files have said of its days since stands. */
function finished(mapped: Mapped, held: RowToRemap, plan: FilePlan): Mapped {
  if (mapped.kind === "rejected") return { ...mapped, position: held.position };
  if (mapped.kind === "ignored") return mapped;
  const { record } = mapped;
  if (isReplaced(held, record.at, plan)) {
    const detail = "the days of this row have been read anew since, with other files or options";
    return { kind: "rejected", reason: "unknown_value", position: held.position, detail };
  }
  if (plan.key !== "row") return mapped;
  return { kind: "record", record: { ...record, key: `${record.key}~${held.id}` } };
}

function isReplaced({ row, cursor }: RowToRemap, at: number, plan: FilePlan): boolean {
  const { [FILE]: label, [IMPORT]: mark } = row.fields;
  if (cursor === null || typeof label !== "string" || typeof mark !== "string") return false;
  const [sha256 = "", options] = mark.split(" ");
  const manifest = readManifest(cursor, plan.digest);
  const [name, file] = Object.entries(manifest.files).find(([known]) => isPartOf(label, known)) ?? [];
  if (options !== plan.digest || name === undefined || file?.sha256 !== sha256) return true;
  const told = toldByNewer(manifest, name, Date.parse(file.modified));
  return told.some((span) => at >= span.from && at < span.to);
}

/** Tables of a file are called by its name and more: ` sheet 2`, `/sales.csv`. */
function isPartOf(label: string, name: string): boolean {
  return label === name || label.startsWith(`${name}/`) || label.startsWith(`${name} sheet `);
}

function itself<Class extends string>(classes: readonly Class[]): Record<string, Class> {
  return Object.fromEntries(classes.map((name) => [name, name]));
}
