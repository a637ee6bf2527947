/** The public widget: /widget/{site} as one document with its style inside, for frames of named origins. Its security
 *  policy allows that one style by its hash and nothing else: no script, no form, no other request. */
import { createHash } from "node:crypto";
import { type RequestHandler, type Response, Router } from "express";
import type { Logger } from "pino";
import type { QuietHours } from "../contract/quiet-hours.ts";
import { LANGUAGES, Language } from "../contract/screen.ts";
import type { Asker } from "./asker.ts";
import { type Body, createBody } from "./body.ts";
import type { Draw } from "./draw.ts";
import type { Kept } from "./kept.ts";
import { prefixOf } from "./page-address.ts";
import { problemOf } from "./problem.ts";
import { notPublished } from "./published.ts";
import { rawQuery } from "./raw-query.ts";
import { sendBody } from "./send.ts";
import type { Readiness } from "./views.ts";

export interface WidgetEffects {
  readonly asker: Asker<{ site: string }, QuietHours>;
  readonly bodies: Kept<Body>;
  readonly draw: Draw;
  readonly published: readonly string[];
  readonly origins: readonly string[];
  readonly ready: () => Promise<Readiness>;
  readonly log: Logger;
}

export function widget(effects: WidgetEffects): Router {
  const router = Router();
  for (const lang of LANGUAGES) router.get(`${prefixOf(lang)}/widget/:site`, show(lang, effects));
  return router;
}

/** Says that it does not know, rather than nothing, whatever is wrong behind it. */
function show(
  own: Language,
  { asker, bodies, draw, published, origins, ready, log }: WidgetEffects,
): RequestHandler {
  const page = (lang: Language, site: string, quiet: QuietHours | null): Body => {
    const html = draw(lang, `/widget/${encodeURIComponent(site)}`, { kind: "widget", quiet });
    return createBody(Buffer.from(html), "text/html; charset=utf-8", {
      "Content-Language": lang,
      "Content-Security-Policy": policyOf(html, origins),
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  };
  return async (req, res) => {
    const { site } = req.params;
    if (typeof site !== "string" || !published.includes(site)) throw notPublished();
    const asked = Language.safeParse(rawQuery(req.originalUrl).lang);
    const lang = asked.success ? asked.data : own;
    // `frame-ancestors` says it better, and this one would forbid every frame.
    res.removeHeader("X-Frame-Options");
    try {
      if (!(await ready()).ready) return unavailable(res, page(lang, site, null));
      const edition = asker.edition();
      const key = `${edition.version} ${edition.stretch} widget ${lang} ${site}`;
      const body = await bodies.get(key, async () =>
        page(lang, site, await asker.ask(asker.question({ site }), edition)),
      );
      await sendBody(req, res, body, { grown: (bytes) => bodies.grow(key, body, bytes) });
    } catch (cause) {
      if (res.headersSent) throw cause;
      log.error({ err: cause, status: problemOf(cause).status }, "the widget could not be filled");
      unavailable(res, page(lang, site, null));
    }
  };
}

function unavailable(res: Response, body: Body): void {
  res.status(503).set({ ...body.headers, "Content-Type": body.type, "Cache-Control": "no-store" });
  res.set("Retry-After", "60").end(body.bytes);
}

/** @param html a document with one style element */
export function policyOf(html: string, origins: readonly string[]): string {
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...origins].join(" ")}`,
  ].join(";");
}
