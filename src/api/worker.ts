/** GET /sw.js: the worker that keeps the pages of the tally. Its scope is what each page registers it for. */
import type { RequestHandler } from "express";
import { type Body, createBody } from "./body.ts";
import { Problem } from "./problem.ts";
import { sendBody } from "./send.ts";

/** @param script null = nothing is built. */
export function worker(script: string | null): RequestHandler {
  const body: Body | null =
    script === null ? null : createBody(Buffer.from(script), "text/javascript; charset=utf-8");
  return (req, res) => {
    if (!body) throw new Problem("not-found", "no worker is built");
    res.setHeader("Service-Worker-Allowed", "/");
    return sendBody(req, res, body, { grown: () => undefined });
  };
}
