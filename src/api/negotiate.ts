/** Which encoding a reply takes: `?format=` first, then the Accept header, then JSON. */
import type { Request } from "express";
import { MEDIA_TYPES } from "../contract/openapi.ts";
import { formatsOf } from "../contract/parameters.ts";
import type { Route } from "../contract/route.ts";
import { Problem } from "./problem.ts";
import { faulty, shorten } from "./raw-query.ts";

export type Format = keyof typeof MEDIA_TYPES;

const PARQUET = "application/vnd.apache.parquet";

/** @throws Problem 400 for an unknown `format`; 406 where the route does not speak what is asked. */
export function negotiate(req: Pick<Request, "accepts">, route: Route, asked: string | undefined): Format {
  const formats = formatsOf(route);
  if (asked !== undefined) {
    const format = formats.find((name) => name === asked);
    if (format) return format;
    if (asked !== "parquet" && !Object.hasOwn(MEDIA_TYPES, asked)) {
      const remedy = `one of ${formats.join(", ")} is expected`;
      throw faulty([{ path: "format", value: shorten(asked), remedy }]);
    }
    throw notAcceptable(route, asked);
  }
  const types = [...formats.map((format) => MEDIA_TYPES[format]), PARQUET];
  const best = req.accepts(types);
  const format = formats.find((name) => MEDIA_TYPES[name] === best);
  if (format) return format;
  throw notAcceptable(route, best === PARQUET ? "parquet" : undefined);
}

function notAcceptable(route: Route, asked: string | undefined): Problem {
  const spoken = formatsOf(route)
    .map((format) => `${format} (${MEDIA_TYPES[format]})`)
    .join(", ");
  const reason =
    asked === "parquet" && route.row
      ? "parquet is not served yet: ask for arrow, which holds the same columns"
      : `${route.path} gives ${route.row ? "rows" : "a document, not rows"}`;
  return new Problem("not-acceptable", `${reason}; encodings: ${spoken}`);
}
