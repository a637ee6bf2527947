/** JSON bodies of writing routes: of bounded size, and never sent by a page of somebody else. */
import express, { type RequestHandler, type Response } from "express";
import { Problem } from "./problem.ts";

/** Largest body, bytes. */
const LARGEST = 64 * 1024;

const parse = express.json({ limit: LARGEST, inflate: false, type: "application/json" });

/** A browser sends JSON to another origin only after asking first (OPTIONS), which nothing here answers: so no foreign
 *  page can write, not even with the credentials that the browser remembers. Puts what was read on `req.body`.
 *  SOURCE: Fetch Standard, CORS-safelisted request headers; W3C Fetch Metadata, Sec-Fetch-Site. */
export const readBody: RequestHandler = (req, res, next) => {
  const site = req.headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") {
    throw closing(res, new Problem("foreign-page", "pages of other origins may not write here"));
  }
  const [type = ""] = (req.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") {
    const sent = type === "" ? "none" : type;
    throw closing(
      res,
      new Problem("not-json", `invalid content-type: ${sent} (application/json is expected)`),
    );
  }
  parse(req, res, (error: unknown) => {
    next(error === undefined ? undefined : closing(res, bodyProblem(error)));
  });
};

/** What body-parser found wrong. */
function bodyProblem(error: unknown): unknown {
  if (!(error instanceof Error) || !("type" in error)) return error;
  if (error.type === "entity.too.large") {
    return new Problem("body-refused", `the body is too large: at most ${LARGEST} bytes are read`);
  }
  if (error.type === "encoding.unsupported") {
    return new Problem("not-json", "compressed bodies are not read", { cause: error });
  }
  return new Problem("invalid-parameter", "invalid body: it is not JSON", { cause: error });
}

/** The rest of a refused body would be read as the next request, so the connection ends. */
function closing<T>(res: Response, problem: T): T {
  res.setHeader("Connection", "close");
  return problem;
}
