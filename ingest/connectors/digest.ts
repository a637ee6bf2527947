/** Token of a page: the same content gives the same token. */
import { createHash } from "node:crypto";

/** SHA-256 over the JSON of the parts, hexadecimal. */
export function digest(parts: readonly unknown[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest("hex");
}
