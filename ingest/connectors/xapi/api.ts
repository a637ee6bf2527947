/** The statements of a store: pages in the order of their storing, and single ones that were voided. */
import { z } from "zod";
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import type { HttpClient } from "../../connector.ts";
import { isNotFound } from "../../transport/refusals.ts";
import type { XapiOptions } from "./options.ts";

export interface StatementPage {
  readonly statements: readonly unknown[];
  /** Everything stored up to here can be seen; undefined when the store does not say. */
  readonly through: Instant | undefined;
  /** From 1. */
  readonly number: number;
}

export interface XapiApi {
  /** Oldest first. `since` itself is not included. */
  statements(since: Instant | undefined): AsyncGenerator<StatementPage>;
  /** A statement that was voided; null when the store does not know it. */
  voided(id: string): Promise<unknown>;
}

const Result = z.object({ statements: z.array(z.unknown()), more: z.string().nullish() });
const LIMIT = 500;
const MAX_PAGES = 20_000;

export function xapiApi({ url, user, password, version, activity }: XapiOptions, http: HttpClient): XapiApi {
  const headers = {
    accept: "application/json",
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
    "x-experience-api-version": version,
  };
  const get = async (address: string) => http.json({ url: address, headers });

  async function* statements(since: Instant | undefined): AsyncGenerator<StatementPage> {
    const query = new URLSearchParams({
      ...(since === undefined ? {} : { since: toIso(since) }),
      ...{ ascending: "true", limit: String(LIMIT) },
      ...(activity === undefined ? {} : { activity, related_activities: "true" }),
    });
    const asked = new Set<string>();
    let next: string | undefined = `${url}/statements?${query}`;
    for (let number = 1; next !== undefined; number += 1) {
      if (asked.has(next) || number > MAX_PAGES)
        throw new FeedChanged("invalid paging: the store leads in circles");
      asked.add(next);
      const reply: Awaited<ReturnType<typeof get>> = await follow(next, number);
      const parsed = Result.safeParse(reply.body);
      if (!parsed.success) throw new FeedChanged("invalid reply: no list of statements");
      const through = Date.parse(reply.headers.get("x-experience-api-consistent-through") ?? "");
      yield {
        statements: parsed.data.statements,
        through: Number.isNaN(through) ? undefined : through,
        number,
      };
      next = parsed.data.more ? moreOf(parsed.data.more, url) : undefined;
    }
  }

  /** A store may forget its addresses of further pages: what was read stays read, the rest is the next pull's. */
  async function follow(address: string, number: number) {
    try {
      return await get(address);
    } catch (error) {
      if (number === 1 || !isNotFound(error)) throw error;
      throw new FeedUnavailable("no answer: the store forgot its next page (goes on at the next pull)");
    }
  }

  return {
    statements,
    async voided(id) {
      try {
        return (await get(`${url}/statements?${new URLSearchParams({ voidedStatementId: id })}`)).body;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
  };
}

/** `more` is relative to the host; our credentials go to no other, as behind a proxy its name may be wrong. */
function moreOf(more: string, url: string): string {
  if (!URL.canParse(more, url)) throw new FeedChanged("invalid paging: the next page is no address");
  const wanted = new URL(more, url);
  const own = new URL(url);
  own.pathname = wanted.pathname;
  own.search = wanted.search;
  return own.href;
}
