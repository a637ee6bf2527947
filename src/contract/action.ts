/** What a writing route of the API is: a POST with a JSON body. Everything that reads is a {@link file://./route.ts}
 *  `Route`. */
import type { z } from "zod";

export interface Action<Input extends z.ZodObject = z.ZodObject, Reply extends z.ZodType = z.ZodType> {
  /** Below /api/v1; `{name}` stands for one part of the address, such as `/scenarios/{id}/freeze`. */
  readonly path: string;
  /** One sentence for the description of the API. */
  readonly summary: string;
  /** Fields of the body, and what the path names; a strict object: a field that nobody reads is refused. A field
   *  `site` must be a site that exists. */
  readonly input: Input;
  readonly reply: Reply;
  /** 201 where something new came about. */
  readonly status: 200 | 201;
}

/** Keeps the exact types of an action's schemas. */
export function defineAction<Input extends z.ZodObject, Reply extends z.ZodType>(
  action: Action<Input, Reply>,
): Action<Input, Reply> {
  return action;
}
