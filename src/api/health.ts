/** /healthz: the process answers. /readyz: there is something to show. /metrics: counters for Prometheus. */
import type { RequestHandler } from "express";
import type { Readiness } from "./views.ts";

export const healthz: RequestHandler = (_req, res) => {
  res.set("Cache-Control", "no-store").type("text/plain").end("ok\n");
};

/** 200 or 503 with `{ready, done, total}`; a failure to tell counts as not ready. Asks every time. */
export function readyz(ready: () => Promise<Readiness>): RequestHandler {
  return async (_req, res) => {
    const state = await ready().catch((): Readiness => ({ ready: false, done: 0, total: 0 }));
    res.status(state.ready ? 200 : 503).set("Cache-Control", "no-store");
    if (!state.ready) res.set("Retry-After", "3");
    res.json(state);
  };
}

/** @param text whole exposition, made when asked. */
export function metricsPage(text: () => string): RequestHandler {
  return (_req, res) => {
    res.set("Cache-Control", "no-store").type("text/plain; version=0.0.4").end(text());
  };
}
