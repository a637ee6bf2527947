/** The pages: the same replies as the API's, drawn by the renderer, kept as bytes per edition like any reply. */
import { createHash } from "node:crypto";
import { type RequestHandler, Router } from "express";
import { queryShape } from "../contract/parameters.ts";
import { SITE_PATHS } from "../contract/places.ts";
import {
  LANGUAGES,
  type Language,
  type Picture,
  type RenderPicture,
  type Screen,
} from "../contract/screen.ts";
import type { Asker } from "./asker.ts";
import type { Askers } from "./askers.ts";
import { type Body, createBody } from "./body.ts";
import { unknownSite } from "./check-query.ts";
import type { Draw } from "./draw.ts";
import type { Kept } from "./kept.ts";
import { pagePath, prefixOf } from "./page-address.ts";
import { pathParts } from "./path-parts.ts";
import { Problem } from "./problem.ts";
import { onlyKnown, type RawQuery, rawQuery } from "./raw-query.ts";
import { sendBody } from "./send.ts";
import type { Readiness } from "./views.ts";

export interface PageEffects {
  readonly askers: Askers;
  readonly bodies: Kept<Body>;
  readonly draw: Draw;
  readonly picture: RenderPicture;
  readonly siteIds: () => readonly string[];
  readonly ready: () => Promise<Readiness>;
}

const HTML = "text/html; charset=utf-8";
const ENDING = ".svg";

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
  router.use(askedForPicture);
  router.get(
    "/",
    starting,
    page(lang, askers.board, (board) => ({ kind: "today", board }), effects),
  );
  router.get(
    "/sites/:site",
    starting,
    page(lang, askers.board, (board, site) => ({ kind: "site", board, site }), effects),
  );
  router.get(
    "/frequentation",
    starting,
    page(lang, askers.attendance, (attendance) => ({ kind: "attendance", attendance }), effects),
  );
  router.get(
    "/flux",
    starting,
    page(lang, askers.flows, (flows) => ({ kind: "flows", flows }), effects),
  );
  router.get(
    "/calendrier",
    starting,
    page(lang, askers.calendar, (calendar) => ({ kind: "calendar", calendar }), effects),
  );
  router.get(
    "/comparer",
    starting,
    page(lang, askers.comparison, (comparison) => ({ kind: "comparison", comparison }), effects),
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
  router.get(
    "/saisie/:site",
    starting,
    page(lang, askers.tally, (tally) => ({ kind: "tally", tally }), effects),
  );
  router.get(
    "/et-si/:site",
    starting,
    page(
      lang,
      askers.suppose,
      (suppose) => ({ kind: "suppose", suppose }),
      effects,
      ({ answer }) => (answer.kind === "waiting" ? AGAIN : {}),
    ),
  );
  router.get(
    "/fiabilite/:site",
    starting,
    page(lang, askers.trust, (trust) => ({ kind: "trust", trust }), effects),
  );
  router.get(
    "/reservations/:site",
    starting,
    page(lang, askers.bookings, (bookings) => ({ kind: "bookings", bookings }), effects),
  );
  router.get(
    "/effectifs/:site",
    starting,
    page(lang, askers.staffing, (staffing) => ({ kind: "staffing", staffing }), effects),
  );
  return router;
}

/** The browser asks again by itself, without script. */
const AGAIN = { "Cache-Control": "no-store", Refresh: "3" };

/** A page shows the reply to its address: parameters, and `:site` where its path has one. Below the same address with
 *  `.svg` stand its charts, one at a time (`?chart=2`). */
function page<Query, Reply extends object>(
  lang: Language,
  asker: Asker<Query, Reply>,
  screenOf: (reply: Reply, site: string) => Screen,
  { bodies, draw, picture, siteIds }: PageEffects,
  headersOf: (reply: Reply) => Readonly<Record<string, string>> = () => ({}),
): RequestHandler {
  const names = Object.keys(queryShape(asker.route));
  return async (req, res) => {
    const sent = rawQuery(req.originalUrl);
    const { site: _site, ...own } = onlyKnown(sent, names);
    const { site } = pathParts(req);
    if (site !== undefined && !siteIds().includes(site)) throw unknownSite(site, siteIds());
    const raw: RawQuery = site !== undefined && names.includes("site") ? { ...own, site } : own;
    const question = asker.question(raw);
    const edition = asker.edition();
    const path = pagePath(req.path, own);
    const chart = res.locals.picture === true ? (sent.chart ?? "1") : null;
    const form = chart === null ? "page" : `picture ${chart}`;
    const key = `${edition.version} ${edition.stretch} ${form} ${lang} ${path}`;
    const body = await bodies.get(key, async () => {
      const reply = await asker.ask(question, edition);
      const html = draw(lang, path, screenOf(reply, site ?? ""));
      if (chart !== null) return pictureBody(picture(html, Number(chart)), lang);
      return createBody(Buffer.from(html), HTML, { "Content-Language": lang, ...headersOf(reply) });
    });
    await sendBody(req, res, body, { grown: (bytes) => bodies.grow(key, body, bytes) });
  };
}

/** `/frequentation.svg` is a chart of `/frequentation`. */
const askedForPicture: RequestHandler = (req, res, next) => {
  const [path = "", query] = req.url.split("?");
  if (path.endsWith(ENDING)) {
    res.locals.picture = true;
    req.url = `${path.slice(0, -ENDING.length)}${query === undefined ? "" : `?${query}`}`;
  }
  next();
};

/** The policy allows the picture's own style and nothing else. */
function pictureBody(drawn: Picture | null, lang: Language): Body {
  if (!drawn) throw new Problem("not-found", "this page has no such chart");
  const hash = createHash("sha256").update(drawn.style).digest("base64");
  return createBody(Buffer.from(drawn.svg), "image/svg+xml; charset=utf-8", {
    "Content-Language": lang,
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'`,
  });
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
