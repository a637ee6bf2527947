/** Scenarios as the store keeps them and as the API shows them. */
import { Problem } from "../../api/problem.ts";
import type { Scenario } from "../../contract/scenarios.ts";
import { Changes, type WhatIfReply } from "../../contract/what-if.ts";
import { type Instant, toIso } from "../../domain/time.ts";
import { WhatIfAnswer } from "../../jobs/what-if/answer.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { insertRows } from "../../store/rows.ts";
import { nextStamp } from "../../store/stamp.ts";
import { scenarioList, scenarioOne } from "./queries.ts";

export interface KeptScenario {
  readonly scenario: Scenario;
  /** The forecast as it was frozen; null before that. */
  readonly plan: WhatIfAnswer | null;
}

/** Those of some sites that were not dropped, newest first. */
export async function readScenarios(store: Store, sites: readonly string[]): Promise<Scenario[]> {
  const rows = await ask(store, scenarioList, { sites: [...sites] });
  return rows.map(scenarioOf);
}

/** @throws Problem `unknown-scenario` */
export async function readScenario(store: Store, id: string): Promise<KeptScenario> {
  const [row] = await ask(store, scenarioOne, { id });
  if (!row) throw new Problem("unknown-scenario", `unknown scenario: ${id} (/api/v1/scenarios lists them)`);
  const plan = row.result === "" ? null : WhatIfAnswer.parse(JSON.parse(row.result));
  return { scenario: scenarioOf(row), plan };
}

/** Writes the newest state; replies kept under the state of the data before are not given any more. */
export async function writeScenario(store: Store, { scenario, plan }: KeptScenario): Promise<void> {
  const row = {
    ...scenario,
    changes: JSON.stringify(scenario.changes),
    result: plan ? JSON.stringify(plan) : "",
    version: nextStamp(),
  };
  await insertRows(store, "scenario", "scenario", [row]);
  await insertRows(store, "data_state", "data_state", [{ name: "scenarios", version: nextStamp() }]);
}

/** The same answer on the wire. */
export function planReply(answer: WhatIfAnswer): WhatIfReply {
  return { ...answer, origin: toIso(answer.origin) };
}

interface Row extends Omit<Scenario, "created_at" | "frozen_at" | "changes"> {
  readonly created_at: Instant;
  readonly frozen_at: Instant | null;
  readonly changes: string;
}

function scenarioOf({ id, site, name, status, created_at, frozen_at, changes }: Row): Scenario {
  return {
    id,
    site,
    name,
    created_at: toIso(created_at),
    changes: Changes.parse(JSON.parse(changes)),
    status,
    frozen_at: frozen_at === null ? null : toIso(frozen_at),
  };
}
