/** Reads single cells of a row: whole numbers, prices, codes. */
import type { RejectionReason } from "../../../src/domain/record.ts";
import { type DecimalSign, parseNumber } from "../../format/numbers.ts";
import { describeCell } from "./describe.ts";

/** Why a cell cannot be used. */
export interface CellFault {
  readonly reason: RejectionReason;
  readonly detail: string;
}

/** More people or tickets than any row can mean. */
const LARGEST = 10_000_000;

/** A whole number; undefined for an empty cell; a fault for anything else. */
export function readWhole(
  text: string,
  decimal: DecimalSign,
  negative: boolean,
): number | undefined | CellFault {
  const value = parseNumber(text, decimal);
  if (!Number.isInteger(value)) {
    if (text.trim() === "") return undefined;
    return { reason: "bad_number", detail: `${describeCell(text)}: a whole number is expected` };
  }
  if (value < 0 && !negative)
    return { reason: "negative", detail: `${describeCell(text)}: a count is 0 or more` };
  if (value > LARGEST || value < -LARGEST) {
    return { reason: "too_large", detail: `${describeCell(text)}: at most ${LARGEST} is expected` };
  }
  return value === 0 ? 0 : value;
}

/** Euros → cents; undefined for an empty cell. */
export function readCents(text: string, decimal: DecimalSign): number | undefined | CellFault {
  if (text.trim() === "") return undefined;
  const value = parseNumber(text, decimal);
  if (Number.isNaN(value))
    return { reason: "bad_number", detail: `${describeCell(text)}: a price is expected` };
  const cents = Math.round(value * 100);
  if (Math.abs(cents) > LARGEST * 100) return { reason: "too_large", detail: "a price beyond reason" };
  return cents === 0 ? 0 : cents;
}

export function isFault(value: number | undefined | CellFault): value is CellFault {
  return typeof value === "object";
}

/** Postcode, département or ISO country → département or country; undefined when it is none of these. */
export function readOrigin(text: string): string | undefined {
  const value = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(value)) return value;
  if (/^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/.test(value)) return value;
  const postcode = /^(?:F-?)?(\d{5})$/.exec(value)?.[1];
  if (postcode === undefined) return undefined;
  if (postcode.startsWith("97") || postcode.startsWith("98")) return postcode.slice(0, 3);
  if (postcode.startsWith("20")) return postcode < "20200" ? "2A" : "2B";
  return postcode.slice(0, 2);
}

/** A language code (`fr`, `nl-BE` → `nl`); undefined when it is none. */
export function readLanguage(text: string): string | undefined {
  return /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/i.exec(text.trim())?.[1]?.toLowerCase();
}
