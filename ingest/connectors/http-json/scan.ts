/** One scan of a stream: its parents' rows, and below each the pages of its list. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Instant, Span, Zone } from "../../../src/domain/time.ts";
import type { PullContext } from "../../connector.ts";
import type { Api, Reply } from "./api.ts";
import { compile } from "./expression.ts";
import { readInstant } from "./instants.ts";
import type { EngineOptions, StreamOptions } from "./options.ts";
import { OverCap, paginate, type RawPage } from "./paginate.ts";
import { halves } from "./spans.ts";
import { instantVars, windowVars } from "./template.ts";

/** A page and the rows of other streams that it hangs on, by their names. */
export interface ScanPage {
  readonly page: RawPage;
  readonly parents: Readonly<Record<string, unknown>>;
}

export interface Scan {
  readonly api: Api;
  readonly options: EngineOptions;
  readonly zone: Zone;
  readonly context: PullContext;
  /** Start of what is asked for; undefined = everything. */
  readonly since: Instant | undefined;
  readonly window?: Span;
}

/** Rows of other streams may be held in memory up to here. */
const MAX_PARENTS = 20_000;

/** Pages in order. The same rows may come twice, never out of the order of parents and pages. */
export async function* scan(name: string, on: Scan): AsyncGenerator<ScanPage> {
  const stream = streamOf(on.options, name);
  const parents = stream.parent ? await parentRows(stream.parent, on) : [{}];
  for (const bindings of parents) {
    for await (const page of pagesOf(stream, name, bindings, on)) yield { page, parents: bindings };
  }
}

function streamOf(options: EngineOptions, name: string): StreamOptions {
  const stream = options.streams[name];
  if (!stream) throw new Error(`invalid stream: ${name}`);
  return stream;
}

async function parentRows(
  { stream, as }: NonNullable<StreamOptions["parent"]>,
  on: Scan,
): Promise<Readonly<Record<string, unknown>>[]> {
  const rows: Readonly<Record<string, unknown>>[] = [];
  const { window: _, ...whole } = on;
  for await (const { page, parents } of scan(stream, { ...whole, since: undefined })) {
    for (const row of page.rows) rows.push({ ...parents, [as]: row });
    if (rows.length > MAX_PARENTS) throw new FeedChanged(`invalid reply: more than ${MAX_PARENTS} ${stream}`);
  }
  return rows;
}

async function* pagesOf(
  stream: StreamOptions,
  name: string,
  bindings: Readonly<Record<string, unknown>>,
  on: Scan,
): AsyncGenerator<RawPage> {
  const { zone, window, context } = on;
  const vars = {
    ...bindings,
    ...(on.since === undefined ? {} : { since: instantVars(on.since, zone) }),
    ...(window ? { window: windowVars(window, zone) } : {}),
    until: instantVars(context.until, zone),
    now: instantVars(context.now, zone),
  };
  try {
    yield* paginate({
      options: stream.pagination,
      select: compile(stream.select, `select of ${name}`),
      bindings: { ...bindings, param: on.options.parameters, window: vars.window },
      fetch: (more) => on.api.get(stream, vars, more, context),
      warn: (message) => context.log.warn(`${name}: ${message}`),
    });
  } catch (error) {
    if (!(error instanceof OverCap)) throw error;
    const parts = window && halves(window);
    if (!parts) throw new FeedChanged(`invalid reply: ${name} has more rows than the API gives out`);
    for (const part of parts) yield* pagesOf(stream, name, bindings, { ...on, window: part });
  }
}

/** The server's clock as a reply tells it; undefined when it does not. */
export async function serverClock(
  reply: Reply,
  stream: StreamOptions,
  zone: Zone,
): Promise<Instant | undefined> {
  if (stream.clock) {
    const field = await compile(stream.clock.field, "clock")(reply.value, {});
    return readInstant(field, stream.clock.format, zone);
  }
  const at = Date.parse(reply.headers.get("date") ?? "");
  return Number.isNaN(at) ? undefined : at;
}
