/** A folder that a web server shows: by its index page (Apache, nginx, Caddy, IIS), or by a list that the supplier
 *  writes: JSON, or the lines of `sha256sum`. */
import { z } from "zod";
import { FeedChanged } from "../../src/domain/errors.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { HttpClient } from "../connector.ts";
import { chosen } from "./remote-folder.ts";

export interface HttpFile {
  readonly name: string;
  readonly url: string;
  /** By the list; NaN when it does not say. */
  readonly modified: Instant;
  /** What the list says of the file: changes with it, if only by the minute. Empty when it says nothing. */
  readonly said: string;
  /** SHA-256, hexadecimal, when the list gives it. */
  readonly sha256?: string;
}

export interface HttpFolder {
  /** Address of the page or list. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pattern: string;
}

const Entry = z.object({
  name: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  size: z.number().optional(),
  modified: z.string().optional(),
});
const List = z.union([z.array(Entry), z.object({ files: z.array(Entry) }).transform(({ files }) => files)]);

/** Files that the pattern chooses, by name. Only files beside the list: what leads elsewhere is left out.
 *  @throws FeedChanged for something that is neither a page nor a list. */
export async function listHttpFolder(http: HttpClient, folder: HttpFolder): Promise<HttpFile[]> {
  const { url, headers, pattern } = folder;
  const { body } = await http.text({ url, headers });
  const found = readJsonList(body, url) ?? readSums(body, url) ?? readIndex(body, url);
  if (!found) throw new FeedChanged(`invalid folder: neither an index page nor a list of files`);
  return chosen([...new Map(found.map((file) => [file.name, file])).values()], pattern);
}

function readJsonList(body: string, base: string): HttpFile[] | undefined {
  if (!/^\s*[[{]/.test(body)) return undefined;
  const list = List.safeParse(parseJson(body));
  if (!list.success) throw new FeedChanged("invalid folder: its list has no files with a name each");
  return list.data.map(({ name, sha256, size, modified }) => ({
    name,
    url: beside(name, base),
    modified: Date.parse(modified ?? ""),
    said: sha256?.toLowerCase() ?? (modified === undefined ? "" : `${size ?? ""} ${modified}`),
    ...(sha256 === undefined ? {} : { sha256: sha256.toLowerCase() }),
  }));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readSums(body: string, base: string): HttpFile[] | undefined {
  const lines = body.split(/\r?\n/).filter((line) => line !== "");
  const parsed = lines.map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/i.exec(line));
  if (lines.length === 0 || parsed.includes(null)) return undefined;
  return parsed.map((match) => {
    const sha256 = match?.[1]?.toLowerCase() ?? "";
    const name = match?.[2] ?? "";
    return { name, url: beside(name, base), modified: Number.NaN, said: sha256, sha256 };
  });
}

/** Links of a page, each with the text up to the next one, where date and size stand. */
function readIndex(body: string, base: string): HttpFile[] | undefined {
  if (!/<(a|html|pre|table)\b/i.test(body)) return undefined;
  const links = [...body.matchAll(/<a\s[^>]{0,2000}?href\s*=\s*["']([^"'<>]{1,2000})["'][^>]{0,2000}>/gi)];
  const here = new URL(".", base).href;
  return links.flatMap((link, i): HttpFile[] => {
    const href = (link[1] ?? "").replaceAll("&amp;", "&");
    const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
    if (url?.search !== "" || !url.href.startsWith(here)) return [];
    const name = decoded(url.pathname.slice(new URL(here).pathname.length));
    const after = body.slice(link.index + link[0].length, links[i + 1]?.index ?? undefined);
    const text = after
      .slice(0, 4000)
      .replace(/^[^<]*<\/a>/i, "")
      .replace(/<[^>]*>/g, " ");
    const said = text.replace(/\s+/g, " ").trim().slice(0, 100);
    return [{ name, url: url.href, modified: dateIn(said), said: /\d{4}.*\d:\d/.test(said) ? said : "" }];
  });
}

/** `2026-07-14 10:15` (Apache) or `14-Jul-2026 10:15` (nginx), in the server's zone, taken for UTC: it only orders. */
function dateIn(text: string): Instant {
  const found = /\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}|\d{2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}/.exec(text)?.[0];
  return found === undefined ? Number.NaN : Date.parse(`${found.replace("T", " ")} UTC`);
}

function beside(name: string, base: string): string {
  return new URL(encodeURIComponent(name), base).href;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
