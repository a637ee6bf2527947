/** Single fields of a pushed row. Each reader answers undefined for a field that is absent, and FAULTY for one that holds
 *  something else than it should. */
import type { Instant } from "../../src/domain/time.ts";
import { parseWall } from "../format/dates.ts";

export const FAULTY = Symbol("faulty");
export type Read<T> = T | undefined | typeof FAULTY;

/** Instant with its offset: without one it is any of two dozen. */
export function readInstant(value: unknown): Read<Instant> {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string" || value.length > 40) return FAULTY;
  // The usual form, which the reader of wall clocks knows at once without its last letter.
  const utc = value.length === 20 && value.charCodeAt(19) === 90;
  const { wall, offset = utc ? 0 : undefined } = parseWall(utc ? value.slice(0, 19) : value);
  return Number.isNaN(wall) || offset === undefined ? FAULTY : wall - offset;
}

/** Whole number, or its digits. */
export function readInt(value: unknown): Read<number> {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : FAULTY;
  if (typeof value !== "string" || !/^[+-]?\d{1,15}$/.test(value)) return FAULTY;
  return Number(value);
}

export function readFlag(value: unknown): Read<boolean> {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "1" || value === 1) return true;
  if (value === "false" || value === "0" || value === 0) return false;
  return FAULTY;
}

/** Of a closed list, by its names. */
export function readChoice<T extends string>(value: unknown, choices: ReadonlyMap<string, T>): Read<T> {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? (choices.get(value) ?? FAULTY) : FAULTY;
}

/** Ids and names are words of the integrator's, never of a visitor's. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_.:/#+= -]{0,119}$/u;

/** A word, or a number used as one. */
export function readWord(value: unknown): Read<string> {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : FAULTY;
  return typeof value === "string" && WORD.test(value) ? value : FAULTY;
}
