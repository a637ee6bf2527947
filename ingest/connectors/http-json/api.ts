/** One request of a stream → its decoded reply, in the feed's rate budget and with its credentials. */
import type { Mapped } from "../../../src/domain/record.ts";
import type { HttpClient, PullContext } from "../../connector.ts";
import { createRateLimiter, defaultBudget, type RateLimiter } from "../../transport/rate-limit.ts";
import { RefusedCredentials } from "../../transport/refusals.ts";
import { type Draft, fillForm, makeSend, type Send } from "./auth.ts";
import { decode } from "./decode.ts";
import { compile } from "./expression.ts";
import type { EngineOptions, StreamOptions } from "./options.ts";
import { fill, fillJson, fillPath, type Vars } from "./template.ts";

export interface Reply {
  /** Decoded body. */
  readonly value: unknown;
  readonly faults: readonly Mapped[];
  readonly headers: Headers;
  /** Address that was asked, without credentials. */
  readonly url: string;
}

/** A feed's connection, kept between pulls for its token and its budget. */
export interface Api {
  /** @param more query parameters of the page; a whole address replaces path and query */
  get(
    stream: StreamOptions,
    vars: Vars,
    more: Readonly<Record<string, string>> | URL,
    context: PullContext,
  ): Promise<Reply>;
}

const ACCEPT = {
  json: "application/json",
  jsonl: "application/x-ndjson, */*",
  csv: "text/csv, */*",
} as const;

export function makeApi(options: EngineOptions): Api {
  const limiter = makeLimiter(options.limits);
  const refused = options.refused === undefined ? undefined : compile(options.refused, "refused");
  let clock = 0;
  const send: Send = makeSend(options.auth, options.base, { param: options.parameters }, () => clock);
  return {
    async get(stream, vars, more, context) {
      clock = context.now;
      const draft = draftOf(options.base, stream, { ...vars, param: options.parameters }, more);
      const { host, pathname } = new URL(draft.url);
      const turn = () => limiter.acquire(host, context.signal);
      const limited: HttpClient = {
        ...context.http,
        text: (request) => turn().then(() => context.http.text(request)),
        json: (request) => turn().then(() => context.http.json(request)),
      };
      const reply = await send(limited, draft);
      const place = `${draft.method} ${host}${pathname}`;
      const decoded = await decode(reply.body, stream.decoder, place);
      if ((await refused?.(decoded.value, {})) === true) throw new RefusedCredentials(reply.status, place);
      return { ...decoded, headers: reply.headers, url: draft.url };
    },
  };
}

function makeLimiter({ minInterval, perMinute, burst }: EngineOptions["limits"]): RateLimiter {
  const rates = [perMinute, minInterval ? 60_000 / minInterval : undefined].filter(
    (rate) => rate !== undefined,
  );
  // A loopback host has no budget; the rest also keeps to the process's own limiter.
  return createRateLimiter((host) =>
    rates.length === 0 || !defaultBudget(host) ? null : { perMinute: Math.min(...rates), burst },
  );
}

function draftOf(
  base: string,
  { request, decoder }: StreamOptions,
  vars: Vars,
  more: Readonly<Record<string, string>> | URL,
): Draft {
  const url = more instanceof URL ? more : new URL(`${base}${fillPath(request.path, vars)}`);
  if (!(more instanceof URL)) {
    for (const [name, value] of Object.entries({ ...fillForm(request.query, vars), ...more }))
      url.searchParams.set(name, value);
  }
  const headers: Record<string, string> = { accept: ACCEPT[decoder] };
  for (const [name, text] of Object.entries(request.headers)) {
    const value = fill(text, vars);
    if (value !== undefined) headers[name] = value;
  }
  const body = request.json === undefined ? undefined : JSON.stringify(fillJson(request.json, vars));
  if (body !== undefined) headers["content-type"] = "application/json";
  return {
    url: url.href,
    method: request.method,
    headers,
    ...(request.form ? { form: fillForm(request.form, vars) } : {}),
    ...(body === undefined ? {} : { body }),
  };
}
