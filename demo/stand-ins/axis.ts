/** A stand-in for an AXIS P8815-2 counter, as of a clock. Traps kept: Digest authentication, local times without an
 *  offset (two hours called 02:00 in autumn), days asked for by date with the end included, missing hours left out. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import { HOUR, localDate } from "../../src/domain/time.ts";
import { answering, type CountsAccess, type CountsState, published } from "./counts-state.ts";
import { type Answer, type Handler, ok } from "./reply.ts";
import { localText } from "./ticket-book.ts";

const ZONE = "Europe/Paris";
const USER = "viewer";
const REALM = "AXIS_ACCC8E000000";

/** The camera as a request handler: `/a3dpc/api/export/json`. */
export function createAxisStandIn(state: CountsState, options: CountsAccess): Handler {
  return answering(options, (request, url) => {
    if (!isAnswered(request, options.key)) {
      const challenge = `Digest realm="${REALM}", nonce="${nonceOf(options.key)}", algorithm=MD5, qop="auth"`;
      return { status: 401, body: {}, headers: { "www-authenticate": `Basic realm="x", ${challenge}` } };
    }
    return exported(url, state, options.clock());
  });
}

function exported(url: URL, state: CountsState, now: Instant): Answer {
  const from = url.searchParams.get("start") ?? "";
  const to = url.searchParams.get("end") ?? "";
  if (url.pathname !== "/a3dpc/api/export/json" || !/^\d{8}$/.test(from) || !/^\d{8}$/.test(to))
    return { status: 400, body: { error: { message: "Validation failed", errors: [] } } };
  const day = (at: Instant) => localDate(at, ZONE).replaceAll("-", "");
  const data = published(state, 0, now, now)
    .filter(({ at, count }) => count !== null && day(at) >= from && day(at) <= to)
    .map(({ at, count }) => ({
      start: localText(at, ZONE),
      end: localText(at + HOUR, ZONE),
      in: count,
      out: 0,
      operator: "alix@example.org",
    }));
  return ok({ data });
}

function nonceOf(key: string): string {
  return hash(`nonce-${key}`);
}

function isAnswered(request: IncomingMessage, password: string): boolean {
  const header = request.headers.authorization ?? "";
  const field = (name: string) => new RegExp(`\\b${name}="?([^",]*)"?`).exec(header)?.[1] ?? "";
  if (!header.startsWith("Digest ") || field("username") !== USER || field("nonce") !== nonceOf(password))
    return false;
  if (field("uri") !== request.url) return false;
  const account = hash(`${USER}:${REALM}:${password}`);
  const asked = hash(`${request.method}:${field("uri")}`);
  const response = [account, field("nonce"), field("nc"), field("cnonce"), "auth", asked].join(":");
  return field("response") === hash(response);
}

function hash(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
