/** Does a batch come from the feed's own source? By its token, or by a signature over time and body. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { PushProof } from "../../src/domain/push.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { PushOptions } from "../connectors/push/options.ts";

/** The signature is HMAC-SHA256, in hexadecimal with or without `sha256=`, over the digits of the timestamp, a full
 *  stop, and the body as it was sent. */
export function proves(
  { token, hmac_secret: secret, window }: PushOptions,
  { authorization = "", timestamp = "", signature = "" }: PushProof,
  now: Instant,
): boolean | ((body: Uint8Array) => boolean) {
  if (token !== undefined) {
    const shown = /^bearer +(\S+) *$/i.exec(authorization)?.[1];
    return shown !== undefined && same(shown, token);
  }
  if (secret === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  // What was overheard cannot be sent again later; within the window it is answered from memory.
  if (Math.abs(now - Number(timestamp) * 1000) > window * 1000) return false;
  const given = signature
    .trim()
    .toLowerCase()
    .replace(/^sha256=/, "");
  if (!/^[0-9a-f]{64}$/.test(given)) return false;
  return (body) =>
    same(given, createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex"));
}

/** Equal lengths for timingSafeEqual, whatever was sent. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
