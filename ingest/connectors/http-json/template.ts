/** `{{path.like.this}}` in addresses, queries, headers and bodies: substitution only, nothing is evaluated. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import { addDays, type Instant, localDate, type Span, toIso, type Zone } from "../../../src/domain/time.ts";
import { localClock } from "../../format/local-clock.ts";
import { isObject } from "./is-object.ts";

export type Vars = Readonly<Record<string, unknown>>;

const PLACE = /\{\{([\w.]+)\}\}/g;

/** First names of the placeholders in a template, and whether braces are left over. */
export function rootsOf(template: string): { readonly roots: readonly string[]; readonly broken: boolean } {
  const roots = [...template.matchAll(PLACE)].map(([, path = ""]) => path.split(".")[0] ?? "");
  return { roots, broken: /\{\{|\}\}/.test(template.replace(PLACE, "")) };
}

/** The filled template; undefined when a placeholder has no value (the query parameter is then left out). */
export function fill(template: string, vars: Vars): string | undefined {
  return replace(template, vars, (text) => text);
}

/** A filled path: values are URL-encoded, and none can leave its segment.
 *  @throws FeedChanged when a value is missing or would climb out of the path. */
export function fillPath(template: string, vars: Vars): string {
  const path = replace(template, vars, (text) => {
    // TRICKY: `..` survives URL-encoding, and an id comes from the source.
    if (/^\.{1,2}$/.test(text)) throw new FeedChanged(`invalid value in ${template}: dots alone`);
    return encodeURIComponent(text);
  });
  if (path === undefined) throw new FeedChanged(`invalid path: no value for a part of ${template}`);
  return path;
}

/** A JSON body with every text in it filled; properties without a value are left out. */
export function fillJson(value: unknown, vars: Vars): unknown {
  if (typeof value === "string") return fill(value, vars);
  if (Array.isArray(value)) return value.map((item) => fillJson(item, vars));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fillJson(item, vars)]));
}

/** An instant in the forms that sources ask for: `{{since.iso}}`, `.unix` (s), `.ms`, `.day`, `.local`. */
export function instantVars(at: Instant, zone: Zone): Readonly<Record<string, string>> {
  return {
    iso: toIso(at),
    unix: String(Math.floor(at / 1000)),
    ms: String(at),
    day: localDate(at, zone),
    local: new Date(localClock(zone).wallOf(at)).toISOString().slice(0, 19).replace("T", " "),
  };
}

/** A window's two ends, and its local days: `{{window.first}}` to `{{window.last}}`, `{{window.after}}` the day after
 *  them; as `20260714` under `.compact`. */
export function windowVars({ from, to }: Span, zone: Zone): Readonly<Record<string, unknown>> {
  const first = localDate(from, zone);
  const last = localDate(to - 1, zone);
  const days = { first, last, after: addDays(last, 1) };
  const compact = Object.fromEntries(
    Object.entries(days).map(([name, day]) => [name, day.replaceAll("-", "")]),
  );
  return { from: instantVars(from, zone), to: instantVars(to, zone), ...days, compact };
}

function replace(template: string, vars: Vars, encode: (text: string) => string): string | undefined {
  let missing = false;
  const filled = template.replace(PLACE, (_, path: string) => {
    const text = textOf(path.split(".").reduce<unknown>(property, vars));
    if (text === undefined) missing = true;
    return encode(text ?? "");
  });
  return missing ? undefined : filled;
}

function property(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** Texts, numbers and lists of them (joined by commas); everything else is no value. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((item) => typeof item === "string" || typeof item === "number")
    ? value.join(",")
    : undefined;
}
