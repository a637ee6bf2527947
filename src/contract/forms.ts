/** What pages can send without script: each form of a page fills one writing route of the API. */
import type { ActionName } from "./actions.ts";
import { changesAsked, readAsked } from "./suppose.ts";

/** Fields as a browser sends them; one that was not sent is absent, an empty one is "". */
export type FormFields = Readonly<Record<string, string>>;

export interface Form {
  /** What it asks for. */
  readonly action: ActionName;
  /** Fields → body of the action, which is checked against its schema afterwards. Leave out what is empty. */
  readonly read: (fields: FormFields) => Readonly<Record<string, unknown>>;
}

/** Address that a form is sent to, below no language: it comes back to the page it was sent from. */
export const FORM_PREFIX = "/forms";

/** Field in which a page says where to go back to. */
export const BACK = "back";

/** Fields that were filled in, without where to go back to. */
export function filled(fields: FormFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== BACK && value.trim() !== ""),
  );
}

/** The count is text in a form. */
function countHour(fields: FormFields): Readonly<Record<string, unknown>> {
  const { count, ...rest } = filled(fields);
  return {
    ...rest,
    ...(count === undefined ? {} : { count: /^\d+$/.test(count.trim()) ? Number(count) : count }),
  };
}

/** A scenario under its name, from the same fields as the question. */
function scenarioFields({
  [BACK]: _back,
  site = "",
  name = "",
  ...asked
}: FormFields): Record<string, unknown> {
  return { site, name, changes: changesAsked(readAsked(asked)) };
}

/** By name, as in `/forms/withdrawAnnotation`. */
export const FORMS: Readonly<Record<string, Form>> = {
  countHour: { action: "countHour", read: countHour },
  createScenario: { action: "createScenario", read: scenarioFields },
  freezeScenario: { action: "freezeScenario", read: filled },
  dropScenario: { action: "dropScenario", read: filled },
  withdrawAnnotation: { action: "withdrawAnnotation", read: filled },
  decideAdvice: { action: "decideAdvice", read: filled },
};
