/** Resource `annotations`: what people wrote down. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { readAnnotations } from "../../store/annotations.ts";
import { chosenSites, type ViewDeps } from "../deps.ts";
import { annotationRow } from "./wire.ts";

/** Days that the store can hold. */
const ALWAYS = { from: "1970-01-01", to: "2149-01-01" };

export async function annotationsView(
  { store, territory, now }: ViewDeps,
  { sites, from, to }: ViewQuery<"annotations">,
): Promise<ViewReply<"annotations">> {
  const ids = chosenSites(territory, sites).map(({ id }) => id);
  const days = { from: from ?? ALWAYS.from, to: to ?? ALWAYS.to };
  const known = await readAnnotations(store, ids, days, now() + 1);
  return { rows: known.map(annotationRow) };
}
