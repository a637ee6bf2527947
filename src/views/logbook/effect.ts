/** What an action that somebody wrote down did, for the logbook. */
import { Problem } from "../../api/problem.ts";
import type { ViewReply } from "../../api/views.ts";
import type { Site } from "../../domain/site.ts";
import { localDate } from "../../domain/time.ts";
import { readAnnotation } from "../../store/annotations.ts";
import { annotationRow } from "../annotations/wire.ts";
import type { ViewDeps } from "../deps.ts";
import { effectsView } from "../effects.ts";

/** What takes too long goes on and is there when somebody asks again. An action about all sites is looked at for the one that is chosen; where several are, the answer waits.
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
  if (site === null) return { action, site, answer: null, pending: false };
  const today = localDate(deps.now(), deps.territory.zone);
  const asked = deps.memories.effects(
    `${id} ${site} ${today}`,
    async () => (await effectsView(deps, { site, annotation: id })).answer,
  );
  const answer = await within(asked, deps.patienceMs);
  return { action, site, answer, pending: answer === null };
}

/** The value if it is there in time, else null. */
async function within<T>(value: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
