/** Rows of one reply as a page. */
import type { Mapped } from "../../../src/domain/record.ts";
import type { Cursor, Page } from "../../connector.ts";
import { digest } from "../digest.ts";

/** @param cursor undefined: the place to go on from stays */
export function pageOf(rows: readonly Mapped[], cursor: Cursor | undefined): Page {
  return { rows, token: digest(rows), ...(cursor === undefined ? {} : { cursor }) };
}
