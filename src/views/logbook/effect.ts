/** What an action that somebody wrote down did, for the logbook. */
import { Problem } from "../../api/problem.ts";
import type { ViewReply } from "../../api/views.ts";
import type { Site } from "../../domain/site.ts";
import { readAnnotation } from "../../store/annotations.ts";
import { annotationRow } from "../annotations/wire.ts";
import type { ViewDeps } from "../deps.ts";
import { effectsView } from "../effects.ts";

/** An action about all sites is looked at for the one that is chosen; where several are, the answer waits.
 *  @throws Problem `unknown-annotation`; RangeError for an annotation of another kind */
export async function loggedEffect(
  deps: ViewDeps,
  id: string | undefined,
  chosen: readonly Site[],
): Promise<ViewReply<"logbook">["effect"]> {
  if (id === undefined) return null;
  const found = await readAnnotation(deps.store, id);
  if (!found) {
    throw new Problem("unknown-annotation", `unknown annotation: ${id} (/api/v1/annotations lists them)`);
  }
  if (found.kind !== "action") throw new RangeError(`invalid effect: ${id} (one of kind action is expected)`);
  const only = chosen.length === 1 ? chosen[0]?.id : undefined;
  const site = found.site ?? only ?? null;
  const action = annotationRow(found);
  if (site === null) return { action, site, answer: null };
  const { answer } = await effectsView(deps, { site, annotation: id });
  return { action, site, answer };
}
