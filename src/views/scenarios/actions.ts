/** What can be done with scenarios: ask, keep, freeze, drop. */
import type { Actions } from "../../api/actions.ts";
import { Problem } from "../../api/problem.ts";
import type { Scenario } from "../../contract/scenarios.ts";
import type { RecordSink } from "../../domain/sink.ts";
import type { Territory } from "../../domain/site.ts";
import { type Instant, toIso } from "../../domain/time.ts";
import type { Change } from "../../forecast/what-if/scenario.ts";
import type { WhatIfAnswer } from "../../jobs/what-if/answer.ts";
import type { Store } from "../../store/connect.ts";
import { hashId } from "../../store/hash-id.ts";
import { annotationActions } from "../annotations/actions.ts";
import { type AskAdvice, adviceActions } from "../flows/actions.ts";
import { staffingActions } from "../staffing/actions.ts";
import { tallyActions } from "../tally/actions.ts";
import { planReply, readScenario, writeScenario } from "./kept.ts";
import { toChanges } from "./to-changes.ts";

export interface ActionDeps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly territory: Territory;
  /** Takes what is counted by hand. */
  readonly sink: RecordSink;
  /** Computes elsewhere: the thread that answers is not held up. */
  readonly whatIf: (site: string, changes: readonly Change[]) => Promise<WhatIfAnswer>;
  readonly advised: AskAdvice;
}

export function createActions({ store, now, territory, sink, whatIf, advised }: ActionDeps): Actions {
  return {
    ...annotationActions(store, now),
    ...adviceActions(store, now, advised),
    ...tallyActions({ territory, sink, now }),
    ...staffingActions(store, now),
    whatIf: async ({ site, changes }) => planReply(await whatIf(site, toChanges(changes))),

    async createScenario({ site, name, changes }) {
      const at = now();
      const id = hashId(JSON.stringify([site, name, changes, at])).toString(36);
      const draft = {
        id,
        site,
        name,
        changes,
        status: "draft",
        created_at: toIso(at),
        frozen_at: null,
      } as const;
      await writeScenario(store, { scenario: draft, plan: null });
      return draft;
    },

    async freezeScenario({ id }) {
      const { scenario } = await readScenario(store, id);
      if (scenario.status !== "draft")
        throw new Problem("conflict", `only a draft can be frozen: ${told(scenario)}`);
      const plan = await whatIf(scenario.site, toChanges(scenario.changes));
      const reasons = plan.days.flatMap((day) => (day.kind === "refused" ? day.reasons : []));
      if (plan.days.every(({ kind }) => kind === "refused")) {
        throw new Problem("conflict", `there is no forecast to freeze: ${reasons.join("; ")}`);
      }
      const frozen: Scenario = { ...scenario, status: "plan", frozen_at: toIso(now()) };
      await writeScenario(store, { scenario: frozen, plan });
      return { scenario: frozen, plan: planReply(plan) };
    },

    async dropScenario({ id }) {
      const { scenario, plan } = await readScenario(store, id);
      if (scenario.status === "dropped") return scenario;
      const dropped: Scenario = { ...scenario, status: "dropped" };
      await writeScenario(store, { scenario: dropped, plan });
      return dropped;
    },
  };
}

function told({ status, frozen_at }: Scenario): string {
  return status === "plan" ? `it has been the plan since ${frozen_at}` : "it was dropped";
}
