/** Records as fields and back: the form of rows that were mapped and failed at the last look, and of those whose number
 *  alone was wrong. */
import { z } from "zod";
import type { KeptRow } from "../../src/domain/kept-row.ts";
import type { HeldRow } from "../../src/domain/quarantine.ts";
import {
  CHANNELS,
  type Mapped,
  MEASURES,
  type SourceRecord,
  TARIFFS,
  WEATHER_VARIABLES,
} from "../../src/domain/record.ts";
import { MINUTE, toIso } from "../../src/domain/time.ts";
import { present } from "../present.ts";
import { type Cell, type FieldKind, keep } from "./keep.ts";

const TIMES = ["at", "knownAt", "bookedOn"] as const;
const KINDS: readonly (readonly [keyof SourceRecord, FieldKind])[] = [
  ["site", "word"],
  ["measure", "word"],
  ["key", "id"],
  ["at", "time"],
  ["minutes", "number"],
  ["value", "number"],
  ["version", "time"],
  ["deleted", "number"],
  ["knownAt", "time"],
  ["gate", "name"],
  ["tariff", "word"],
  ["channel", "word"],
  ["origin", "word"],
  ["language", "word"],
  ["topic", "word"],
  ["cameFrom", "word"],
  ["bookedOn", "time"],
  ["amountCents", "number"],
];

/** What is kept of a record, or of one that is not whole: any of its fields, with whatever they hold. */
export function keepRecord(record: Readonly<Partial<Record<keyof SourceRecord, unknown>>>): KeptRow {
  const cells = KINDS.map(([name, kind]): Cell => {
    const value = shown(record[name], name);
    return [name, value, isListed(name, value) ? kind : "no"];
  });
  return keep("record", typeof record.key === "string" ? record.key : "", cells);
}

/** Names of tariffs may tell a person's state of health; origins must not be finer than a département. */
function isListed(name: keyof SourceRecord, value: unknown): boolean {
  if (name === "tariff") return TARIFFS.some((tariff) => tariff === value);
  if (name === "channel") return CHANNELS.some((channel) => channel === value);
  if (name !== "origin") return true;
  return typeof value === "string" && /^(?:[A-Z]{2}|\d[\dAB]\d?)$/.test(value);
}

function shown(value: unknown, name: string): unknown {
  const instant = typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) < 8.64e15;
  return instant && TIMES.some((time) => time === name) ? toIso(value) : value;
}

const instant = z.union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);
const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,10}$/)
    .transform(Number),
]);
const word = z.union([z.string().max(200), z.number().transform(String)]);
const Shape = z.strictObject({
  site: word.default(""),
  measure: z.enum([...MEASURES, ...WEATHER_VARIABLES]),
  key: word.pipe(z.string().min(1)),
  at: instant,
  minutes: whole.default(0),
  value: whole,
  version: z.number().optional(),
  deleted: z.boolean().default(false),
  knownAt: instant.optional(),
  gate: word.optional(),
  tariff: z.enum(TARIFFS).optional(),
  channel: z.enum(CHANNELS).optional(),
  origin: z.string().max(3).optional(),
  language: z.string().max(3).optional(),
  topic: word.optional(),
  cameFrom: word.optional(),
  bookedOn: instant.optional(),
  amountCents: whole.optional(),
});

/** The record that a kept row says; the runner's last look comes after it. */
export function readRecord({ row, position, seen }: HeldRow): Mapped {
  const read = Shape.safeParse(row.fields);
  if (!read.success) {
    const issue = read.error.issues[0];
    const field = issue?.path.join(".") ?? "";
    const missing = !Object.hasOwn(row.fields, field);
    const detail = issue?.message ?? "a record is expected";
    return { kind: "rejected", reason: missing ? "missing_field" : "unknown_value", position, field, detail };
  }
  const { site, key, version = seen, knownAt, ...rest } = read.data;
  const known = knownAt ?? rest.bookedOn ?? rest.at + rest.minutes * MINUTE;
  return { kind: "record", record: { ...present(rest), site, key, version, knownAt: known } };
}
