/** What pages can send without script: each form of a page fills one writing route of the API. */
import { addDays, isLocalDate } from "../domain/time.ts";
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

/** A scenario under its name, from the same fields as the question. */
function scenarioFields({
  [BACK]: _back,
  site = "",
  name = "",
  ...asked
}: FormFields): Record<string, unknown> {
  return { site, name, changes: changesAsked(readAsked(asked)) };
}

/** The named fields as numbers where they read as such; what does not is left for the schema to refuse. */
function withNumbers(
  fields: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, unknown> {
  const read = (text: string) => (/^-?\d+$/.test(text.trim()) ? Number(text) : text);
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, names.includes(name) ? read(text) : text]),
  );
}

/** A note as its form sends it: the last day inclusive (without one, the first), the tick as browsers send it. */
function annotation({ last, counts_in_model: ticked, ...fields }: FormFields): Record<string, unknown> {
  const known = filled(fields);
  const end = last?.trim() || known.from;
  return {
    ...known,
    ...(end === undefined ? {} : { to: isLocalDate(end) ? addDays(end, 1) : end }),
    counts_in_model: ticked !== undefined,
  };
}

/** A correction as its form sends it: one field and its value, or no field and why the row is dropped. */
function correction({ [BACK]: _back, field = "", text = "", ...rest }: FormFields): Record<string, unknown> {
  const value = /^-?(?:0|[1-9]\d{0,8})$/.test(text.trim()) ? Number(text) : text.trim();
  return { ...rest, ...(field === "" ? { drop: text } : { set: { [field]: value } }) };
}

/** By name, as in `/forms/withdrawAnnotation`. */
export const FORMS: Readonly<Record<string, Form>> = {
  correctRow: { action: "correctRow", read: correction },
  countHour: { action: "countHour", read: (fields) => withNumbers(filled(fields), ["count"]) },
  createScenario: { action: "createScenario", read: scenarioFields },
  freezeScenario: { action: "freezeScenario", read: filled },
  dropScenario: { action: "dropScenario", read: filled },
  createAnnotation: { action: "createAnnotation", read: annotation },
  withdrawAnnotation: { action: "withdrawAnnotation", read: filled },
  decideAdvice: { action: "decideAdvice", read: filled },
  planStaff: { action: "planStaff", read: (fields) => withNumbers(filled(fields), ["people", "weeks"]) },
};
