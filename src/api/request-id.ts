/** One id per request: in the reply's X-Request-Id, in the log, and in problem documents. */
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";

const HEADER = "X-Request-Id";

/** The id of this exchange, given on first ask. */
export function requestId(res: ServerResponse): string {
  const known = res.getHeader(HEADER);
  if (typeof known === "string") return known;
  const id = randomUUID();
  res.setHeader(HEADER, id);
  return id;
}
