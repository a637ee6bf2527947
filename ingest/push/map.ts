/** One pushed row → a record. Allow-list: what {@link FIELDS} does not name is never read. */
import type { KeptRow } from "../../src/domain/kept-row.ts";
import {
  CHANNELS,
  type Mapped,
  MEASURES,
  type RejectionReason,
  type SourceRecord,
  TARIFFS,
} from "../../src/domain/record.ts";
import type { Instant } from "../../src/domain/time.ts";
import { readLanguage, readOrigin } from "../connectors/file/cells.ts";
import type { PushOptions } from "../connectors/push/options.ts";
import { type Cell, type FieldKind, keep } from "../quarantine/keep.ts";
import type { PushRow } from "./decode.ts";
import { FAULTY, type Read, readChoice, readFlag, readInstant, readInt, readWord } from "./fields.ts";

/** Everything that a row may say. */
export const FIELDS: ReadonlySet<string> = new Set([
  "key",
  "site",
  "measure",
  "at",
  "minutes",
  "value",
  "changed_at",
  "deleted",
  "known_at",
  "gate",
  "tariff",
  "channel",
  "origin",
  "language",
  "topic",
  "came_from",
  "booked_on",
  "amount_cents",
]);

export interface PushRules {
  /** Site of rows that name none; empty = each must name its own. */
  readonly site: string;
  readonly options: Pick<PushOptions, "measure" | "minutes">;
  /** Time of arrival: version of rows without `changed_at`. */
  readonly now: Instant;
  /** Names the batch in the place of a row. */
  readonly batch: string;
}

const NUMBERS: ReadonlySet<string> = new Set(["minutes", "value", "deleted", "amount_cents"]);
const TIMES: ReadonlySet<string> = new Set(["at", "changed_at", "known_at", "booked_on"]);

function keepFields(fields: NonNullable<PushRow["fields"]>): KeptRow {
  const cells = [...FIELDS].map((name): Cell => {
    const value = reduced(name, fields[name]);
    return [name, value ?? fields[name], value === undefined ? "no" : kindOf(name)];
  });
  const { key, measure = "" } = fields;
  const own = typeof key === "string" || typeof key === "number" ? String(key) : "";
  return keep("source", own === "" ? "" : `${String(measure)}/${own}`, cells);
}

function kindOf(name: string): FieldKind {
  if (name === "key") return "id";
  if (name === "gate") return "name";
  return NUMBERS.has(name) ? "number" : TIMES.has(name) ? "time" : "word";
}

/** Postcodes are kept as départements, classes when they are some; undefined = not to be kept. */
function reduced(name: string, value: unknown): unknown {
  if (name === "origin") return typeof value === "string" ? readOrigin(value) : undefined;
  if (name === "tariff") return typeof value === "string" ? TARIFF_OF.get(value) : undefined;
  if (name === "channel") return typeof value === "string" ? CHANNEL_OF.get(value) : undefined;
  return value;
}

const MEASURE_OF = new Map(MEASURES.map((measure) => [String(measure), measure]));
const TARIFF_OF = new Map(TARIFFS.map((tariff) => [String(tariff), tariff]));
const CHANNEL_OF = new Map(CHANNELS.map((channel) => [String(channel), channel]));

export function mapRow({ number, fields, fault }: PushRow, rules: PushRules): Mapped {
  const position = `batch ${rules.batch} row ${number}`;
  if (!fields) return { kind: "rejected", position, ...(fault ?? { reason: "malformed", detail: "no row" }) };
  const reject = (field: string, reason: RejectionReason, detail: string): Mapped => ({
    kind: "rejected",
    reason,
    position,
    field,
    detail,
    row: keepFields(fields),
  });
  const key = readWord(fields.key);
  if (key === undefined) return reject("key", "missing_field", "the source's own id of the row is expected");
  if (key === FAULTY) return reject("key", wordFault(fields.key), "a plain id of at most 120 characters");
  const measure = readChoice(fields.measure, MEASURE_OF) ?? rules.options.measure;
  if (measure === undefined) return reject("measure", "missing_field", "a measure is expected");
  if (measure === FAULTY) return reject("measure", "unknown_value", `one of ${MEASURES.join(", ")}`);
  const at = readInstant(fields.at);
  if (at === undefined) return reject("at", "missing_field", "the start of the span is expected");
  if (at === FAULTY) return reject("at", "bad_time", "a time with offset, such as 2026-07-14T10:15:00Z");
  const minutes = readInt(fields.minutes) ?? rules.options.minutes;
  if (minutes === FAULTY) return reject("minutes", "bad_number", "a whole number is expected");
  const value = readInt(fields.value) ?? (minutes === 0 ? 1 : undefined);
  if (value === undefined) return reject("value", "missing_field", "how many is expected");
  if (value === FAULTY) return reject("value", "bad_number", "a whole number is expected");
  const site = readWord(fields.site) ?? rules.site;
  if (site === "") return reject("site", "missing_field", "a site is expected");
  if (site === FAULTY) return reject("site", "unknown_site", "no id of a site");
  const details = readDetails(fields);
  if ("field" in details) return reject(details.field, details.reason, details.detail);
  const { deleted = false, changedAt, knownAt, ...rest } = details;
  const record: SourceRecord = {
    site,
    measure,
    // A reading of entries and one of exits may go by the same id.
    key: `${measure}/${key}`,
    at,
    minutes,
    value,
    version: changedAt ?? rules.now,
    deleted,
    knownAt: knownAt ?? rest.bookedOn ?? Math.min(at + minutes * 60_000, rules.now),
    ...rest,
  };
  return { kind: "record", record };
}

type Details = Partial<
  Pick<
    SourceRecord,
    | "deleted"
    | "knownAt"
    | "gate"
    | "tariff"
    | "channel"
    | "origin"
    | "language"
    | "topic"
    | "cameFrom"
    | "bookedOn"
    | "amountCents"
  >
> & { changedAt?: Instant };

interface Fault {
  readonly field: string;
  readonly reason: RejectionReason;
  readonly detail: string;
}

/** What need not be there. */
function readDetails(fields: Readonly<Record<string, unknown>>): Details | Fault {
  const readers: readonly [string, keyof Details, Read<unknown>, RejectionReason][] = [
    ["deleted", "deleted", readFlag(fields.deleted), "unknown_value"],
    ["changed_at", "changedAt", readInstant(fields.changed_at), "bad_time"],
    ["known_at", "knownAt", readInstant(fields.known_at), "bad_time"],
    ["booked_on", "bookedOn", readInstant(fields.booked_on), "bad_time"],
    ["amount_cents", "amountCents", readInt(fields.amount_cents), "bad_number"],
    ["gate", "gate", readWord(fields.gate), wordFault(fields.gate)],
    ["topic", "topic", readWord(fields.topic), wordFault(fields.topic)],
    ["came_from", "cameFrom", readWord(fields.came_from), wordFault(fields.came_from)],
    ["tariff", "tariff", readChoice(fields.tariff, TARIFF_OF), "unknown_value"],
    ["channel", "channel", readChoice(fields.channel, CHANNEL_OF), "unknown_value"],
    ["origin", "origin", readText(fields.origin, readOrigin), "unknown_value"],
    ["language", "language", readText(fields.language, readLanguage), "unknown_value"],
  ];
  const details: Record<string, unknown> = {};
  for (const [field, name, value, reason] of readers) {
    if (value === FAULTY) return { field, reason, detail: "not what this field holds" };
    if (value !== undefined) details[name] = value;
  }
  return details;
}

/** A place or a language, reduced to what may be kept. */
function readText(value: unknown, reduce: (text: string) => string | undefined): Read<string> {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? (reduce(value) ?? FAULTY) : FAULTY;
}

function wordFault(value: unknown): RejectionReason {
  return typeof value === "string" && value.includes("@") ? "personal_data" : "unknown_value";
}
