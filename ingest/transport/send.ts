/** Sends one request once. Redirects are followed here and not by fetch, because a redirect to another host must
 *  not carry our credentials there. */
import { FeedChanged } from "../../src/domain/errors.ts";
import type { HttpRequest } from "../connector.ts";

/** Headers that cannot hold a secret: any other name may be the one in which a source wants its key. */
const HARMLESS = new Set([
  "accept",
  "accept-language",
  "content-type",
  "if-modified-since",
  "if-none-match",
  "range",
]);
const MAX_REDIRECTS = 5;

/** Method, host and path for messages: the query and the headers may hold secrets, so they are never shown. */
export function placeOf(request: HttpRequest): string {
  const url = parseUrl(request.url);
  return `${request.method ?? "GET"} ${url.host}${url.pathname}`;
}

/** @throws FeedChanged for an address that cannot be one; the address itself is not repeated. */
export function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new FeedChanged("invalid url: not an http or https address (check the feed's url)");
  }
  return url;
}

/** The reply after at most 5 redirects; its body is not read. */
export async function send(
  fetcher: typeof fetch,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<Response> {
  let url = parseUrl(request.url);
  let method: string = request.method ?? "GET";
  let body = request.body;
  const secret =
    body !== undefined ||
    Object.keys(request.headers ?? {}).some((name) => !HARMLESS.has(name.toLowerCase()));
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const reply = await fetcher(url, {
      method,
      headers: { "user-agent": "beffroi", ...request.headers },
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
      signal,
    });
    const location = reply.headers.get("location");
    if (reply.status < 300 || reply.status >= 400 || reply.status === 304 || location === null) return reply;
    await reply.body?.cancel();
    const next = URL.canParse(location, url) ? parseUrl(new URL(location, url).href) : parseUrl("");
    if (secret && (next.host !== url.host || (url.protocol === "https:" && next.protocol === "http:"))) {
      throw new FeedChanged(
        `invalid redirect: from ${url.host} to ${next.protocol}//${next.host} with credentials (if the source ` +
          "has moved, change the feed's url)",
      );
    }
    if (reply.status === 303 || (method === "POST" && reply.status <= 302)) {
      method = "GET";
      body = undefined;
    }
    url = next;
  }
  throw new FeedChanged(`invalid redirect: more than ${MAX_REDIRECTS} from ${placeOf(request)}`);
}
