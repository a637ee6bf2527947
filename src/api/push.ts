/** POST /feeds/{id}/records: proof, body, pace, storage, answer. The secret of a feed opens this address alone. */
import type { Request, RequestHandler } from "express";
import {
  PUSH_BYTES,
  type PushFeed,
  type PushFormat,
  type PushIntake,
  type PushOutcome,
} from "../domain/push.ts";
import { createPace } from "./feed-pace.ts";
import { Problem } from "./problem.ts";
import { readBytes } from "./read-bytes.ts";

/** Encodings by media type. */
const FORMATS: ReadonlyMap<string, PushFormat> = new Map<string, PushFormat>([
  ["application/json", "json"],
  ["application/x-ndjson", "jsonl"],
  ["application/jsonl", "jsonl"],
  ["text/csv", "csv"],
]);
/** Bytes of bodies taken in at the same time; those whose sender is known only by the body have as much room of their
 *  own, so that a stranger who sends slowly holds up nobody with a token. */
const TOGETHER = 40 * 2 ** 20;

/** @param strangers counts requests that prove nothing, as those of anybody else are */
export function pushHandler(
  intake: PushIntake,
  now: () => number,
  strangers: RequestHandler,
): RequestHandler {
  const pace = createPace(now);
  const reading = { shown: 0, signed: 0 };

  /** Nothing of a body is taken in before the headers have shown what they can. */
  async function receive(req: Request, feed: PushFeed): Promise<Buffer> {
    const proof = feed.proves({
      authorization: req.headers.authorization,
      timestamp: req.get("X-Beffroi-Timestamp"),
      signature: req.get("X-Beffroi-Signature"),
    });
    if (proof === false) throw unproven();
    const place = proof === true ? "shown" : "signed";
    const bytes = Number(req.headers["content-length"] ?? PUSH_BYTES);
    if (reading[place] + bytes > TOGETHER) throw busy();
    reading[place] += bytes;
    const body = await readBytes(req, PUSH_BYTES).finally(() => {
      reading[place] -= bytes;
    });
    if (proof !== true && !proof(body)) throw unproven();
    return body;
  }

  async function accept(req: Request): Promise<PushOutcome> {
    const feed = intake.feed(String(req.params.id));
    if (!feed) throw new Problem("unknown-feed", "no feed of this name takes records");
    const format = formatOf(req);
    const key = req.get("Idempotency-Key");
    if (key !== undefined && (key === "" || key.length > 200)) {
      throw new Problem("invalid-parameter", "invalid Idempotency-Key: 1 to 200 characters are expected");
    }
    const body = await receive(req, feed);
    const waitS = pace(feed.id, feed.perMinute);
    if (waitS > 0) {
      throw new Problem("too-many-requests", `too many batches: at most ${feed.perMinute} a minute`, {
        headers: { "Retry-After": String(waitS) },
      });
    }
    return feed.push({ bytes: body, format, key });
  }

  return async (req, res, next) => {
    try {
      const reply = replyOf(await accept(req));
      res.status(202).setHeader("Cache-Control", "no-store");
      res.setHeader("Content-Type", "application/json; charset=utf-8");
      res.end(JSON.stringify(reply));
    } catch (error) {
      // The rest of a body that was refused unread would be taken for the next request, so the connection ends.
      if (!req.complete) res.setHeader("Connection", "close");
      if (!isStrange(error)) throw error;
      await strangers(req, res, (tooMany: unknown) => next(tooMany ?? error));
    }
  };
}

function isStrange(error: unknown): boolean {
  return error instanceof Problem && (error.kind === "unauthorized" || error.kind === "unknown-feed");
}

function formatOf(req: Request): PushFormat {
  const [type = ""] = (req.headers["content-type"] ?? "").split(";");
  const format = FORMATS.get(type.trim().toLowerCase());
  const coded = (req.headers["content-encoding"] ?? "identity") !== "identity";
  if (format !== undefined && !coded) return format;
  const detail = coded
    ? "compressed bodies are not read"
    : `one of ${[...FORMATS.keys()].join(", ")} is expected`;
  throw new Problem("not-a-batch", detail);
}

function replyOf(outcome: PushOutcome): object {
  switch (outcome.kind) {
    case "stored":
      return outcome.reply;
    case "personal":
      throw new Problem("personal-data", "nothing was stored: fields look personal", {
        errors: outcome.fields.map((path) => ({
          path,
          value: "(not shown)",
          remedy: "leave this field out: no person may be known here",
        })),
      });
    case "unreadable":
      throw new Problem("invalid-parameter", `invalid body: ${outcome.detail}`);
    case "too_many":
      throw new Problem("body-refused", outcome.detail);
    case "key_taken":
      throw new Problem("conflict", "this Idempotency-Key stands for another batch: use a new one");
    case "busy":
      throw busy();
  }
}

function unproven(): Problem {
  return new Problem("unauthorized", "the feed's token or a valid signature is required", {
    headers: { "WWW-Authenticate": 'Bearer realm="Beffroi feed"' },
  });
}

function busy(): Problem {
  return new Problem("busy", "more is arriving than can be stored", { headers: { "Retry-After": "2" } });
}
