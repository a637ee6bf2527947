/** What is open to everybody: the quiet hours of sites whose owner publishes, for pages of named origins too. */
import type { RequestHandler } from "express";
import { API_PREFIX, ROUTES } from "../contract/routes.ts";
import { Problem } from "./problem.ts";

const WIDGET = /^(\/(en|nl))?\/widget\/[^/]+$/;

/** Addresses that need no token. */
export function isPublic(path: string): boolean {
  return path === `${API_PREFIX}${ROUTES.quietHours.path}` || WIDGET.test(path);
}

/** Every other site is simply not there: who may not read learns no names. */
export function publishedOnly(sites: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const { site } = req.query;
    if (typeof site !== "string" || site === "" || sites.includes(site)) return next();
    throw notPublished();
  };
}

export function notPublished(): Problem {
  return new Problem("not-found", "no quiet hours are published for this site");
}

/** Lets scripts of pages from these origins read the reply; nobody's credentials are sent along. */
export function corsFor(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers;
    if (origin !== undefined && origins.includes(origin)) {
      res.setHeader("Access-Control-Allow-Origin", origin);
      res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    res.vary("Origin");
    next();
  };
}
