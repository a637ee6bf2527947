/** What a route of the API is: path, query schema, reply schema. The only statement of the API; the server mounts it,
 *  /openapi.json prints it, the dashboards infer their types from it. */
import type { z } from "zod";

/** Encodings a reply can take besides JSON: routes whose reply has `rows` also speak CSV and Arrow. */
export interface Route<Query extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  /** Below /api/v1, such as `/visits`. */
  readonly path: string;
  /** One sentence for the description of the API. */
  readonly summary: string;
  readonly query: Query;
  readonly reply: Reply;
  /** Schema of one element of `reply.rows`, for CSV and Arrow; absent where the reply is a document. */
  readonly row?: z.ZodObject;
}

/** Keeps the exact types of a route's schemas. */
export function defineRoute<Query extends z.ZodType, Reply extends z.ZodType>(
  route: Route<Query, Reply>,
): Route<Query, Reply> {
  return route;
}
