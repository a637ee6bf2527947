/** /annotations: what people wrote down about days, and whether forecasts take it into account. */
import { z } from "zod";
import { ANNOTATION_KINDS, COUNTING_KINDS } from "../domain/annotation.ts";
import { personalIn } from "../domain/personal-text.ts";
import { defineAction } from "./action.ts";
import { At, Day, SiteList } from "./common.ts";
import { defineRoute } from "./route.ts";

const AnnotationId = z.uuid();
/** `event`, `closure` and `fault` may count in forecasts; `action` is something done whose effect is looked for. */
const AnnotationKind = z.enum(ANNOTATION_KINDS);

export const AnnotationRow = z.object({
  id: AnnotationId,
  /** Null = every site. */
  site: z.string().nullable(),
  from: Day,
  /** Exclusive. */
  to: Day,
  kind: AnnotationKind,
  text: z.string(),
  /** Forecasts made since take it into account: the event or closure is in the calendar, values of a fault are not
   *  learned from. */
  counts_in_model: z.boolean(),
  created_at: At,
  /** Null while it stands. */
  withdrawn_at: At.nullable(),
});
export type AnnotationRow = z.infer<typeof AnnotationRow>;

export const annotationsRoute = defineRoute({
  path: "/annotations",
  summary: "What people wrote down about days, oldest first; withdrawn ones are among them.",
  query: z.object({ sites: SiteList, from: Day.optional(), to: Day.optional() }),
  reply: z.object({ rows: z.array(AnnotationRow) }),
  row: AnnotationRow,
});

export const createAnnotationAction = defineAction({
  path: "/annotations",
  summary: "Writes something down about days of a site; without `site`, of all. Nothing about persons.",
  input: z
    .strictObject({
      site: z.string().optional(),
      from: Day,
      to: Day,
      kind: AnnotationKind,
      text: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .refine((text) => personalIn(text) === null, {
          error: "no mail address and no telephone number: nothing about persons is kept",
        }),
      counts_in_model: z.boolean().default(false),
    })
    .refine(({ from, to }) => from < to, { path: ["to"], error: "a day after from is expected" })
    .refine(({ kind, counts_in_model }) => !counts_in_model || COUNTING_KINDS.includes(kind), {
      path: ["counts_in_model"],
      error: `only ${COUNTING_KINDS.join(", ")} can count in forecasts`,
    }),
  reply: AnnotationRow,
  status: 201,
});

export const withdrawAnnotationAction = defineAction({
  path: "/annotations/{id}/withdraw",
  summary:
    "Takes an annotation back; it stays readable, and forecasts made since leave it out. The body is {}.",
  input: z.strictObject({ id: AnnotationId }),
  reply: AnnotationRow,
  status: 200,
});
