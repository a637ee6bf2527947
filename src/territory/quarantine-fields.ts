/** Rules for rows set aside, and how long things are kept, as they stand in the territory file. */
import { z } from "zod";
import { duration } from "./fields.ts";

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const conditions = z
  .record(z.string().min(1), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((where) => Object.keys(where).length > 0, "expected at least one condition, such as site: Mairie")
  .describe("Fields as the row has them, or @reason, @field, @position, @stream, @row; all must be so.");

/** One rule: where it speaks, and what it does there. */
export const CorrectionRule = z
  .strictObject({
    where: conditions,
    set: z.record(z.string().min(1), value).optional().describe("What fields are instead."),
    replace: z
      .record(z.string().min(1), z.tuple([z.string().min(1).max(200), z.string().max(200)]))
      .optional()
      .describe("By field: a piece of text, and what stands in its place."),
    drop: z.string().trim().min(3).max(200).optional().describe("Why such rows are no facts."),
  })
  .refine((rule) => (rule.drop === undefined) !== (rule.set === undefined && rule.replace === undefined), {
    error: "expected set or replace, or drop with a reason",
  });
export type CorrectionRule = z.infer<typeof CorrectionRule>;

export const corrections = z
  .array(CorrectionRule)
  .max(200)
  .describe("Rules that correct rows of this feed which would be set aside; the first that helps is taken.");

export const retention = z
  .strictObject({
    quarantine: duration.optional().describe("How long rows set aside are kept; P90D when absent."),
    forecasts: duration.optional().describe("How long issued forecasts are kept; for ever when absent."),
    revisions: duration
      .optional()
      .describe("How long contents that a source corrected are kept; for ever when absent."),
  })
  .describe("How long things are kept. Facts themselves are kept for ever: every figure is made of them.");
