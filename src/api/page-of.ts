/** Cuts one page out of a whole reply and encodes it. */
import { z } from "zod";
import { MEDIA_TYPES } from "../contract/openapi.ts";
import type { Route } from "../contract/route.ts";
import { type Body, createBody } from "./body.ts";
import { type Column, columnsOf, isRow, type Row } from "./columns.ts";
import { type Edition, writeCursor } from "./cursor.ts";
import { encodeArrow } from "./encode-arrow.ts";
import { encodeCsv } from "./encode-csv.ts";
import type { Format } from "./negotiate.ts";

/** Which rows, of which answer. */
export interface PageAsked {
  /** Rows before the page. */
  readonly offset: number;
  /** Rows of the page at most; undefined = all that are left. */
  readonly limit: number | undefined;
  /** Names the answer; cursors are bound to it. */
  readonly key: string;
  readonly edition: Edition;
  /** Address of the page with a given cursor, for the Link header. */
  readonly address: (cursor: string) => string;
}

/** The page as bytes. A reply without `row` schema or without paging goes out whole. */
export async function pageOf(
  route: Route,
  reply: object,
  format: Format,
  paged: boolean,
  asked: PageAsked,
): Promise<Body> {
  const all = rowsOf(reply);
  const end = asked.limit === undefined ? all.length : asked.offset + asked.limit;
  const rows = paged ? all.slice(asked.offset, end) : all;
  const cursor =
    paged && end < all.length ? writeCursor({ offset: end, edition: asked.edition }, asked.key) : null;
  const link: Record<string, string> =
    cursor === null ? {} : { Link: `<${asked.address(cursor)}>; rel="next"` };
  if (format === "json") {
    const page = paged ? { ...reply, rows, next: cursor } : reply;
    return createBody(Buffer.from(JSON.stringify(page)), "application/json; charset=utf-8", link);
  }
  const columns: Column[] = route.row ? columnsOf(route.row) : [];
  const facts = factsOf(reply);
  const name = route.path.split("/").findLast((part) => !part.startsWith("{")) ?? "";
  const headers = {
    ...link,
    ...Object.fromEntries([...facts].map(([fact, value]) => [`Beffroi-${fact.replaceAll("_", "-")}`, value])),
    "Content-Disposition": `attachment; filename="${name}.${format === "csv" ? "csv" : "arrows"}"`,
  };
  return format === "csv"
    ? createBody(await encodeCsv(columns, rows), `${MEDIA_TYPES.csv}; charset=utf-8; header=present`, headers)
    : createBody(await encodeArrow(columns, rows, facts), MEDIA_TYPES.arrow, headers);
}

function rowsOf(reply: object): Row[] {
  return "rows" in reply && Array.isArray(reply.rows) ? reply.rows.filter(isRow) : [];
}

const Facts = z.object({
  as_of: z.string().nullish(),
  coverage: z.number().nullish(),
  figure: z.string().nullish(),
  total: z.number().nullish(),
});

/** What a table cannot say in its rows: provenance and total, as text; what is null is left out. */
function factsOf(reply: object): Map<string, string> {
  const facts = Object.entries(Facts.safeParse(reply).data ?? {});
  return new Map(
    facts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]])),
  );
}
