/** Walks through the pages of one list. Bounded, never in circles, and begins again when the list is seen to change in
 *  length: rows then stand on pages that were already read. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import type { Reply } from "./api.ts";
import { compile, type Evaluate } from "./expression.ts";
import type { Pagination } from "./options.ts";

/** A page of raw rows. */
export interface RawPage {
  readonly rows: readonly unknown[];
  readonly faults: readonly Mapped[];
  readonly reply: Reply;
  /** From 1. */
  readonly number: number;
}

export type Fetch = (more: Readonly<Record<string, string>> | URL) => Promise<Reply>;

/** The API does not answer beyond its cap: the span has to be split. */
export class OverCap extends Error {}

const MAX_PAGES = 20_000;
const MAX_STARTS = 4;

export interface Paging {
  readonly options: Pagination;
  readonly select: Evaluate;
  readonly bindings: Readonly<Record<string, unknown>>;
  readonly fetch: Fetch;
  readonly warn: (message: string) => void;
}

/** @throws FeedChanged for a reply of another shape or without end; OverCap. */
export async function* paginate(paging: Paging): AsyncGenerator<RawPage> {
  for (let start = 1; ; start += 1) {
    const steady = yield* scanOnce(paging, start < MAX_STARTS);
    if (steady) return;
  }
}

/** @param strict stop as soon as the length changes. @returns false when it did. */
async function* scanOnce(paging: Paging, strict: boolean): AsyncGenerator<RawPage, boolean> {
  const { options, fetch } = paging;
  const totalOf =
    "total" in options && options.total ? compile(options.total, "pagination.total") : undefined;
  const nextOf = "next" in options ? compile(options.next, "pagination.next") : undefined;
  const asked = new Set<string>();
  let length: number | undefined;
  let more: Readonly<Record<string, string>> | URL | undefined = stepOf(options, 0);
  for (let index = 0; more !== undefined; index += 1) {
    if (index >= MAX_PAGES) throw new FeedChanged(`invalid paging: more than ${MAX_PAGES} pages`);
    const reply = await fetch(more);
    const rows = await paging.select(reply.value, paging.bindings);
    if (!Array.isArray(rows)) throw new FeedChanged("invalid reply: no list where `select` looks for one");
    const total = Number((await totalOf?.(reply.value, paging.bindings)) ?? Number.NaN);
    if (options.kind === "offset" && options.cap !== undefined && total > options.cap) throw new OverCap();
    if (length !== undefined && total !== length) {
      paging.warn(`the list changed from ${length} to ${total} rows while it was read`);
      if (strict) return false;
    }
    if (!Number.isNaN(total)) length = total;
    // JSONata marks its lists with further properties; a plain copy goes on.
    yield { rows: Array.from<unknown>(rows), faults: reply.faults, reply, number: index + 1 };
    if (nextOf) more = await following(options, reply, await nextOf(reply.value, paging.bindings), asked);
    else if (options.kind === "link") more = await following(options, reply, linkNext(reply.headers), asked);
    else more = "size" in options && rows.length >= options.size ? stepOf(options, index + 1) : undefined;
  }
  return true;
}

function stepOf(options: Pagination, index: number): Readonly<Record<string, string>> | undefined {
  if (options.kind !== "page" && options.kind !== "offset") return index === 0 ? {} : undefined;
  const { param, size, sizeParam } = options;
  const place = options.kind === "page" ? options.first + index : index * size;
  if (options.kind === "offset" && options.cap !== undefined && place + size > options.cap)
    throw new OverCap();
  return { ...(sizeParam ? { [sizeParam]: String(size) } : {}), [param]: String(place) };
}

async function following(
  options: Pagination,
  reply: Reply,
  next: unknown,
  asked: Set<string>,
): Promise<Readonly<Record<string, string>> | URL | undefined> {
  if (next === undefined || next === null || next === "") return undefined;
  const text = String(next);
  if (asked.has(text)) throw new FeedChanged("invalid paging: the next page was already read");
  asked.add(text);
  if (options.kind === "cursor") return { [options.param]: text };
  if (!URL.canParse(text, reply.url)) throw new FeedChanged("invalid paging: the next page is no address");
  const current = new URL(reply.url);
  const wanted = new URL(text, reply.url);
  // Behind a proxy the host is often wrong, and our credentials must not go elsewhere: then only the query counts.
  if (wanted.origin === current.origin) return wanted;
  current.search = wanted.search;
  return current;
}

/** Address marked `rel="next"` in the `Link` header. SOURCE: RFC 8288, section 3. */
export function linkNext(headers: Headers): string | undefined {
  const header = headers.get("link")?.slice(0, 16_384) ?? "";
  for (const [, target, parameters = ""] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    if ((relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(/\s+/).includes("next")) return target;
  }
  return undefined;
}
