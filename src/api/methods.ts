/** Which methods an address takes. */
import type { RequestHandler } from "express";
import { pathNames } from "../contract/path.ts";
import { API_PREFIX, ROUTES } from "../contract/routes.ts";
import { isForm } from "./forms.ts";
import { Problem } from "./problem.ts";

/** Refuses methods that an address does not take, and bodies where none is read, before a byte of them is taken in.
 *  @param actions addresses that take POST */
export function methodGuard(actions: readonly { readonly path: string }[]): RequestHandler {
  const posts = addresses(actions);
  const gets = addresses(Object.values(ROUTES));
  return (req, res, next) => {
    const post = posts(req.path) || isForm(req.path);
    const reads = req.method === "GET" || req.method === "HEAD";
    if (post && req.method === "POST") return next();
    const sends =
      Number(req.headers["content-length"] ?? 0) > 0 || req.headers["transfer-encoding"] !== undefined;
    // The rest of a refused body would be read as the next request, so the connection ends here.
    if (sends) res.setHeader("Connection", "close");
    if (!reads || (post && !gets(req.path))) {
      const allowed = post ? (gets(req.path) ? "GET, HEAD, POST" : "POST") : "GET, HEAD";
      const rule = post ? `this address takes ${allowed}` : "this address only reads";
      throw new Problem("method-not-allowed", `invalid method: ${req.method} (${rule})`, {
        headers: { Allow: allowed },
      });
    }
    if (sends) throw new Problem("body-refused", "routes read no body: send the question as parameters");
    next();
  };
}

/** Whether an address is one of these. */
function addresses(routes: readonly { readonly path: string }[]): (path: string) => boolean {
  const patterns = routes.map(({ path }) => {
    const whole = pathNames(path).reduce((text, name) => text.replace(`{${name}}`, "[^/]+"), path);
    return new RegExp(`^${API_PREFIX}${whole}/?$`, "i");
  });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
