/** What the API asks for: one function per resource, from the checked query to the whole reply. The views know
 *  nothing of paging, encodings or keeping: they give every row, the API cuts pages and keeps the bytes. */
import type { z } from "zod";
import type { ROUTES, RouteName } from "../contract/routes.ts";

/** What a view is given: the query without what concerns paging. Site ids are known to exist. */
export type ViewQuery<Name extends RouteName> = Omit<
  z.output<(typeof ROUTES)[Name]["query"]>,
  "cursor" | "limit"
>;

/** What a view answers: the route's reply with every row and without `next`. */
export type ViewReply<Name extends RouteName> = Omit<z.input<(typeof ROUTES)[Name]["reply"]>, "next">;

/** Throws RangeError `invalid …` for a query that makes no sense (400), StoreError when the store is away (503).
 *  `health` never throws: it says in its reply what is wrong. */
export type Views = {
  readonly [Name in RouteName]: (query: ViewQuery<Name>) => Promise<ViewReply<Name>>;
};

/** Whether there is something to show yet. `done` of `total` are steps of any kind, for a progress bar. */
export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly done: number; readonly total: number };
