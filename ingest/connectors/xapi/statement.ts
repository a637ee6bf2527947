/** One statement → an event of a kiosk, of which the kiosk connector makes a record. Who acted, what was answered and
 *  how it went are dropped while decoding: an actor is a person, even as a hash. */
import { z } from "zod";
import type { Mapped } from "../../../src/domain/record.ts";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import { mapEvent } from "../kiosk/map.ts";
import { malformed } from "../pretix/parse-rows.ts";
import type { XapiOptions } from "./options.ts";

export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

/** What the usual verbs count. A visit that is launched is initialized, too: only one of both may count. */
const VERBS: Readonly<Record<string, "session_start" | "view">> = {
  "http://adlnet.gov/expapi/verbs/initialized": "session_start",
  "http://adlnet.gov/expapi/verbs/experienced": "view",
  "http://id.tincanapi.com/verb/viewed": "view",
};

const Statement = z.object({
  id: z.uuid(),
  verb: z.object({ id: z.string().max(2000) }),
  object: z.object({ objectType: z.string().optional(), id: z.string().max(2000).optional() }),
  /** When it happened: may lie long before it was stored. */
  timestamp: z.string().max(40).optional(),
  stored: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  context: z
    .object({
      platform: z.string().max(2000).optional(),
      language: z.string().max(40).optional(),
      extensions: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});
export type Statement = z.output<typeof Statement>;

/** A statement, or the row set aside for it. */
export function readStatement(raw: unknown, position: string): Statement | Mapped {
  const parsed = Statement.safeParse(raw);
  return parsed.success ? parsed.data : malformed(parsed.error, position);
}

export interface Sense {
  readonly options: XapiOptions;
  readonly siteOf: (kiosk: string) => string | undefined;
  readonly until: Instant;
}

/** What a verb counts; undefined = nothing here. */
export function typeOf(verb: string, { verbs }: XapiOptions): string | undefined {
  const own = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  const type = own ?? (Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined);
  return type === "ignore" ? undefined : type;
}

export function mapStatement(statement: Statement, position: string, sense: Sense): Mapped {
  const { id, verb, object, context, timestamp, stored } = statement;
  const { options, siteOf, until } = sense;
  const type = typeOf(verb.id, options);
  if (type === undefined) return { kind: "ignored" };
  const kiosk = options.kiosk === "platform" ? context?.platform : context?.extensions?.[options.kiosk];
  const event = {
    ...{ v: 1, type, event_id: id.toLowerCase(), kiosk_id: kiosk ?? options.gate },
    // A clock that runs ahead: it cannot have happened after it was stored.
    ts: timestamp === undefined || Date.parse(timestamp) > stored ? toIso(stored) : timestamp,
    screen: screenOf(object.id ?? "", options),
    lang: context?.language,
  };
  const mapped = mapEvent(event, position, { siteOf, version: stored, until });
  if (mapped.kind !== "record") return mapped;
  // A kiosk that was offline told nobody before it was stored.
  return { kind: "record", record: { ...mapped.record, knownAt: Math.max(mapped.record.at, stored) } };
}

function screenOf(activity: string, { topics }: XapiOptions): string {
  if (Object.hasOwn(topics, activity)) return topics[activity] ?? "";
  return activity.split("/").findLast((part) => part !== "") ?? "";
}
