/** Raw rows → records, by the feed's own expression: what it does not name never enters. */
import { z } from "zod";
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import {
  CHANNELS,
  type Mapped,
  MEASURES,
  type RejectionReason,
  type SourceRecord,
  TARIFFS,
  WEATHER_VARIABLES,
} from "../../../src/domain/record.ts";
import { type Instant, MINUTE, type Zone } from "../../../src/domain/time.ts";
import { present } from "../../present.ts";
import { keepRecord } from "../../quarantine/record-form.ts";
import { compile, type Evaluate, RowFault } from "./expression.ts";
import { makeHelpers } from "./helpers.ts";
import { readInstant, readRevision } from "./instants.ts";
import { isObject } from "./is-object.ts";
import { keyOwners } from "./key-owners.ts";
import type { StreamOptions } from "./options.ts";
import type { RawPage } from "./paginate.ts";

const instant = z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);
const word = z.string().max(200);

/** What an expression may say of a row. */
const Fact = z.strictObject({
  measure: z.enum([...MEASURES, ...WEATHER_VARIABLES]),
  at: instant,
  value: z.number(),
  key: z.union([word.min(1), z.number().transform(String)]).optional(),
  site: word.optional(),
  minutes: z.number().default(0),
  deleted: z.boolean().default(false),
  knownAt: instant.optional(),
  gate: z.union([word, z.number().transform(String)]).optional(),
  tariff: z.enum(TARIFFS).optional(),
  channel: z.enum(CHANNELS).optional(),
  origin: z
    .string()
    .regex(/^(?:[A-Z]{2}|\d[\dAB]\d?)$/)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  topic: word.optional(),
  bookedOn: instant.optional(),
  amountCents: z.int().optional(),
});

export interface Sense {
  readonly stream: StreamOptions;
  readonly name: string;
  readonly site: string;
  readonly zone: Zone;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `$until` in expressions: a span that ends later may be unfinished. */
  readonly until: Instant;
}

const SHARED_KEY =
  'a fact of another measure, gate or time has the same key: give each fact its own, as in "key": id & "/exits"';

/** @param serverNow time of the pull by the slower of both clocks: version of what has no change time */
export type MapPage = (
  page: RawPage,
  parents: Readonly<Record<string, unknown>>,
  serverNow: Instant,
) => Promise<Mapped[]>;

/** A mapping for one pull: the order of rows tells doubled hours apart, so it starts afresh each time. */
export function makeMapper({ stream, name, site, zone, parameters, until }: Sense, now: Instant): MapPage {
  const helpers = makeHelpers(zone, stream);
  const map = compile(stream.map ?? "null", `map of ${name}`);
  const key = stream.key === undefined ? undefined : compile(stream.key, `key of ${name}`);
  const field = stream.version && compile(stream.version.field, `version of ${name}`);
  const isTaken = keyOwners();

  const versionOf = async (raw: unknown, bindings: Parameters<Evaluate>[1], known: Instant) => {
    if (!stream.version || !field) return now;
    const value = await field(raw, bindings);
    if (stream.version.format === "number") return readRevision(value);
    // A change within the doubled hour cannot be put in order by its text: then the time of the pull can.
    return readInstant(value, stream.version.format, zone) ?? known;
  };
  const mapRow = async (
    raw: unknown,
    bindings: Parameters<Evaluate>[1],
    position: string,
    known: Instant,
  ): Promise<Mapped[]> => {
    helpers.nextRow();
    try {
      const result = await map(raw, bindings);
      if (result === undefined || result === null) return [{ kind: "ignored" }];
      const version = await versionOf(raw, bindings, known);
      const rowKey = await key?.(raw, bindings);
      const facts = Array.isArray(result) ? Array.from<unknown>(result) : [result];
      return facts.map((fact) => {
        const one = toMapped(fact, { rowKey, version, site, stream, position });
        return one.kind === "record" && isTaken(one.record)
          ? reject("missing_field", position, "key", SHARED_KEY)
          : one;
      });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      return [{ kind: "rejected", reason: error.reason, position, detail: error.message }];
    }
  };
  return async (page, parents, serverNow) => {
    const bindings = { ...helpers.bindings, ...parents, param: parameters, until };
    const place = (n: number) => `${name} page ${page.number} row ${n + 1}`;
    const mapped: Mapped[] = [...page.faults];
    for (const [n, raw] of page.rows.entries())
      mapped.push(...(await mapRow(raw, bindings, place(n), Math.min(now, serverNow))));
    return mapped;
  };
}

interface Given {
  readonly rowKey: unknown;
  readonly version: Instant;
  readonly site: string;
  readonly stream: StreamOptions;
  readonly position: string;
}

function toMapped(fact: unknown, { rowKey, version, site, stream, position }: Given): Mapped {
  if (!isObject(fact)) return reject("malformed", position, undefined, "a fact is expected");
  // A value of null is a hole: nobody counted. Other nulls say "unknown" and are left out.
  if ("value" in fact && fact.value === null) return { kind: "ignored" };
  const parsed = Fact.safeParse(
    Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null)),
  );
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join(".") || undefined;
    const missing = field !== undefined && !Object.hasOwn(fact, field);
    const row = keepRecord({
      site,
      ...fact,
      key: ownKey("key" in fact ? fact.key : undefined, rowKey),
      version,
    });
    const detail = issue?.message ?? "a fact is expected";
    return reject(missing ? "missing_field" : reasonOf(field), position, field, detail, row);
  }
  const { key: own, knownAt, site: named, ...rest } = parsed.data;
  const key = ownKey(own, rowKey);
  if (typeof key !== "string" || key === "")
    return reject("missing_field", position, "key", "the row has no key");
  const known = knownAt ?? rest.bookedOn ?? rest.at + rest.minutes * MINUTE;
  const record: SourceRecord = {
    ...present(rest),
    site: named ?? site,
    key,
    version: stream.mode === "append" ? known : version,
    knownAt: known,
  };
  const personal = [record.key, record.gate, record.topic].some((text) => text?.includes("@"));
  if (personal) return reject("personal_data", position, undefined, "a text looks like an e-mail address");
  return { kind: "record", record };
}

function ownKey(own: unknown, rowKey: unknown): unknown {
  const key = own ?? rowKey;
  return typeof key === "number" ? String(key) : key;
}

function reasonOf(field: string | undefined): RejectionReason {
  if (field === "at" || field === "knownAt" || field === "bookedOn") return "bad_time";
  if (field === "value" || field === "minutes" || field === "amountCents") return "bad_number";
  return field === undefined ? "malformed" : "unknown_value";
}

function reject(
  reason: RejectionReason,
  position: string,
  field: string | undefined,
  detail: string,
  row?: KeptRow,
): Mapped {
  const named = field === undefined ? {} : { field };
  return { kind: "rejected", reason, position, ...named, detail, ...(row ? { row } : {}) };
}
