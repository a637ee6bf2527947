/** Who may come in: one user name and one secret, made anew at each start. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { header } from "./door-request.ts";
import { CODES, engineError } from "./engine-error.ts";

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Basic authentication, ClickHouse's own headers or the address, in this order.
 *  @throws EngineError 516 unless name and secret are right. */
export function checkAccess(headers: IncomingHttpHeaders, url: URLSearchParams, expected: Credentials): void {
  const given = readCredentials(headers, url);
  const fits = same(given.username, expected.username) && same(given.password, expected.password);
  if (fits) return;
  throw engineError(
    CODES.authenticationFailed,
    `${given.username}: Authentication failed: password is incorrect, or there is no user with such name.`,
    "AUTHENTICATION_FAILED",
  );
}

function readCredentials(headers: IncomingHttpHeaders, url: URLSearchParams): Credentials {
  const basic = /^Basic (.+)$/i.exec(headers.authorization ?? "")?.[1];
  if (basic !== undefined) {
    const [username = "", ...rest] = Buffer.from(basic, "base64").toString("utf8").split(":");
    return { username, password: rest.join(":") };
  }
  const username = header(headers, "x-clickhouse-user") ?? url.get("user") ?? "default";
  return { username, password: header(headers, "x-clickhouse-key") ?? url.get("password") ?? "" };
}

// Digests are of one length, so the comparison takes the same time whatever is given.
function same(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
