/** One event of a terminal → a record. Allow-list: type, times, kiosk, screen and language; a session's id, what was
 *  typed or chosen in it and how it ended are never read. */
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import type { Mapped, Measure, RejectionReason } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { parseWall } from "../../format/dates.ts";
import { keep } from "../../quarantine/keep.ts";

/** What the reading of events is given. */
export interface KioskReading {
  /** Site of a kiosk; undefined when the feed does not know it. */
  readonly siteOf: (kiosk: string) => string | undefined;
  readonly version: number;
  readonly until: Instant;
  /** Told of each event that is still to come. */
  readonly onFuture?: (at: Instant) => void;
}

/** Types of the event format, with the measure that each counts; null for those that count nothing. */
const MEASURE_OF: ReadonlyMap<string, Measure | null> = new Map<string, Measure | null>([
  ["session_start", "kiosk_sessions"],
  ["view", "kiosk_views"],
  ["heartbeat", "kiosk_heartbeats"],
  ["action", null],
  ["language", null],
  ["session_end", null],
]);

/** Ids and screens are words of the integrator's, never of a visitor's: no spaces, no @. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_.:/-]{0,63}$/u;

function keepEvent({
  v,
  type,
  event_id: id,
  kiosk_id: kiosk,
  ts,
  screen,
  lang,
}: Readonly<Record<string, unknown>>): KeptRow {
  return keep("source", typeof id === "string" ? id : "", [
    ["v", v, "number"],
    ["type", type, "word"],
    ["event_id", id, "id"],
    ["kiosk_id", kiosk, typeof kiosk === "string" && WORD.test(kiosk) ? "name" : "no"],
    ["ts", ts, "time"],
    ["screen", screen, "word"],
    ["lang", lang, "word"],
  ]);
}

/** Maps one parsed line. `position` names it: `kiosk.jsonl line 12`. */
export function mapEvent(value: unknown, position: string, reading: KioskReading): Mapped {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { kind: "rejected", reason: "malformed", position, detail: "a JSON object is expected" };
  }
  const event: Readonly<Record<string, unknown>> = { ...value };
  const reject = (reason: RejectionReason, field: string, detail: string): Mapped => ({
    kind: "rejected",
    reason,
    position,
    field,
    detail,
    row: keepEvent(event),
  });
  if (event.v !== 1) return reject("unknown_value", "v", "version 1 of the event format is expected");
  const { type, event_id: id, kiosk_id: kiosk, ts, screen, lang } = event;
  const measure = typeof type === "string" ? MEASURE_OF.get(type) : undefined;
  if (measure === undefined) return reject("unknown_value", "type", "no type of the event format");
  if (typeof id !== "string" || id === "") return reject("missing_field", "event_id", "an id is expected");
  if (!WORD.test(id))
    return reject(id.includes("@") ? "personal_data" : "unknown_value", "event_id", "no plain id");
  if (typeof kiosk !== "string" || kiosk === "")
    return reject("missing_field", "kiosk_id", "an id is expected");
  if (!WORD.test(kiosk)) return reject("unknown_value", "kiosk_id", "no plain id");
  const site = reading.siteOf(kiosk);
  if (site === undefined) return reject("unknown_site", "kiosk_id", "this kiosk is not listed in sites");
  if (typeof ts !== "string") return reject("missing_field", "ts", "a time is expected");
  const { wall, offset } = parseWall(ts);
  if (Number.isNaN(wall)) return reject("bad_time", "ts", "no time that exists");
  if (offset === undefined) return reject("bad_time", "ts", "a time with offset is expected");
  const at = wall - offset;
  if (at >= reading.until) {
    reading.onFuture?.(at);
    // Nothing is kept: the file is read again then.
    const detail = `${new Date(at).toISOString()} is still to come`;
    return { kind: "rejected", reason: "future", position, field: "ts", detail };
  }
  if (measure === null) return { kind: "ignored" };
  if (measure === "kiosk_views" && (typeof screen !== "string" || screen === "")) {
    return reject("missing_field", "screen", "a view names its screen");
  }
  const topic = measure === "kiosk_views" && typeof screen === "string" ? screen : undefined;
  if (topic !== undefined && !WORD.test(topic)) {
    return reject(
      topic.includes("@") ? "personal_data" : "unknown_value",
      "screen",
      "no plain name of a screen",
    );
  }
  const language =
    typeof lang === "string" ? /^[a-z]{2,3}(?=$|[-_])/i.exec(lang)?.[0].toLowerCase() : undefined;
  return {
    kind: "record",
    record: {
      site,
      measure,
      key: id,
      at,
      minutes: 0,
      value: 1,
      version: reading.version,
      deleted: false,
      knownAt: at,
      gate: kiosk,
      ...(language === undefined ? {} : { language }),
      ...(topic === undefined ? {} : { topic }),
    },
  };
}
