/** What the API asks for when something is to be computed from a body, or kept: one function per writing route. */
import type { z } from "zod";
import { ACTIONS, type ActionName } from "../contract/actions.ts";
import { type BoundAction, bindAction } from "./mount-action.ts";

/** Each is given what was checked; a site named in it exists. `correctRow` needs the feeds and is bound with them. */
export type Actions = {
  readonly [Name in Exclude<ActionName, "correctRow">]: (
    input: z.output<(typeof ACTIONS)[Name]["input"]>,
  ) => Promise<z.input<(typeof ACTIONS)[Name]["reply"]>>;
};

/** All of them, ready to be mounted. */
export function bindActions(actions: Actions): readonly BoundAction[] {
  return [
    bindAction("whatIf", ACTIONS.whatIf, actions.whatIf),
    bindAction("createScenario", ACTIONS.createScenario, actions.createScenario),
    bindAction("freezeScenario", ACTIONS.freezeScenario, actions.freezeScenario),
    bindAction("dropScenario", ACTIONS.dropScenario, actions.dropScenario),
    bindAction("createAnnotation", ACTIONS.createAnnotation, actions.createAnnotation),
    bindAction("withdrawAnnotation", ACTIONS.withdrawAnnotation, actions.withdrawAnnotation),
    bindAction("decideAdvice", ACTIONS.decideAdvice, actions.decideAdvice),
    bindAction("countPresses", ACTIONS.countPresses, actions.countPresses),
    bindAction("countHour", ACTIONS.countHour, actions.countHour),
    bindAction("planStaff", ACTIONS.planStaff, actions.planStaff),
  ];
}
