/** Short names for long texts. */
import { hash } from "node:crypto";

/** SHA-256 of a text, hexadecimal, 64 characters. */
export function digest(text: string): string {
  return hash("sha256", text, "hex");
}
