/** Last stop of every error: a problem document for programs, a page for people. */
import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { BACK } from "../contract/forms.ts";
import type { Screen } from "../contract/screen.ts";
import { StoreError } from "../domain/errors.ts";
import type { Draw } from "./draw.ts";
import { languageOf } from "./page-address.ts";
import { type Problem, problemDocument, problemOf } from "./problem.ts";
import { requestId } from "./request-id.ts";

export function problemHandler(draw: Draw, log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = problemOf(error);
    const id = requestId(res);
    if (problem.status >= 500) log.error({ request: id, ...loggable(problem) }, problem.message);
    for (const name of ["ETag", "Content-Encoding", "Content-Disposition", "Link"]) res.removeHeader(name);
    for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
    res.status(problem.status).setHeader("Cache-Control", "no-store");
    if (wantsPage(req)) return sendPage(res, req, problem, id);
    res.setHeader("Content-Type", "application/problem+json; charset=utf-8");
    res.end(JSON.stringify(problemDocument(problem, id)));
  };

  function sendPage(res: Response, req: Request, problem: Problem, id: string): void {
    // A page names the office and its sites, which is not for whoever has no access.
    const page = problem.status === 401 ? undefined : tryDrawing(req, problem, id);
    res.setHeader("Content-Type", page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
    res.end(page ?? `${problem.status} ${problem.message}\n${id}\n`);
  }

  function tryDrawing(req: Request, problem: Problem, id: string): string | undefined {
    try {
      return draw(languageOf(pageOf(req)), "/", screenOf(problem, id));
    } catch (cause) {
      log.error({ request: id, err: cause }, "the error page could not be drawn");
      return undefined;
    }
  }
}

function wantsPage(req: Request): boolean {
  return !/^\/(api|assets)\//.test(req.path) && req.accepts(["json", "html"]) === "html";
}

/** A form has no language of its own: it speaks that of the page that it was sent from. */
function pageOf(req: Request): string {
  const back = z.object({ [BACK]: z.string() }).safeParse(req.body).data?.[BACK];
  return back ?? req.path;
}

function screenOf(problem: Problem, id: string): Screen {
  if (problem.status === 404) return { kind: "not_found" };
  if (problem.status < 500) return { kind: "refused", detail: problem.message, errors: problem.errors };
  return { kind: "error", id };
}

/** What the log may hold: of a store error only the query's name and code, since its text may hold values. */
function loggable({ cause, ...problem }: Problem): object {
  if (cause instanceof StoreError) return { query: cause.query, code: cause.code };
  return { err: cause ?? problem };
}
