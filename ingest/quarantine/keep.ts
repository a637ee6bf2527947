/** What of a row set aside may be kept. A mapping names the fields; this looks at what they hold, since a row that
 *  slipped sideways has a name where a number belongs. */

import type { FieldValue, KeptRow } from "../../src/domain/kept-row.ts";
import { personalIn } from "../../src/domain/personal-text.ts";

/** What a field holds when the row is as it should be. */
/** `name`: of a device, a word or a serial number; `no`: another value than the closed list of the field has, never
 *  kept. */
export type FieldKind = "number" | "time" | "word" | "name" | "id" | "no";
/** Name, value and kind; undefined and null are left out. */
export type Cell = readonly [name: string, value: unknown, kind: FieldKind];

const LONGEST = 120;
const LONGEST_WORD = 64;

/** Where the fields of a row stand: under names of their own, or side by side, where a row may slip sideways. */
type Layout = "named" | "cells";

/** Numbers and times are kept when they look like such, ids when they have a digit and name nobody; of cells,
 *  words and numbers that may be postcodes only when the row's numbers and times are all in their places. */
export function keep(
  form: KeptRow["form"],
  own: string,
  cells: readonly Cell[],
  layout: Layout = "named",
): KeptRow {
  const present = cells.filter(([, value]) => value !== undefined && value !== null && value !== "");
  const measured = present.filter(([, , kind]) => kind === "number" || kind === "time");
  const upright =
    layout === "named" || (measured.length > 0 && measured.every(([, value, kind]) => LOOKS[kind](value)));
  const fields: Record<string, FieldValue> = {};
  const withheld: string[] = [];
  for (const [name, value, kind] of present) {
    const likely =
      upright || (kind !== "word" && kind !== "name" && !(kind === "number" && /\d{5}/.test(String(value))));
    if (isField(value) && likely && LOOKS[kind](value)) fields[name] = value;
    else withheld.push(name);
  }
  return { form, own: isId(own) ? own : "", fields, withheld };
}

function isField(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

const LOOKS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  number: isNumber,
  time: isTime,
  word: isWord,
  name: (value) => isWord(value) || isId(value),
  id: isId,
  no: () => false,
};

/** Eight digits at most: a telephone number has more. A few letters that fingers or scanners put among digits are let
 *  by (`1O2`, `l7`), and the usual words for nothing. */
function isNumber(value: unknown): boolean {
  if (typeof value === "boolean") return true;
  if (typeof value === "number") return Math.abs(value) < 1e8;
  if (typeof value !== "string" || value.length > 24) return false;
  if (/^(?:n\/?[ad]|-+|null|nan|ok|err)$/i.test(value.trim())) return true;
  const digits = value.replace(/\D/g, "").length;
  return digits >= 1 && digits <= 8 && /^[\dOolI\s.,'’+\u2212\-€%]+$/.test(value);
}

const FIRST_S = 946_684_800;
const LAST_S = 4_102_444_800;
const MONTHS =
  /\b(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi;

/** Digits and signs, at most as many as an instant has; Unix times between the years 2000 and 2100. */
function isTime(value: unknown): boolean {
  if (typeof value === "number") {
    return (value >= FIRST_S && value < LAST_S) || (value >= FIRST_S * 1000 && value < LAST_S * 1000);
  }
  if (typeof value !== "string" || value.length > 40) return false;
  const bare = value.replace(MONTHS, "");
  if (!/^[\d\s.:/+\-TZh]+$/.test(bare) || !/\d/.test(bare)) return false;
  if (STAMP.test(value.trim())) return true;
  // Digits alone are a postcode or a number of somebody's.
  return personalIn(value) === null && /\d[\s.:/\-Th]+\d|\dh$/.test(bare);
}

/** More than nine digits and yet a time. */
const STAMP =
  /^(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:[T ]?[0-2]\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;

function isWord(value: unknown): boolean {
  if (typeof value !== "string") return typeof value === "number" && isNumber(value);
  const plain =
    value.length <= LONGEST_WORD && /^[\p{L}\p{N}][\p{L}\p{N} _.:/'’()&+~|-]*$/u.test(value.trim());
  // Five digits in a row are a postcode.
  return plain && personalIn(value) === null && !/\d{5}/.test(value);
}

const PHONE = /^(?:\+|00)\d{8,}$|^0[1-9](?:[\s.]?\d{2}){4}$/;

function isId(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "string" || value.length > LONGEST || PHONE.test(value.trim())) return false;
  return /\d/.test(value) && /^[\p{L}\p{N}_.:/#+=~|-]+$/u.test(value);
}
