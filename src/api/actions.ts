/** What the API asks for when something is to be computed from a body, or kept: one function per writing route. */
import type { z } from "zod";
import { ACTIONS, type ActionName } from "../contract/actions.ts";
import { type BoundAction, bindAction } from "./mount-action.ts";

/** Each is given what was checked; a site named in it exists. */
export type Actions = {
  readonly [Name in ActionName]: (
    input: z.output<(typeof ACTIONS)[Name]["input"]>,
  ) => Promise<z.input<(typeof ACTIONS)[Name]["reply"]>>;
};

/** All of them, ready to be mounted. */
export function bindActions(actions: Actions): readonly BoundAction[] {
  return [
    bindAction(ACTIONS.whatIf, actions.whatIf),
    bindAction(ACTIONS.createScenario, actions.createScenario),
    bindAction(ACTIONS.freezeScenario, actions.freezeScenario),
    bindAction(ACTIONS.dropScenario, actions.dropScenario),
    bindAction(ACTIONS.createAnnotation, actions.createAnnotation),
    bindAction(ACTIONS.withdrawAnnotation, actions.withdrawAnnotation),
  ];
}
