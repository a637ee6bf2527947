/** Addresses with parts that vary: `/scenarios/{id}` names the part `id`. */

const PART = /\{(\w+)\}/g;

/** Names of the parts that vary, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(PART)].map(([, name = ""]) => name);
}

/** The address as Express matches it: `/scenarios/:id`. */
export function pathPattern(path: string): string {
  return path.replaceAll(PART, ":$1");
}
