/** An effect told by past days beside that of the model: the model's is the middle, and the range holds both. */
import { logOf } from "./past.ts";
import type { Effect } from "./scenario.ts";

/** What the model says of one day: median and whether it is closed. */
export interface Said {
  readonly median: number;
  readonly closed: boolean;
}

/** The model's effect on the scale of the other; undefined where it does not know such a change.
 *  @param before with nothing changed. @param after with all changes of one kind */
export function modelEffect(effect: Effect, before: Said, after: Said): number | undefined {
  if (effect.kind === "closed" || after.closed || after.median === before.median) return undefined;
  if (effect.kind === "opened") {
    if (!effect.known) return undefined;
    const usual = effect.usual[Math.floor(effect.usual.length / 2)];
    return logOf(after.median) - logOf(usual);
  }
  if (before.closed) return undefined;
  return effect.kind === "people" ? after.median - before.median : logOf(after.median) - logOf(before.median);
}

/** The same effect with the model's middle, and a range that is as wide as before around each of the two. */
export function withModel<E extends Effect>(effect: E, middle: number | undefined): E {
  if (effect.kind === "closed" || middle === undefined) return effect;
  const [under, over] = [effect.middle - effect.low, effect.high - effect.middle];
  const [least, most] = [Math.min(middle, effect.middle), Math.max(middle, effect.middle)];
  return { ...effect, low: least - under, middle, high: most + over };
}
