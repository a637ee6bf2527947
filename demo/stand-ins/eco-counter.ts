/** A stand-in for Eco-Counter's two APIs over an {@link EcoCounterState}, as of a clock. Traps kept: local times in
 *  queries, inclusive bounds in v2 and an exclusive end in v1, holes as null, days that arrive late, no paging. */
import type { IncomingMessage } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import type { EcoCounterState } from "./eco-counter-state.ts";
import { readV1, sitesV1 } from "./eco-counter-v1.ts";
import { readV2, sitesV2 } from "./eco-counter-v2.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, refuse, write } from "./reply.ts";

export interface EcoCounterStandInOptions {
  /** Readings uploaded later than this are not there yet. */
  readonly clock: () => Instant;
  /** The one valid `X-API-KEY` of v2; change it and the old one has expired. */
  key: string;
  /** The one valid bearer token of v1, given out by `POST /token`. @default `key` */
  token?: string;
  /** Account that `POST /token` accepts. Without it the endpoint answers 401. */
  readonly account?: { readonly user: string; readonly password: string; readonly secret: string };
  readonly faults?: Faults;
  /** Whether timestamps carry their offset. @default "offset" */
  readonly timestamps?: "offset" | "naive";
}

/** The back office as a request handler: `/api/v2/…`, `/api/1.0/…` and `/token`. */
export function createEcoCounterStandIn(state: EcoCounterState, options: EcoCounterStandInOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const now = options.clock();
    const fault = faults.take(request.url ?? "/");
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (url.pathname === "/token") {
      collect(request, (body) =>
        write(request, response, { answer: issueToken(request, body, options), fault, now }),
      );
      return;
    }
    write(request, response, { answer: route(request, url, state, options), fault, now });
  };
}

function route(
  request: IncomingMessage,
  url: URL,
  state: EcoCounterState,
  options: EcoCounterStandInOptions,
): Answer {
  const now = options.clock();
  const naive = options.timestamps === "naive";
  if (url.pathname.startsWith("/api/v2/")) {
    if (request.headers["x-api-key"] !== options.key) return refuse(401, "invalid key");
    if (url.pathname === "/api/v2/sites") return ok(sitesV2(state));
    if (url.pathname === "/api/v2/history/traffic/raw")
      return readV2(state, url.searchParams, { now, naive });
  }
  if (url.pathname.startsWith("/api/1.0/")) {
    if (request.headers.authorization !== `Bearer ${options.token ?? options.key}`)
      return refuse(401, "invalid token");
    if (url.pathname === "/api/1.0/site") return ok(sitesV1(state));
    const id = /^\/api\/1\.0\/data\/site\/(\d+)$/.exec(url.pathname)?.[1];
    if (id !== undefined) return readV1(state, Number(id), url.searchParams, { now, naive });
  }
  return refuse(404, "not found");
}

function issueToken(request: IncomingMessage, body: string, options: EcoCounterStandInOptions): Answer {
  const form = new URLSearchParams(body);
  const { account } = options;
  const right =
    account !== undefined &&
    request.headers.authorization === `Basic ${account.secret}` &&
    form.get("grant_type") === "password" &&
    form.get("username") === account.user &&
    form.get("password") === account.password;
  if (!right) return refuse(401, "invalid_grant");
  return ok({ access_token: options.token ?? options.key, token_type: "bearer", expires_in: 3600 });
}

function collect(request: IncomingMessage, done: (body: string) => void): void {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => done(Buffer.concat(pieces).toString("utf8")));
}
