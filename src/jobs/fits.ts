/** Models as they were fitted today: learning may take minutes and is worth a day, while an hour's news reaches a
 *  forecast through the history that the fitted model is asked about. */
import type { LocalDate } from "../domain/time.ts";
import type { Fitted } from "../forecast/model.ts";

/** What was fitted for a name (model, measure and step) on a day; fits anew on the first question of another day. */
export type Fits = (name: string, day: LocalDate, learn: () => Fitted) => Fitted;

/** Remembers one fit per name. */
export function rememberFits(): Fits {
  const known = new Map<string, { readonly day: LocalDate; readonly fitted: Fitted }>();
  return (name, day, learn) => {
    const before = known.get(name);
    if (before?.day === day) return before.fitted;
    // Both at once would be twice the memory.
    known.delete(name);
    const fitted = learn();
    known.set(name, { day, fitted });
    return fitted;
  };
}

/** Fits at every question. */
export const alwaysFit: Fits = (_name, _day, learn) => learn();
