/** Options of the `file` connector, checked whole. */
import type { z } from "zod";
import { findContradictions } from "./contradictions.ts";
import { type FileOptions, FileShape } from "./schema.ts";

/** Shape and coherence; every fault at once. */
export const CheckedOptions: z.ZodType<FileOptions> = FileShape.superRefine((options, context) => {
  for (const { path, message } of findContradictions(options)) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
});
