/** What pages can send without script: each form of a page fills one writing route of the API. */
import { addDays, isLocalDate } from "../domain/time.ts";
import type { ActionName } from "./actions.ts";

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

/** By name, as in `/forms/withdrawAnnotation`. */
export const FORMS: Readonly<Record<string, Form>> = {
  createAnnotation: { action: "createAnnotation", read: annotation },
  withdrawAnnotation: { action: "withdrawAnnotation", read: filled },
};
