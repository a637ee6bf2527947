/** The pages: the same replies as the API's, drawn by the renderer, kept as bytes per edition like any reply. */
import { type RequestHandler, Router } from "express";
import { queryShape } from "../contract/parameters.ts";
import { SITE_PATHS } from "../contract/places.ts";
import { LANGUAGES, type Language, type Screen } from "../contract/screen.ts";
import type { Asker } from "./asker.ts";
import type { Askers } from "./askers.ts";
import { type Body, createBody } from "./body.ts";
import type { Draw } from "./draw.ts";
import type { Kept } from "./kept.ts";
import { pagePath, prefixOf } from "./page-address.ts";
import { Problem } from "./problem.ts";
import { onlyKnown, type RawQuery, rawQuery } from "./raw-query.ts";
import { sendBody } from "./send.ts";
import type { Readiness } from "./views.ts";

export interface PageEffects {
  readonly askers: Askers;
  readonly bodies: Kept<Body>;
  readonly draw: Draw;
  readonly siteIds: () => readonly string[];
  readonly ready: () => Promise<Readiness>;
}

const HTML = "text/html; charset=utf-8";

/** Routes of every page in every language. */
export function pages(effects: PageEffects): Router {
  const router = Router();
  for (const lang of LANGUAGES) router.use(prefixOf(lang) || "/", inLanguage(lang, effects));
  return router;
}

function inLanguage(lang: Language, effects: PageEffects): Router {
  const { askers, siteIds } = effects;
  const router = Router();
  const starting = whileStarting(lang, effects);
  router.get(
    "/",
    starting,
    page(lang, askers.board, (board) => ({ kind: "today", board }), effects),
  );
  router.get(
    "/frequentation",
    starting,
    page(lang, askers.attendance, (attendance) => ({ kind: "attendance", attendance }), effects),
  );
  router.get(
    "/journal",
    starting,
    page(lang, askers.logbook, (logbook) => ({ kind: "logbook", logbook }), effects),
  );
  router.get(
    "/qualite",
    starting,
    page(lang, askers.quality, (quality) => ({ kind: "quality", quality }), effects),
  );
  router.get([...SITE_PATHS], starting, (req, res) => {
    const [first] = siteIds();
    if (first === undefined) throw new Problem("not-found", "no site is configured");
    res.redirect(302, `${prefixOf(lang)}${req.path.replace(/\/$/, "")}/${encodeURIComponent(first)}`);
  });
  router.get(
    "/previsions/:site",
    starting,
    page(lang, askers.outlook, (outlook) => ({ kind: "outlook", outlook }), effects),
  );
  return router;
}

/** A page shows the reply to its address: parameters, and `:site` where its path has one. */
function page<Query, Reply extends object>(
  lang: Language,
  asker: Asker<Query, Reply>,
  screenOf: (reply: Reply) => Screen,
  { bodies, draw }: PageEffects,
): RequestHandler {
  const names = Object.keys(queryShape(asker.route));
  return async (req, res) => {
    const { site: _site, ...own } = onlyKnown(rawQuery(req.originalUrl), names);
    const site = req.params.site;
    const raw: RawQuery = typeof site === "string" ? { ...own, site } : own;
    const question = asker.question(raw);
    const edition = asker.edition();
    const path = pagePath(req.path, own);
    const key = `${edition.version} ${edition.stretch} page ${lang} ${path}`;
    const body = await bodies.get(key, async () =>
      createBody(Buffer.from(draw(lang, path, screenOf(await asker.ask(question, edition)))), HTML, {
        "Content-Language": lang,
      }),
    );
    await sendBody(req, res, body, { grown: (bytes) => bodies.grow(key, body, bytes) });
  };
}

/** Progress instead of pages while the store fills; the browser asks again by itself, without script. */
function whileStarting(lang: Language, { ready, draw }: PageEffects): RequestHandler {
  return async (req, res, next) => {
    const state = await ready();
    if (state.ready) return next();
    const { done, total } = state;
    res
      .status(503)
      .set({ "Content-Type": HTML, "Cache-Control": "no-store", "Retry-After": "3", Refresh: "3" });
    res.end(draw(lang, pagePath(req.path, {}), { kind: "starting", done, total }));
  };
}
