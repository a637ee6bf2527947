/** Asks a view at most once per question and state of the data: replies are kept per data version, and per stretch
 *  of time where the hour changes the answer. Pages and encodings are cut from the kept reply. */
import type { z } from "zod";
import { queryShape } from "../contract/parameters.ts";
import type { Route } from "../contract/route.ts";
import { checkQuery, type KnownSites } from "./check-query.ts";
import type { Edition } from "./cursor.ts";
import { createKept, type Kept } from "./kept.ts";
import { Problem } from "./problem.ts";
import type { RawQuery } from "./raw-query.ts";
import { roughBytes } from "./rough-bytes.ts";

/** A checked query with the part of it that names the answer (all but paging and encoding). */
export interface Question<Query> {
  readonly query: Query;
  /** Equal for equal questions; holds the route's path. */
  readonly key: string;
}

export interface Asker<Query, Reply extends object> {
  readonly route: Route;
  /** @throws Problem 400 or 404. */
  question(raw: RawQuery): Question<Query>;
  /** Edition that an answer given now belongs to. */
  edition(): Edition;
  /** The whole reply.  @throws Problem `data-changed` for a past edition that is no longer kept. */
  ask(question: Question<Query>, edition: Edition): Promise<Reply>;
  readonly kept: Kept<Reply>;
}

/** What every asker needs from outside. */
export interface AskerEffects {
  /** Names the state of the data; changes only after the new data can be read. */
  readonly dataVersion: () => string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly siteIds: () => readonly string[];
  /** Checks replies against their contract too: for tests. */
  readonly checkReplies: boolean;
  /** Milliseconds after which an answer is given up. */
  readonly deadlineMs: number;
}

export interface AskerOptions {
  /** Milliseconds after which the hour may change the answer; 0 = never. */
  readonly stretchMs: number;
  /** Bound on the replies kept. */
  readonly maxBytes: number;
  /** True where `territory` may stand among the sites. */
  readonly territory?: boolean;
}

export function createAsker<Query extends z.ZodType, Reply extends object>(
  route: Route<Query>,
  view: (query: z.output<Query>) => Promise<Reply>,
  { stretchMs, maxBytes, territory = false }: AskerOptions,
  { dataVersion, now, siteIds, checkReplies, deadlineMs }: AskerEffects,
): Asker<z.output<Query>, Reply> {
  const kept = createKept<Reply>(maxBytes, roughBytes);
  const known = (): KnownSites => ({ ids: siteIds(), territory });
  const paged = "cursor" in queryShape(route);

  async function make(query: z.output<Query>): Promise<Reply> {
    const reply = await withDeadline(view(query), deadlineMs);
    if (checkReplies) route.reply.parse(paged ? { ...reply, next: null } : reply);
    return reply;
  }

  return {
    route,
    question(raw) {
      const query = checkQuery(route.query, raw, known());
      return { query, key: `${route.path}?${JSON.stringify(query, withoutPaging)}` };
    },
    edition: () => ({
      version: dataVersion(),
      stretch: stretchMs > 0 ? Math.floor(now() / stretchMs) : 0,
    }),
    async ask({ query, key }, edition) {
      const name = `${edition.version} ${edition.stretch} ${key}`;
      const before = kept.peek(name);
      if (before === undefined && edition.version !== dataVersion()) {
        throw new Problem(
          "data-changed",
          "the data have changed since the first page: start again without cursor",
        );
      }
      return kept.get(name, () => make(query));
    },
    kept,
  };
}

function withoutPaging(name: string, value: unknown): unknown {
  return name === "cursor" || name === "limit" ? undefined : value;
}

/** @throws Problem `took-too-long`; the work itself goes on. */
export async function withDeadline<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const problem = new Problem("took-too-long", "the answer took too long: ask for a shorter period", {
      headers: { "Retry-After": "10" },
    });
    timer = setTimeout(() => reject(problem), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
