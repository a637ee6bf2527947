/** What an effect is, in shares and in people. */
import type { LocalDate } from "../../domain/time.ts";
import type { Refusal } from "../model.ts";
import type { Estimate, LogEffect } from "./estimate.ts";

/** One placebo: the same looked for where nothing was done. */
export interface Placebo {
  /** First day. */
  readonly date: LocalDate;
  /** As {@link Effect.share}. */
  readonly share: number;
}

/** One day that was measured. */
export interface DayOfEffect {
  readonly date: LocalDate;
  /** People who came, and who would have come without. */
  readonly measured: number;
  readonly without: number;
}

/** Effect on one series, over the days of it that were observed. Ranges hold 8 times in 10. */
export interface Effect {
  readonly kind: "effect";
  readonly id: string;
  /** Oldest first; `without` sums to the counterfactual. */
  readonly byDay: readonly DayOfEffect[];
  /** People measured on them. */
  readonly measured: number;
  /** People who would have come without. */
  readonly counterfactual: Estimate;
  /** measured / counterfactual − 1. */
  readonly share: Estimate;
  /** measured − counterfactual, in all and by day measured; the range is that of `share`, chance of what came included. */
  readonly people: Estimate;
  readonly perDay: Estimate;
  readonly placebos: readonly Placebo[];
  /** Share of placebos as far out, the effect itself counted among them. */
  readonly chance: number;
  /** Other sites that say how the time was in general, and how much of their move is taken off (0 = not used). */
  readonly controls: readonly string[];
  readonly controlWeight: number;
}

export type EffectAnswer = Effect | Refusal;

/** Turns a log effect on the sum over days into an answer. byDay: `without` up to a common factor. */
export function toEffect(
  id: string,
  byDay: readonly DayOfEffect[],
  log: LogEffect,
  dates: readonly LocalDate[],
  controls: Pick<Effect, "controls" | "controlWeight"> = { controls: [], controlWeight: 0 },
): Effect {
  const measured = byDay.reduce((sum, day) => sum + day.measured, 0);
  const hoped = byDay.reduce((sum, day) => sum + day.without, 0);
  const share = mapped(log, Math.expm1);
  const without = mapped(log, (effect) => measured * Math.exp(-effect));
  const people = mapped(share, (part) => part * without.value);
  return {
    kind: "effect",
    id,
    byDay: byDay.map((day) => ({ ...day, without: hoped > 0 ? (day.without / hoped) * without.value : 0 })),
    measured,
    // After a falling function the ends change places.
    counterfactual: { value: without.value, low: without.high, high: without.low },
    share,
    people,
    perDay: mapped(people, (sum) => sum / byDay.length),
    placebos: log.placebos.map((off, i) => ({ date: dates[i] ?? "", share: Math.expm1(off) })),
    chance: log.chance,
    ...controls,
  };
}

function mapped({ value, low, high }: Estimate, by: (value: number) => number): Estimate {
  return { value: by(value), low: by(low), high: by(high) };
}
