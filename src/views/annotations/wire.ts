/** An annotation on the wire. */
import type { AnnotationRow } from "../../contract/annotations.ts";
import type { Annotation } from "../../domain/annotation.ts";
import { toIso } from "../../domain/time.ts";

export function annotationRow(annotation: Annotation): AnnotationRow {
  const { id, site, from, to, kind, text, counts, createdAt, withdrawnAt } = annotation;
  return {
    id,
    site,
    from,
    to,
    kind,
    text,
    counts_in_model: counts,
    created_at: toIso(createdAt),
    withdrawn_at: withdrawnAt === null ? null : toIso(withdrawnAt),
  };
}
