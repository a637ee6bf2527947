/** pretix's REST API: addresses, the token header, pages by `next`. */
import { z } from "zod";
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Instant } from "../../../src/domain/time.ts";
import type { HttpClient, HttpReply } from "../../connector.ts";
import { isNotFound } from "../../transport/refusals.ts";
import type { PretixOptions } from "./options.ts";

/** Query of a list; a repeated parameter is a list, an undefined one is left out. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ApiPage {
  readonly rows: readonly unknown[];
  /** The server's clock when it made the page. */
  readonly generated: Instant;
  /** `transactions page 3`, for positions of rejected rows. */
  readonly name: string;
}

export interface PretixApi {
  /** All pages of a list below the event. Rows may come twice, never not at all. */
  list(path: string, params: Params): AsyncIterable<ApiPage>;
  /** One object below the event; null when the server says 404. */
  one(path: string): Promise<unknown>;
}

const Envelope = z.object({ count: z.number(), next: z.string().nullable(), results: z.array(z.unknown()) });
const MAX_RESTARTS = 3;

/** @param now clock of the pull, used for a server that does not say its own. */
export function pretixApi(options: PretixOptions, http: HttpClient, now: Instant): PretixApi {
  const base = `${options.url}/api/v1/organizers/${options.organizer}/events/${options.event}/`;
  const headers = { authorization: `Token ${options.token}` };

  async function* list(path: string, params: Params): AsyncGenerator<ApiPage> {
    const start = `?${toSearch(params)}`;
    let search: string | null = start;
    let count = 0;
    let restarts = 0;
    for (let number = 1; search !== null; number++) {
      const reply = await getPage(`${base}${path}${search}`, number);
      // TRICKY: a list that shrinks (a check-in list was deleted) moves rows to pages already read.
      if (reply === null || reply.envelope.count < count) {
        restarts += 1;
        if (restarts > MAX_RESTARTS)
          throw new FeedUnavailable(`no stable list: ${path} shrinks while it is read`);
        search = start;
        number = 0;
        count = 0;
        continue;
      }
      const { envelope } = reply;
      count = envelope.count;
      yield {
        rows: envelope.results,
        generated: serverTime(reply, now),
        name: `${path.slice(0, -1)} page ${number}`,
      };
      search = nextSearch(envelope.next);
    }
  }

  async function getPage(url: string, number: number) {
    try {
      const reply = await http.json({ url, headers });
      const parsed = Envelope.safeParse(reply.body);
      if (!parsed.success) throw new FeedChanged(`invalid page: no list of results from ${options.url}`);
      return { headers: reply.headers, envelope: parsed.data };
    } catch (error) {
      if (number > 1 && isNotFound(error)) return null;
      throw error;
    }
  }

  return {
    list,
    async one(path) {
      try {
        return (await http.json({ url: `${base}${path}`, headers })).body;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
  };
}

/** Only the query of `next` is used: behind a proxy its host or scheme is often not the one we may call, and the
 *  token must not follow it elsewhere. */
function nextSearch(next: string | null): string | null {
  if (next === null) return null;
  const query = next.indexOf("?");
  if (query < 0) throw new FeedChanged("invalid page: `next` has no query");
  return next.slice(query);
}

function toSearch(params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) search.append(name, one);
  }
  return search.toString();
}

/** Header made for this purpose, else the reply's date (whole seconds, rounded down by the server). */
function serverTime({ headers }: Pick<HttpReply<unknown>, "headers">, now: Instant): Instant {
  const text = headers.get("x-page-generated") ?? headers.get("date");
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? now : Math.min(at, now);
}
