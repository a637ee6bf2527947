/** What every reply and every request has to keep: headers and pace. */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { isLoopback } from "./loopback.ts";
import { Problem } from "./problem.ts";

/** Nothing inline, nothing from elsewhere, nobody frames us. HSTS only where the request came by https. */
export function securityHeaders(): RequestHandler {
  const self = ["'self'"];
  const plain = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        fontSrc: self,
        connectSrc: self,
        manifestSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
  });
  return (req, res, next) => {
    res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (req.secure) res.setHeader("Strict-Transport-Security", "max-age=31536000");
    plain(req, res, next);
  };
}

/** @param perMinute requests one address may make; this machine itself may ask as often as it likes. */
export function pace(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // A proxy header without `trust proxy` is ignored on purpose, which the package would warn about.
    validate: false,
    skip: (req) => req.ip === undefined || isLoopback(req.ip),
    handler: () => {
      throw new Problem("too-many-requests", `too many requests: at most ${perMinute} a minute`, {
        headers: { "Retry-After": "60" },
      });
    },
  });
}
