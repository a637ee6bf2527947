/** The parts of an address that vary, by name, decoded. */
import type { Request } from "express";

/** Empty for an address without such parts. */
export function pathParts({ params }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
