/** What can be done with annotations: write one down, take one back. */
import type { Actions } from "../../api/actions.ts";
import { Problem } from "../../api/problem.ts";
import type { Instant } from "../../domain/time.ts";
import { withdrawAnnotation, writeAnnotation } from "../../store/annotations.ts";
import type { Store } from "../../store/connect.ts";
import { annotationRow } from "./wire.ts";

export function annotationActions(
  store: Store,
  now: () => Instant,
): Pick<Actions, "createAnnotation" | "withdrawAnnotation"> {
  return {
    async createAnnotation({ site, from, to, kind, text, counts_in_model: counts }) {
      const asked = { site: site ?? null, from, to, kind, text, counts, createdAt: now() };
      return annotationRow(await writeAnnotation(store, asked));
    },
    async withdrawAnnotation({ id }) {
      const found = await withdrawAnnotation(store, id, now());
      if (found) return annotationRow(found);
      throw new Problem("unknown-annotation", `unknown annotation: ${id} (/api/v1/annotations lists them)`);
    },
  };
}
