/** One message → records. Allow-list: only the places named in `read`, and the names in the topic, are looked at. */
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import type { HeldRow } from "../../../src/domain/quarantine.ts";
import { type Mapped, MEASURES, type Measure, type RejectionReason } from "../../../src/domain/record.ts";
import { type Instant, MINUTE, toIso } from "../../../src/domain/time.ts";
import { parseWall } from "../../format/dates.ts";
import { asRow, keepRow } from "./kept.ts";
import type { MqttOptions } from "./options.ts";
import { at } from "./places.ts";
import { namesIn, type TopicNames } from "./topics.ts";

export interface MqttSense {
  readonly options: Pick<MqttOptions, "topics" | "read" | "sites">;
  /** Site of the feed; empty when each topic names its own. */
  readonly site: string;
  readonly sites: ReadonlySet<string>;
  /** Version of rows without a time of change. */
  readonly now: Instant;
}

/** Longest message read, bytes. */
const MAX_BYTES = 64 * 1024;
const MAX_ROWS = 1000;
/** Names of devices and ids of rows are no text of a person's: no spaces, no @. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,63}$/u;

class Reject extends Error {
  readonly reason: RejectionReason;
  readonly field: string | undefined;
  constructor(reason: RejectionReason, detail: string, field?: string) {
    super(detail);
    this.reason = reason;
    this.field = field;
  }
}

/** Records of a message. A topic of an earlier subscription is ignored; a message that is no JSON is rejected.
 *  @param position names the message in a rejection */
export function mapMessage(topic: string, payload: Uint8Array, position: string, sense: MqttSense): Mapped[] {
  const names = sense.options.topics.map((pattern) => namesIn(topic, pattern)).find((found) => found);
  if (!names) return [{ kind: "ignored" }];
  // An empty message clears what a broker retained.
  if (payload.length === 0) return [{ kind: "ignored" }];
  return guarded(position, () =>
    rowsOf(payload, sense.options.read.rows).flatMap((row, i) =>
      guarded(
        `${position} row ${i + 1}`,
        () => mapRow(row, names, sense),
        () => keepRow(row, names, sense.options.read),
      ),
    ),
  );
}

/** Reads a kept row again. */
export function remapRow({ row, position }: HeldRow, sense: MqttSense): Mapped[] {
  const { value, names } = asRow(row.fields);
  return guarded(position, () => mapRow(value, names, sense));
}

function guarded(position: string, read: () => Mapped[], kept?: () => KeptRow): Mapped[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Reject)) throw error;
    const { reason, message: detail, field } = error;
    const named = field === undefined ? {} : { field };
    return [{ kind: "rejected", reason, position, detail, ...named, ...(kept ? { row: kept() } : {}) }];
  }
}

function rowsOf(payload: Uint8Array, rows: string | undefined): readonly unknown[] {
  if (payload.length > MAX_BYTES) throw new Reject("too_large", `a message of more than ${MAX_BYTES} bytes`);
  const whole = parse(payload);
  if (rows === undefined) return [whole];
  const list = at(whole, rows);
  if (!Array.isArray(list)) throw new Reject("malformed", "a list of rows is expected", rows);
  if (list.length > MAX_ROWS) throw new Reject("too_large", `more than ${MAX_ROWS} rows`, rows);
  return list;
}

function parse(payload: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(payload);
  } catch {
    throw new Reject("bad_encoding", "bytes that are no UTF-8 text");
  }
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, which may be personal.
    throw new Reject("malformed", `no JSON in ${text.length} characters`);
  }
}

function mapRow(row: unknown, names: TopicNames, sense: MqttSense): Mapped[] {
  const { read } = sense.options;
  const gate = names.gate ?? (read.gate === undefined ? undefined : wordAt(row, read.gate));
  if (gate !== undefined) checkWord(gate, "gate");
  const stamp = timeAt(row, read.at);
  const from = read.stamp === "end" ? stamp - read.minutes * MINUTE : stamp;
  const id = read.key === undefined ? `${gate ?? ""}/${read.minutes}/${toIso(from)}` : wordAt(row, read.key);
  const version = read.changed === undefined ? sense.now : timeAt(row, read.changed);
  const found = MEASURES.flatMap((measure): Mapped[] => {
    const place = read.values[measure];
    const value = place === undefined ? undefined : at(row, place);
    // Null is a hole: the device was there and says nothing.
    if (place === undefined || value === undefined || value === null) return [];
    return [
      {
        kind: "record",
        record: {
          site: siteOf(gate, names, sense),
          measure,
          key: `${measure}/${id}`,
          at: from,
          minutes: read.minutes,
          value: countOf(value, measure, place),
          version,
          deleted: false,
          knownAt: Math.max(from + read.minutes * MINUTE, stamp),
          ...(gate === undefined ? {} : { gate }),
        },
      },
    ];
  });
  if (found.length > 0) return found;
  const places = Object.values(read.values);
  if (places.some((place) => at(row, place) === null)) return [{ kind: "ignored" }];
  throw new Reject("missing_field", "none of the numbers is there", places[0]);
}

function siteOf(gate: string | undefined, names: TopicNames, { options, site, sites }: MqttSense): string {
  if (options.sites) {
    const mapped = gate !== undefined && Object.hasOwn(options.sites, gate) ? options.sites[gate] : undefined;
    if (mapped === undefined) throw new Reject("unknown_site", "this gate is not listed in sites", "gate");
    return mapped;
  }
  const named = names.site ?? site;
  if (!sites.has(named))
    throw new Reject("unknown_site", "the topic names no site of this territory", "site");
  return named;
}

function countOf(value: unknown, measure: Measure, field: string): number {
  const count = typeof value === "string" && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  if (typeof count !== "number" || !Number.isInteger(count))
    throw new Reject("bad_number", "a whole number is expected", field);
  if (count < 0 && measure !== "tickets") throw new Reject("negative", "a count cannot be negative", field);
  return count;
}

function wordAt(row: unknown, field: string): string {
  const value = at(row, field);
  if (value === undefined || value === null || value === "")
    throw new Reject("missing_field", "a name or id is expected", field);
  const word = typeof value === "number" ? String(value) : value;
  if (typeof word !== "string") throw new Reject("unknown_value", "no plain name or id", field);
  checkWord(word, field);
  return word;
}

function checkWord(word: string, field: string): void {
  if (WORD.test(word)) return;
  throw new Reject(word.includes("@") ? "personal_data" : "unknown_value", "no plain name or id", field);
}

/** Unix times below this are seconds, above milliseconds: the year 5138 against March 1973. */
const MILLISECONDS = 100_000_000_000;

function timeAt(row: unknown, field: string): Instant {
  const value = at(row, field);
  if (value === undefined || value === null) throw new Reject("missing_field", "a time is expected", field);
  if (typeof value === "number") {
    const ms = Math.round(value < MILLISECONDS ? value * 1000 : value);
    if (!(ms > 0 && ms < MILLISECONDS * 100)) throw new Reject("bad_time", "no time that exists", field);
    return ms;
  }
  const { wall, offset } =
    typeof value === "string" ? parseWall(value) : { wall: Number.NaN, offset: undefined };
  if (Number.isNaN(wall)) throw new Reject("bad_time", "no time that exists", field);
  if (offset === undefined) throw new Reject("bad_time", "a time with offset is expected", field);
  return wall - offset;
}
