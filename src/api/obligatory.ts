/** The pages that the law asks for: drawn once a language, from what is known when the service starts. */
import { type RequestHandler, Router } from "express";
import { DOCUMENTS, type DocumentFacts, type DocumentName } from "../contract/documents.ts";
import { LANGUAGES, type Language } from "../contract/screen.ts";
import { type Body, createBody } from "./body.ts";
import type { Draw } from "./draw.ts";
import { prefixOf } from "./page-address.ts";
import { sendBody } from "./send.ts";

/** Every document in every language. */
export function obligatory(draw: Draw, facts: DocumentFacts): Router {
  const router = Router();
  const names = Object.keys(DOCUMENTS).filter((name): name is DocumentName => name in DOCUMENTS);
  for (const lang of LANGUAGES) {
    for (const name of names) {
      router.get(`${prefixOf(lang)}${DOCUMENTS[name]}`, page(lang, name, draw, facts));
    }
  }
  return router;
}

function page(lang: Language, name: DocumentName, draw: Draw, facts: DocumentFacts): RequestHandler {
  let body: Body | null = null;
  return (req, res) => {
    body ??= createBody(
      Buffer.from(draw(lang, DOCUMENTS[name], { kind: "document", name, facts })),
      "text/html; charset=utf-8",
      { "Content-Language": lang },
    );
    // Fifteen small pages: nothing to bound.
    return sendBody(req, res, body, { grown: () => undefined });
  };
}
