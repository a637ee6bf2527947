/** Contract action → what its addresses do: read the input, check it, do it, answer. Nothing is kept. */
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
  readonly name: string;
  readonly path: string;
  /** Checks and does it. @param body as it was parsed @param path parts of the address; they win over the body
   *  @throws Problem 400 with every fault, 404, 409 */
  readonly run: (
    body: unknown,
    path: Readonly<Record<string, string>>,
    effects: ActionEffects,
  ) => Promise<unknown>;
  readonly mount: (effects: ActionEffects) => RequestHandler[];
}

/** `act` is given what was checked; it throws Problem for what cannot be done (404, 409), RangeError `invalid …` for what
 *  makes no sense (400), StoreError when the store is away (503). */
export function bindAction<Input extends z.ZodObject, Reply extends z.ZodType>(
  name: string,
  action: Action<Input, Reply>,
  act: (input: z.output<Input>) => Promise<z.input<Reply>>,
): BoundAction {
  const run: BoundAction["run"] = async (body, path, { siteIds, acted, checkReplies, deadlineMs }) => {
    const input = checkInput(action, body, path, siteIds());
    const reply = await withDeadline(act(input), deadlineMs);
    if (checkReplies) action.reply.parse(reply);
    await acted();
    return reply;
  };
  const mount = (effects: ActionEffects) => {
    const answer = async (req: Request, res: Response) => {
      const reply = await run(req.body, pathParts(req), effects);
      res.status(action.status).setHeader("Cache-Control", "no-store");
      res.setHeader("Content-Type", "application/json; charset=utf-8");
      res.end(JSON.stringify(reply));
    };
    return [readBody, answer];
  };
  return { name, path: action.path, run, mount };
}
