/** Cursors: an opaque place in the rows of one answer at one state of the data. Not secret, but whole: a cursor that
 *  was altered, or that belongs to another query, is refused. */
import { createHash } from "node:crypto";
import { Problem } from "./problem.ts";

/** State of the data, and the stretch of time (its number; 0 where the hour does not matter). */
export interface Edition {
  readonly version: string;
  readonly stretch: number;
}

/** Where a page begins. */
export interface Place {
  /** Rows before the page, 1 or more. */
  readonly offset: number;
  /** Edition of the answer that the first page was cut from. */
  readonly edition: Edition;
}

/** Base64url text. `query` is the normalised query without cursor, so that no other query accepts it. */
export function writeCursor({ offset, edition }: Place, query: string): string {
  const text = JSON.stringify([offset, edition.stretch, edition.version]);
  return Buffer.from(`${digest(text, query)}${text}`).toString("base64url");
}

/** @throws Problem `invalid-cursor` unless {@link writeCursor} made it for the same query. */
export function readCursor(cursor: string, query: string): Place {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const place = parse(text.slice(DIGEST));
  if (!place || writeCursor(place, query) !== cursor) {
    throw new Problem("invalid-cursor", "invalid cursor: it was altered, or belongs to another query", {
      errors: [{ path: "cursor", value: cursor.slice(0, 40), remedy: "leave it out to start again" }],
    });
  }
  return place;
}

/** Characters of the digest in front of the text. */
const DIGEST = 12;

function digest(text: string, query: string): string {
  return createHash("sha256").update(`${text}\n${query}`).digest("base64url").slice(0, DIGEST);
}

function parse(text: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const [offset, stretch, version]: unknown[] = value;
    if (!isCount(offset) || offset < 1 || !isCount(stretch) || typeof version !== "string") return undefined;
    return { offset, edition: { version, stretch } };
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
