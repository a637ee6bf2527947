/** Which products are visits, and of which tariff class. */
import { z } from "zod";
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Tariff } from "../../../src/domain/record.ts";
import type { PretixApi } from "./api.ts";
import type { PretixOptions } from "./options.ts";
import { ItemRow } from "./rows.ts";

/** A product's meaning: a visit with or without a known tariff class, no visit, or a product nobody knows. */
type Product =
  | { readonly kind: "visit"; readonly tariff: Tariff | undefined }
  | { readonly kind: "other" }
  | { readonly kind: "unknown" };

export type Products = (item: number, variation: number | null | undefined) => Product;

/** Reads the product list and puts the options over it. */
export async function readProducts(api: PretixApi, options: PretixOptions): Promise<Products> {
  const admission = new Map<number, boolean>();
  for (const row of await readItems(api)) admission.set(row.id, row.admission);
  return (item, variation) => {
    const chosen = options.items[`${item}/${variation}`] ?? options.items[`${item}`];
    if (chosen === "ignore") return { kind: "other" };
    if (chosen !== undefined) return { kind: "visit", tariff: chosen };
    const known = admission.get(item);
    if (known === undefined) return { kind: "unknown" };
    return known ? { kind: "visit", tariff: undefined } : { kind: "other" };
  };
}

/** All products of the event. */
export async function readItems(api: PretixApi): Promise<ItemRow[]> {
  const items: ItemRow[] = [];
  for await (const page of api.list("items/", {})) {
    const parsed = z.array(ItemRow).safeParse(page.rows);
    if (!parsed.success) throw new FeedChanged("invalid items: pretix's product list has another shape");
    items.push(...parsed.data);
  }
  return items;
}
