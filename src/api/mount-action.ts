/** Contract action → Express handlers: read the body, check it, do it, answer. Nothing is kept. */
import type { Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import type { Action } from "../contract/action.ts";
import { withDeadline } from "./asker.ts";
import { checkInput } from "./check-input.ts";
import { pathParts } from "./path-parts.ts";
import { readBody } from "./read-body.ts";

export interface ActionEffects {
  readonly siteIds: () => readonly string[];
  /** Called after each action and before its reply, so that whoever reads next sees what was written. */
  readonly acted: () => Promise<void>;
  /** Checks replies against their contract too: for tests. */
  readonly checkReplies: boolean;
  /** Milliseconds after which an answer is given up. */
  readonly deadlineMs: number;
}

/** An action with what it does. */
export interface BoundAction {
  readonly path: string;
  readonly mount: (effects: ActionEffects) => RequestHandler[];
}

/** `act` is given what was checked; it throws Problem for what cannot be done (404, 409), RangeError `invalid …` for what
 *  makes no sense (400), StoreError when the store is away (503). */
export function bindAction<Input extends z.ZodObject, Reply extends z.ZodType>(
  action: Action<Input, Reply>,
  act: (input: z.output<Input>) => Promise<z.input<Reply>>,
): BoundAction {
  const mount = ({ siteIds, acted, checkReplies, deadlineMs }: ActionEffects) => {
    const answer = async (req: Request, res: Response) => {
      const input = checkInput(action, req.body, pathParts(req), siteIds());
      const reply = await withDeadline(act(input), deadlineMs);
      if (checkReplies) action.reply.parse(reply);
      await acted();
      res.status(action.status).setHeader("Cache-Control", "no-store");
      res.setHeader("Content-Type", "application/json; charset=utf-8");
      res.end(JSON.stringify(reply));
    };
    return [readBody, answer];
  };
  return { path: action.path, mount };
}
