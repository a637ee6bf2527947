/** One line per request: method, path, names of the parameters (their values may be secrets), status, time. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { requestId } from "./request-id.ts";

/** Errors are logged by the error handler, not here; health checks and assets are not logged at all. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    genReqId: (_req, res) => requestId(res),
    quietReqLogger: true,
    autoLogging: { ignore: ({ url = "" }) => /^\/(assets\/|healthz|readyz|metrics)/.test(url) },
    customLogLevel: (_req, { statusCode }) => (statusCode >= 500 ? "warn" : "info"),
    customAttributeKeys: { reqId: "request" },
    customSuccessMessage: (req, res) => `${req.method} ${pathOf(req)} ${res.statusCode}`,
    customErrorMessage: (req, res) => `${req.method} ${pathOf(req)} ${res.statusCode}`,
    customProps: (req) => ({ parameters: parameterNames(req) }),
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
  });
}

function addressOf(req: IncomingMessage): string {
  // Express cuts `url` while it walks routers; originalUrl is whole.
  return "originalUrl" in req && typeof req.originalUrl === "string" ? req.originalUrl : (req.url ?? "/");
}

function pathOf(req: IncomingMessage): string {
  return addressOf(req).split("?", 1)[0] ?? "/";
}

function parameterNames(req: IncomingMessage): string[] {
  const [, query = ""] = addressOf(req).split("?", 2);
  return [...new Set(new URLSearchParams(query).keys())].map((name) => name.slice(0, 40)).slice(0, 20);
}
