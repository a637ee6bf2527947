/** Instants as an option declares them: a field and its format. */
import type { Instant, Zone } from "../../../src/domain/time.ts";
import { seriesClock } from "../../format/clock-changes.ts";
import { RowFault } from "./expression.ts";
import { readLocal } from "./helpers.ts";

/** The store takes versions from 10^10 on for times. */
const MOST_REVISIONS = 1e9;

type Format = "local" | "iso" | "unix" | "ms";

/** @returns undefined when the text is on the clock twice and cannot be told, or is nothing.
 *  @throws RowFault for what is no time */
export function readInstant(value: unknown, format: Format, zone: Zone): Instant | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const at = format === "local" ? readOrdered(String(value), zone) : readAbsolute(value, format);
  if (at !== undefined && !Number.isSafeInteger(at))
    throw new RowFault("bad_time", `${format} time is expected`);
  return at;
}

/** A revision number (0, 1, 2, …; nothing counts as 0) → a version, which begins at 1. @throws RowFault for anything else */
export function readRevision(value: unknown): number {
  const number = value === undefined || value === null || value === "" ? 0 : Number(value);
  if (!Number.isInteger(number) || number < 0 || number >= MOST_REVISIONS)
    throw new RowFault("bad_number", "version: a whole number that counts up is expected");
  return number + 1;
}

function readAbsolute(value: unknown, format: Exclude<Format, "local">): number {
  if (format === "iso")
    return /(?:Z|[+-]\d\d:?\d\d)$/.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
  return Math.round(Number(value) * (format === "unix" ? 1000 : 1));
}

function readOrdered(text: string, zone: Zone): Instant | undefined {
  try {
    return readLocal(text, zone, { dst: "reject", nonexistent: "forward" }, seriesClock());
  } catch (error) {
    if (error instanceof RowFault && error.reason === "ambiguous_time") return undefined;
    throw error;
  }
}
