/** A query is a file of sql/queries with a typed face: parameters and rows are checked by zod at the boundary. */
import { z } from "zod";
import { StoreError } from "../domain/errors.ts";
import type { Params, Store } from "./connect.ts";
import { sqlFile } from "./sql.ts";

/** A value that a query parameter may have: what ClickHouse's `{name: Type}` can bind. */
type ParamShape = Readonly<Record<string, z.ZodType>>;

export interface Query<P extends ParamShape, R extends z.ZodRawShape> {
  readonly name: string;
  readonly params: z.ZodObject<P>;
  readonly row: z.ZodObject<R>;
}

const registry = new Map<string, Query<ParamShape, z.ZodRawShape>>();

/** Declares the typed face of `sql/queries/<name>.sql`. Instants are epoch ms, days `YYYY-MM-DD` text. */
export function query<P extends ParamShape, R extends z.ZodRawShape>(
  name: string,
  params: z.ZodObject<P>,
  row: z.ZodObject<R>,
): Query<P, R> {
  const declared = { name, params, row };
  registry.set(name, { name, params: z.object(params.shape), row: z.object(row.shape) });
  return declared;
}

/** Every declared query, for the test that holds files and faces against each other. */
export function declaredQueries(): readonly Query<ParamShape, z.ZodRawShape>[] {
  return [...registry.values()];
}

const Bindable = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
);

/** Runs a query. @throws StoreError when the store refuses, or when a row is not what the face says. */
export async function ask<P extends ParamShape, R extends z.ZodRawShape>(
  store: Store,
  declared: Query<P, R>,
  params: z.input<z.ZodObject<P>>,
): Promise<z.output<z.ZodObject<R>>[]> {
  const bound: Params = Bindable.parse(declared.params.parse(params));
  const rows = await store.rows(declared.name, sqlFile(`queries/${declared.name}`), bound);
  const checked = z.array(declared.row).safeParse(rows);
  if (!checked.success) {
    throw new StoreError(declared.name, `unexpected row: ${z.prettifyError(checked.error).slice(0, 300)}`);
  }
  return checked.data;
}

/** A 64-bit integer as the engine may print it, quoted or not; exact up to 2^53. */
export const Int = z.coerce.number().int();
/** A local day as the queries return it. */
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
