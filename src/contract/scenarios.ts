/** /scenarios: changes that are kept, frozen as the plan, and followed. */
import { z } from "zod";
import { defineAction } from "./action.ts";
import { At, Day, Provenance, Range, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";
import { Changes, WhatIfReply } from "./what-if.ts";

const ScenarioId = z.string().regex(/^[0-9a-z]{1,16}$/);

export const Scenario = z.object({
  id: ScenarioId,
  site: z.string(),
  name: z.string(),
  created_at: At,
  changes: Changes,
  /** A draft may be frozen once and is the plan from then on; dropped ones are listed no more. */
  status: z.enum(["draft", "plan", "dropped"]),
  frozen_at: At.nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

/** One day of the plan beside what came. */
export const FollowedDay = z.object({
  day: Day,
  /** As forecast when it was frozen: 8 times in 10. */
  plan: Range,
  median: z.number().nonnegative(),
  /** Null while nothing is known. */
  visits: z.number().nonnegative().nullable(),
  /** Null on days that have not begun. */
  state: ValueState.nullable(),
  /** True while the day goes on, and while what is missing of it may still come in time. */
  provisional: z.boolean(),
  /** Null until the day was measured whole. */
  inside: z.boolean().nullable(),
});
export type FollowedDay = z.infer<typeof FollowedDay>;

export const scenariosRoute = defineRoute({
  path: "/scenarios",
  summary: "Scenarios that were kept and not dropped, newest first.",
  query: z.object({ site: z.string().optional() }),
  reply: z.object({ rows: z.array(Scenario) }),
});

export const scenarioRoute = defineRoute({
  path: "/scenarios/{id}",
  summary: "One scenario; when it was frozen, the plan beside what was measured since.",
  query: z.object({ id: ScenarioId }),
  reply: Provenance.extend({
    scenario: Scenario,
    /** The forecast as it was frozen; null before that. */
    plan: WhatIfReply.nullable(),
    followed: z.array(FollowedDay),
    /** Days measured whole, and those of them inside the plan's range. */
    measured: z.int().nonnegative(),
    inside: z.int().nonnegative(),
  }),
});

export const createScenarioAction = defineAction({
  path: "/scenarios",
  summary: "Keeps a scenario as a draft.",
  input: z.strictObject({ site: z.string(), name: z.string().trim().min(1).max(120), changes: Changes }),
  reply: Scenario,
  status: 201,
});

export const freezeScenarioAction = defineAction({
  path: "/scenarios/{id}/freeze",
  summary: "Makes a draft the plan, with the forecast as it is now. The body is {}.",
  input: z.strictObject({ id: ScenarioId }),
  reply: z.object({ scenario: Scenario, plan: WhatIfReply }),
  status: 200,
});

export const dropScenarioAction = defineAction({
  path: "/scenarios/{id}/drop",
  summary: "Takes a draft or a plan off the list. The body is {}.",
  input: z.strictObject({ id: ScenarioId }),
  reply: Scenario,
  status: 200,
});
