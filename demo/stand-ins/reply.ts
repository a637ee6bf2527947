/** Answers of the stand-ins: JSON, gzipped when the client can read it, dated by the stand-in's own clock. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Instant } from "../../src/domain/time.ts";
import type { Fault } from "./faults.ts";

/** A plain node:http listener; also fits `express().use(path, handler)`. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Result of a route. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body, headers };
}

export function refuse(status: number, detail: string): Answer {
  return { status, body: { detail } };
}

/** Writes an answer, or the fault that stands in for it. */
export function write(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, fault, now }: { answer: Answer; fault: Fault | undefined; now: Instant },
): void {
  response.sendDate = false;
  response.setHeader("date", new Date(now).toUTCString());
  if (fault?.kind === "status") {
    if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
    response.writeHead(fault.status ?? 503).end();
    return;
  }
  if (fault?.kind === "garbage") {
    response.writeHead(200, { "content-type": "text/html" }).end("<html><body>maintenance</body></html>");
    return;
  }
  const gzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const plain = Buffer.from(JSON.stringify(answer.body));
  const bytes = gzip ? gzipSync(plain, { level: 1 }) : plain;
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...(gzip ? { "content-encoding": "gzip" } : {}),
    ...answer.headers,
  });
  if (fault?.kind === "cut") {
    response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy());
    return;
  }
  response.end(bytes);
}

/** Address under which the client sees the handler, without a trailing slash. */
export function baseOf(request: IncomingMessage): string {
  const mounted = "baseUrl" in request && typeof request.baseUrl === "string" ? request.baseUrl : "";
  return `http://${request.headers.host ?? "localhost"}${mounted}`;
}
