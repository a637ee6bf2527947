/** A 53-bit number for a text: fits a double and a UInt64. */
import { createHash } from "node:crypto";

/** First 53 bits of the SHA-256 of `text`. */
export function hashId(text: string): number {
  const digest = createHash("sha256").update(text).digest();
  return digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11);
}
