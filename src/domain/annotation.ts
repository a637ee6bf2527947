/** What somebody wrote down about days of a site. */
import type { Instant, LocalDate } from "./time.ts";

/** - `event`: something was (or will be) on;
 *  - `closure`: closed although the rules say open;
 *  - `fault`: a feed told nonsense, its values are not to be learned from;
 *  - `action`: something done whose effect is looked for;
 *  - `note`: anything else. */
export const ANNOTATION_KINDS = ["note", "event", "closure", "fault", "action"] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** Kinds that forecasts can take into account. */
export const COUNTING_KINDS: readonly AnnotationKind[] = ["event", "closure", "fault"];

export interface Annotation {
  readonly id: string;
  /** Null = every site of the territory. */
  readonly site: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly kind: AnnotationKind;
  readonly text: string;
  /** Forecasts take it into account. */
  readonly counts: boolean;
  readonly createdAt: Instant;
  /** Null while it stands. */
  readonly withdrawnAt: Instant | null;
}

/** True where an annotation is about a site. */
export function isAbout({ site }: Pick<Annotation, "site">, id: string): boolean {
  return site === null || site === id;
}
