/** Replies that hardly ever change while the service runs: the description of the API and the page about it. */
import { readFileSync } from "node:fs";
import { type RequestHandler, Router } from "express";
import { openapi } from "../contract/openapi.ts";
import { API_PREFIX } from "../contract/routes.ts";
import { type Frame, LANGUAGES, type Language } from "../contract/screen.ts";
import { type Body, createBody } from "./body.ts";
import { docsPage } from "./docs.ts";
import { prefixOf } from "./page-address.ts";
import { sendBody } from "./send.ts";

/** /openapi.json (also below /api/v1), /docs in each language and its style.
 *  @param frame says whether the data are simulated, and which site an example may name */
export function documents(version: string, frame: () => Pick<Frame, "simulated" | "sites">): Router {
  const router = Router();
  const html = "text/html; charset=utf-8";
  const page = (lang: Language): RequestHandler => {
    let known: { readonly key: string; readonly body: Body } | null = null;
    return (req, res) => {
      const { simulated, sites } = frame();
      const site = sites[0]?.id ?? null;
      const key = `${simulated} ${site}`;
      if (known?.key !== key) {
        known = { key, body: createBody(Buffer.from(docsPage(lang, { version, simulated, site })), html) };
      }
      return sendBody(req, res, known.body, { grown: () => undefined });
    };
  };
  const description = JSON.stringify(openapi(version), null, 1);
  router.get(
    ["/openapi.json", `${API_PREFIX}/openapi.json`],
    fixed(createBody(Buffer.from(description), "application/json; charset=utf-8")),
  );
  for (const lang of LANGUAGES) router.get(`${prefixOf(lang)}/docs`, page(lang));
  const style = readFileSync(new URL("docs.css", import.meta.url));
  router.get("/docs.css", fixed(createBody(style, "text/css; charset=utf-8")));
  return router;
}

function fixed(body: Body): RequestHandler {
  // Five documents of known size: nothing to bound.
  return (req, res) => sendBody(req, res, body, { grown: () => undefined });
}
