/** Rules that correct rows set aside: where fields say this, they are to say that, or the row is dropped. */
import type { RowFields } from "./kept-row.ts";

export interface Correction {
  /** Text by field, all of which must be so ("" = empty or absent). Beside the row's fields: `@reason`, `@field`,
   *  `@position`, `@stream` and `@row`. */
  readonly where: Readonly<Record<string, string>>;
  readonly set?: RowFields;
  /** By field, a piece of text and what stands in its place. */
  readonly replace?: Readonly<Record<string, readonly [string, string]>>;
  /** Why such rows are no facts. */
  readonly drop?: string;
}
