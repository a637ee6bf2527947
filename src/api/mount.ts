/** Contract route → Express handler: check the question, agree on an encoding, find or make the page, send it. */
import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { parameterNames, queryShape } from "../contract/parameters.ts";
import { pathNames } from "../contract/path.ts";
import { API_PREFIX } from "../contract/routes.ts";
import type { Asker, Question } from "./asker.ts";
import type { Body } from "./body.ts";
import { type Edition, readCursor } from "./cursor.ts";
import type { Kept } from "./kept.ts";
import { type Format, negotiate } from "./negotiate.ts";
import { type PageAsked, pageOf } from "./page-of.ts";
import { pathParts } from "./path-parts.ts";
import { type RawQuery, rawQuery, refuseUnknown } from "./raw-query.ts";
import { sendBody } from "./send.ts";

const Paging = z.object({ cursor: z.string().optional(), limit: z.number().optional() });

/** The handler of one route. Bodies are kept by route, query, page, encoding and edition. */
export function mount<Query, Reply extends object>(
  asker: Asker<Query, Reply>,
  bodies: Kept<Body>,
): RequestHandler {
  const { route } = asker;
  const inPath = pathNames(route.path);
  const known = parameterNames(route).filter((name) => !inPath.includes(name));
  const paged = "cursor" in queryShape(route);

  return async (req: Request, res: Response) => {
    const given = rawQuery(req.originalUrl);
    refuseUnknown(given, known);
    const raw = { ...given, ...pathParts(req) };
    const question = asker.question(raw);
    const format = negotiate(req, route, raw.format);
    const edition = asker.edition();
    const asked = pageAsked(question, raw, format, edition);
    const { version, stretch } = asked.edition;
    const key = `${version} ${stretch} ${route.path} ${format} ${JSON.stringify(raw)}`;
    const body = await bodies.get(key, async () =>
      pageOf(route, await asker.ask(question, asked.edition), format, paged, asked),
    );
    const grown = (bytes: number) => bodies.grow(key, body, bytes);
    await sendBody(req, res, body, { vary: ["Accept"], grown });
  };

  function pageAsked(
    { query, key }: Question<Query>,
    raw: RawQuery,
    format: Format,
    now: Edition,
  ): PageAsked {
    const paging = Paging.parse(query);
    const place = paging.cursor === undefined ? { offset: 0, edition: now } : readCursor(paging.cursor, key);
    // A table that somebody saves is whole unless pages are asked for: nobody reads a Link header in a spreadsheet.
    const whole = format !== "json" && raw.limit === undefined && raw.cursor === undefined;
    return {
      ...place,
      limit: whole ? undefined : paging.limit,
      key,
      address: (cursor) => `${API_PREFIX}${route.path}?${new URLSearchParams({ ...raw, cursor })}`,
    };
  }
}
