/** Rules of the command line: a file of them, or one from `--where` with `--set`, `--replace` or `--drop`. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Correction } from "../../domain/correction.ts";
import type { FieldValue } from "../../domain/kept-row.ts";
import { CorrectionRule } from "../../territory/quarantine-fields.ts";
import { toCorrection } from "../../territory/to-correction.ts";
import { wrong } from "../options.ts";

export interface RuleOptions {
  readonly rule?: string | undefined;
  readonly where?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly replace?: readonly string[] | undefined;
  readonly drop?: string | undefined;
}

/** None when the options give no rule. @throws ConfigError with every fault */
export function rulesOf({ rule, where, set, replace, drop }: RuleOptions): Correction[] {
  const given = where ?? set ?? replace ?? drop;
  if (rule !== undefined) {
    if (given !== undefined) throw wrong("--rule", rule, "give a file, or --where with what is to be done");
    return readRules(rule);
  }
  if (given === undefined) return [];
  const entry = {
    where: pairs("--where", where ?? []),
    ...(set === undefined ? {} : { set: values(pairs("--set", set)) }),
    ...(replace === undefined ? {} : { replace: pieces(pairs("--replace", replace)) }),
    ...(drop === undefined ? {} : { drop }),
  };
  return check([entry], "command line");
}

function readRules(path: string): Correction[] {
  let value: unknown;
  try {
    value = parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw wrong("--rule", path, cause instanceof Error ? cause.message : "a file of rules is expected");
  }
  return check(Array.isArray(value) ? value : [value], path);
}

function check(entries: readonly unknown[], place: string): Correction[] {
  const parsed = z.array(CorrectionRule).safeParse(entries);
  if (parsed.success) return parsed.data.map(toCorrection);
  throw wrong("rule", place, z.prettifyError(parsed.error));
}

function pairs(option: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw wrong(option, text, "write field=value");
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** Numbers, `true`, `false` and `null` as such; in quotation marks they are text. */
function values(texts: Readonly<Record<string, string>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, valueIn(text)]));
  function valueIn(text: string): FieldValue {
    if (/^-?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
    if (text === "true" || text === "false") return text === "true";
    if (text === "null") return null;
    return /^".*"$/.test(text) ? text.slice(1, -1) : text;
  }
}

/** `field=old=>new`. */
function pieces(texts: Readonly<Record<string, string>>): Record<string, [string, string]> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const at = text.indexOf("=>");
      if (at < 1) throw wrong("--replace", `${name}=${text}`, "write field=old=>new");
      return [name, [text.slice(0, at), text.slice(at + 2)]];
    }),
  );
}
