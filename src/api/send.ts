/** Sends kept bytes: 304 for whoever has them, compressed for whoever can read that. */
import type { Request, Response } from "express";
import { type Body, type ContentCoding, isWorthPacking, packedBody } from "./body.ts";

/** @param vary request headers that chose this body, besides Accept-Encoding.
 *  @param grown hears of bytes that a compressed form adds to the body. */
export async function sendBody(
  req: Request,
  res: Response,
  body: Body,
  { vary = [], grown }: { readonly vary?: readonly string[]; readonly grown: (bytes: number) => void },
): Promise<void> {
  res.setHeader("Cache-Control", "no-cache");
  for (const name of [...vary, "Accept-Encoding"]) res.vary(name);
  const coding = codingOf(req, body);
  res.setHeader("ETag", etag(body, coding));
  for (const [name, value] of Object.entries(body.headers)) res.setHeader(name, value);
  if (matches(req.headers["if-none-match"], body)) {
    res.status(304).end();
    return;
  }
  const bytes = coding ? await packedBody(body, coding, grown) : body.bytes;
  if (coding) res.setHeader("Content-Encoding", coding);
  res.setHeader("Content-Type", body.type);
  res.setHeader("Content-Length", bytes.length);
  res.end(bytes);
}

function etag(body: Body, coding: ContentCoding | undefined): string {
  return `"${body.hash}${coding ? `-${coding}` : ""}"`;
}

/** Any variant of the body counts: its content is the same. Proxies weaken tags (`W/`), which changes nothing here. */
function matches(ifNoneMatch: string | undefined, body: Body): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const known = [etag(body, undefined), etag(body, "br"), etag(body, "gzip")];
  return ifNoneMatch.split(",").some((tag) => known.includes(tag.trim().replace(/^W\//, "")));
}

function codingOf(req: Request, body: Body): ContentCoding | undefined {
  if (!isWorthPacking(body)) return undefined;
  const best = req.acceptsEncodings("br", "gzip", "identity");
  return best === "br" || best === "gzip" ? best : undefined;
}
