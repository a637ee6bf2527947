/** Addresses of pages and of the replies behind them. French has no prefix; the other languages have theirs. */
import type { Frame, Language } from "../../src/contract/screen.ts";

/** Prefix of a page's address. */
export function pageHref(lang: Language, path: string): string {
  const prefix = lang === "fr" ? "" : `/${lang}`;
  return prefix && path === "/" ? prefix : `${prefix}${path}`;
}

/** Address of the n-th chart of a page as a picture. */
export function picturePath({ lang, path }: Frame, n: number): string {
  const [bare = "", query = ""] = path.split("?");
  const asked = [query, n > 1 ? `chart=${n}` : ""].filter(Boolean).join("&");
  return `${pageHref(lang, `${bare}.svg`)}${asked ? `?${asked}` : ""}`;
}

/** Name of the same as a file: `en-frequentation-2.svg`, and `beffroi.svg` for the first page. */
export function pictureName({ lang, path }: Frame, n: number): string {
  const [bare = ""] = path.split("?");
  const parts = [
    ...(lang === "fr" ? [] : [lang]),
    ...(bare === "/" ? ["beffroi"] : bare.split("/").slice(1)),
  ];
  return `${[...parts, ...(n > 1 ? [String(n)] : [])].join("-")}.svg`;
}

/** Address of a reply of the API; parameters that are null are left out. */
export function apiHref(path: string, query: Readonly<Record<string, string | null>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`],
  );
  return `/api/v1${path}${given.length > 0 ? `?${given.join("&")}` : ""}`;
}
