/** The writing routes of /api/v1, by name. The server mounts this table, /openapi.json and /docs print it. */
import { decideAdviceAction } from "./advice.ts";
import { createAnnotationAction, withdrawAnnotationAction } from "./annotations.ts";
import { correctRowAction } from "./quarantine.ts";
import { createScenarioAction, dropScenarioAction, freezeScenarioAction } from "./scenarios.ts";
import { planStaffAction } from "./staffing.ts";
import { countHourAction, countPressesAction } from "./tally.ts";
import { whatIfAction } from "./what-if.ts";

export const ACTIONS = {
  whatIf: whatIfAction,
  createScenario: createScenarioAction,
  freezeScenario: freezeScenarioAction,
  dropScenario: dropScenarioAction,
  createAnnotation: createAnnotationAction,
  withdrawAnnotation: withdrawAnnotationAction,
  decideAdvice: decideAdviceAction,
  countPresses: countPressesAction,
  countHour: countHourAction,
  planStaff: planStaffAction,
  correctRow: correctRowAction,
} as const;
export type ActionName = keyof typeof ACTIONS;
