/** Kinds of values in the options: templates and expressions, checked as they are read. */
import { z } from "zod";
import { faultOf } from "./expression.ts";
import { rootsOf } from "./template.ts";

export const template = z
  .string()
  .max(4000)
  .refine((text) => !rootsOf(text).broken, "expected placeholders such as {{since.iso}}");

/** A path below the feed's address. */
export const pathTemplate = template.refine(
  (text) => text.startsWith("/") && !text.startsWith("//") && !/[?#\\\s]/.test(text),
  "expected a path that begins with one /, its query under `query`",
);

export const templates = z.record(
  z.string(),
  z.union([template, z.number(), z.boolean()]).transform((value) => String(value)),
);

export const expression = z
  .string()
  .min(1)
  .max(8000)
  .superRefine((text, refinement) => {
    const fault = faultOf(text);
    if (fault) refinement.addIssue({ code: "custom", message: fault });
  });
