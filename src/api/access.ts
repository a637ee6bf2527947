/** Who may read: everybody on the same machine, or whoever shows the access token. Accounts come later. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import { ConfigError } from "../domain/errors.ts";
import { hostName, isLoopback } from "./loopback.ts";
import { Problem } from "./problem.ts";
import { isPublic } from "./published.ts";

export interface Access {
  /** BEFFROI_ACCESS_TOKEN; absent = open, on loopback only. */
  readonly token?: string;
  /** Host names besides localhost under which a reverse proxy on this machine may reach an open service. */
  readonly hosts?: readonly string[];
}

/** Characters under which a token can be guessed. */
const TOKEN_LENGTH = 16;

/** @throws ConfigError for a host that others can reach while nothing is asked of them, and for a short token. */
export function listenGuard(host: string, { token }: Access): void {
  if (token !== undefined && token.length < TOKEN_LENGTH) {
    const remedy = `use at least ${TOKEN_LENGTH} characters, such as from: openssl rand -base64 24`;
    throw new ConfigError([{ path: "BEFFROI_ACCESS_TOKEN", value: `${token.length} characters`, remedy }]);
  }
  if (token === undefined && !isLoopback(host)) {
    const remedy =
      "others can reach this address and no access is configured: set BEFFROI_ACCESS_TOKEN, or listen on 127.0.0.1";
    throw new ConfigError([{ path: "host", value: host, remedy }]);
  }
}

/** Asks for the token where one is set. /healthz and assets stay open: they say nothing about anybody. So do the quiet
 *  hours, which are for visitors. */
export function accessGuard({ token }: Access): RequestHandler {
  if (token === undefined) return (_req, _res, next) => next();
  const expected = digest(token);
  return (req, _res, next) => {
    if (req.path === "/healthz" || req.path.startsWith("/assets/") || isPublic(req.path)) return next();
    const shown = tokenOf(req.headers);
    if (shown !== undefined && timingSafeEqual(digest(shown), expected)) return next();
    throw new Problem(
      "unauthorized",
      shown === undefined ? "an access token is required" : "wrong access token",
      {
        headers: { "WWW-Authenticate": 'Basic realm="Beffroi", charset="UTF-8"' },
      },
    );
  };
}

/** Refuses foreign Host headers on an open service: a page elsewhere could point its own name at 127.0.0.1 (DNS
 *  rebinding) and read everything. With a token there is nothing to read without it. */
export function hostGuard({ token, hosts = [] }: Access): RequestHandler {
  return (req, _res, next) => {
    const host = hostName(req.headers.host);
    if (token !== undefined || (host !== undefined && (isLoopback(host) || hosts.includes(host))))
      return next();
    throw new Problem(
      "wrong-host",
      "unknown host name: use localhost or 127.0.0.1, or set BEFFROI_ACCESS_TOKEN",
    );
  };
}

function tokenOf({ authorization = "" }: IncomingHttpHeaders): string | undefined {
  const [, scheme = "", value = ""] = authorization.match(/^(\S+) +(\S+) *$/) ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

/** Equal lengths for timingSafeEqual, whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
