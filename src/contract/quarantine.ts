/** GET /feeds/{id}/quarantine: rows of a feed that were set aside, what is kept of them, and what was done about them. */
import { z } from "zod";
import { personalIn } from "../domain/personal-text.ts";
import { defineAction } from "./action.ts";
import { At, Day, NextCursor } from "./common.ts";
import { defineRoute } from "./route.ts";

/** - `open`: it waits for somebody; - `corrected`: it is read as a rule says; - `dropped`: it is no fact, for the reason
 *  that the rule gives. */
export const QuarantineState = z.enum(["open", "corrected", "dropped"]);

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const QuarantineRow = z.object({
  /** Lasting name of the row: what `beffroi quarantine show` takes. */
  id: z.string(),
  feed: z.string(),
  stream: z.string(),
  /** Pull that delivered it last. */
  run: z.string(),
  seen_at: At,
  state: QuarantineState,
  reason: z.string(),
  /** Empty where no field alone is at fault. */
  field: z.string(),
  /** File and line, page and row, or the source's own number. */
  position: z.string(),
  detail: z.string(),
  /** What is kept of it: fields that the mapping names and that name nobody; null = nothing. */
  fields: z.record(z.string(), value).nullable(),
  /** Fields that were there and are not kept. */
  withheld: z.array(z.string()),
  /** What was last done about it; null = nothing. */
  correction: z
    .object({
      where: z.record(z.string(), z.string()),
      set: z.record(z.string(), value).optional(),
      replace: z.record(z.string(), z.tuple([z.string(), z.string()])).optional(),
      drop: z.string().optional(),
    })
    .nullable(),
  /** `file` = a rule of the territory file, `person` = somebody. */
  corrected_by: z.enum(["file", "person"]).nullable(),
  corrected_at: At.nullable(),
  /** Facts that stand for it. */
  facts: z.int().nonnegative(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;

export const quarantineRoute = defineRoute({
  path: "/feeds/{id}/quarantine",
  summary:
    "Rows of a feed that were set aside, newest first: where each stood, why, what is kept of it, and what was done about it. At most 10,000.",
  query: z.object({
    id: z.string().min(1).max(63),
    from: Day.optional(),
    to: Day.optional(),
    state: QuarantineState.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(500),
  }),
  reply: z.object({
    now: At,
    feed: z.string(),
    /** Of the days asked for: all, and those that wait for somebody. */
    held: z.int(),
    open: z.int(),
    /** Days for which rows are kept. */
    kept_days: z.number(),
    rows: z.array(QuarantineRow),
    next: NextCursor,
  }),
  row: QuarantineRow,
});

const impersonal = z
  .string()
  .trim()
  .max(120)
  .refine((text) => personalIn(text) === null, {
    error: "no mail address and no telephone number: nothing about persons is kept",
  });

export const correctRowAction = defineAction({
  path: "/feeds/{id}/quarantine/correct",
  summary:
    "Corrects one row that was set aside (`set`: what its fields are) and reads it again, or drops it (`drop`: why it is no fact). It counts once, however often it is corrected; what the source said later stays.",
  input: z
    .strictObject({
      id: z.string().min(1).max(63),
      row: z.string().regex(/^[0-9a-f]{16}$/),
      set: z
        .record(z.string().min(1).max(64), z.union([impersonal, z.number(), z.boolean(), z.null()]))
        .optional(),
      drop: impersonal.pipe(z.string().min(3)).optional(),
    })
    .refine(({ set, drop }) => (set === undefined) !== (drop === undefined), {
      path: ["set"],
      error: "either set or drop is expected",
    }),
  reply: z.object({ row: QuarantineRow, accepted: z.int(), revised: z.int(), unchanged: z.int() }),
  status: 200,
});
