/** Addresses of pages: French has no prefix, the other languages have theirs. */
import { LANGUAGES, type Language } from "../contract/screen.ts";
import type { RawQuery } from "./raw-query.ts";

/** What stands before a page's path: nothing for French, `/en`, `/nl`. */
export function prefixOf(lang: Language): string {
  return lang === "fr" ? "" : `/${lang}`;
}

/** Language of an address by its prefix. */
export function languageOf(path: string): Language {
  return (
    LANGUAGES.find((lang) => lang !== "fr" && (path === `/${lang}` || path.startsWith(`/${lang}/`))) ?? "fr"
  );
}

/** A page's address without language, its parameters in one order: equal pages have equal addresses. */
export function pagePath(path: string, raw: RawQuery): string {
  // Commas are allowed in a query and keep lists of sites readable.
  const query = new URLSearchParams(raw).toString().replaceAll("%2C", ",");
  return query === "" ? path : `${path}?${query}`;
}
