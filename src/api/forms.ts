/** Forms of pages without script: fields in, the same action as over JSON, back to the page. */
import express, { type Request, type RequestHandler, Router } from "express";
import { z } from "zod";
import { BACK, FORM_PREFIX, FORMS } from "../contract/forms.ts";
import type { ActionEffects, BoundAction } from "./mount-action.ts";
import { Problem } from "./problem.ts";

/** Largest body, bytes, and most fields. */
const LARGEST = 64 * 1024;
const FIELDS = 200;

const parse = express.urlencoded({ extended: false, limit: LARGEST, parameterLimit: FIELDS, inflate: false });
const Fields = z.record(z.string(), z.string());
/** A path on this server: neither another host (`//host`, `/\host`) nor a control character. */
const Back = z.string().regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u);

/** One address per form, for those whose action is at hand. */
export function forms(actions: readonly BoundAction[], effects: ActionEffects): Router {
  const router = Router();
  for (const [name, { action, read }] of Object.entries(FORMS)) {
    const bound = actions.find((known) => known.name === action);
    if (!bound) continue;
    const answer: RequestHandler = async (req, res) => {
      const sent = Fields.safeParse(req.body);
      if (!sent.success) throw new Problem("invalid-parameter", "invalid form: each field once is expected");
      const back = Back.safeParse(sent.data[BACK]);
      if (!back.success)
        throw new Problem("invalid-parameter", `invalid ${BACK}: a path of this server is expected`);
      await bound.run({ ...read(sent.data) }, {}, effects);
      res.setHeader("Cache-Control", "no-store");
      res.redirect(303, back.data);
    };
    router.post(`${FORM_PREFIX}/${name}`, ownPagesOnly, parse, answer);
  }
  return router;
}

/** A form can be sent from any page of the web: what tells ours is what the browser says of where it came from, and a
 *  browser that says nothing is refused.  SOURCE: W3C Fetch Metadata; RFC 6454 section 7. */
const ownPagesOnly: RequestHandler = (req, res, next) => {
  const site = req.headers["sec-fetch-site"];
  const own = site === undefined ? isOwn(req) : site === "same-origin";
  if (own) return next();
  res.setHeader("Connection", "close");
  throw new Problem("foreign-page", "pages of other origins may not write here");
};

function isOwn({ headers }: Request): boolean {
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether an address takes forms. */
export function isForm(path: string): boolean {
  const name = path.startsWith(`${FORM_PREFIX}/`) ? path.slice(FORM_PREFIX.length + 1) : "";
  return Object.hasOwn(FORMS, name);
}
