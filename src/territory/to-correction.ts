/** A rule as written → a {@link Correction}. */
import type { Correction } from "../domain/correction.ts";
import type { CorrectionRule } from "./quarantine-fields.ts";

export function toCorrection({ where, set, replace, drop }: CorrectionRule): Correction {
  return {
    where: Object.fromEntries(Object.entries(where).map(([name, wanted]) => [name, String(wanted)])),
    ...(set === undefined ? {} : { set }),
    ...(replace === undefined ? {} : { replace }),
    ...(drop === undefined ? {} : { drop }),
  };
}
