/** Replies that never change while the service runs: the description of the API and the page about it. */
import { readFileSync } from "node:fs";
import { type RequestHandler, Router } from "express";
import { openapi } from "../contract/openapi.ts";
import { API_PREFIX } from "../contract/routes.ts";
import { type Body, createBody } from "./body.ts";
import { docsPage } from "./docs.ts";
import { sendBody } from "./send.ts";

/** /openapi.json (also below /api/v1), /docs, /en/docs and their style. */
export function documents(version: string): Router {
  const router = Router();
  const html = "text/html; charset=utf-8";
  const description = JSON.stringify(openapi(version), null, 1);
  router.get(
    ["/openapi.json", `${API_PREFIX}/openapi.json`],
    fixed(createBody(Buffer.from(description), "application/json; charset=utf-8")),
  );
  router.get("/docs", fixed(createBody(Buffer.from(docsPage("fr", version)), html)));
  router.get("/en/docs", fixed(createBody(Buffer.from(docsPage("en", version)), html)));
  const style = readFileSync(new URL("docs.css", import.meta.url));
  router.get("/docs.css", fixed(createBody(style, "text/css; charset=utf-8")));
  return router;
}

function fixed(body: Body): RequestHandler {
  // Four documents of known size: nothing to bound.
  return (req, res) => sendBody(req, res, body, { grown: () => undefined });
}
