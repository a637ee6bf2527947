/** What somebody would like to change, and what may be said of it. */
import type { LocalDate } from "../../domain/time.ts";

/** One thing that is otherwise on one day. */
export type Change =
  /** Opening hours in minutes after midnight, in order; [] = closed all day. */
  | {
      readonly kind: "opening";
      readonly day: LocalDate;
      readonly hours: readonly { readonly fromMinute: number; readonly toMinute: number }[];
    }
  /** A group that books now. */
  | { readonly kind: "group"; readonly day: LocalDate; readonly people: number }
  /** Weather in the units of the history's covariates: mm of rain, °C. */
  | { readonly kind: "rain" | "temperature"; readonly day: LocalDate; readonly value: number }
  /** One more day of an event that has an id. */
  | { readonly kind: "event"; readonly day: LocalDate; readonly event: string }
  | { readonly kind: "free_entry"; readonly day: LocalDate };

/** What a change does to the people of its day, with a range that holds 8 times in 10. */
export type Effect =
  /** By how much log(people + 1) moves. */
  | ({ readonly kind: "factor" } & Spread)
  /** People more, or fewer. */
  | ({ readonly kind: "people" } & Spread)
  /** A day that was closed opens: what an ordinary open day of that time brings, by level, and what is particular to
   *  this one, on the scale of log(people + 1). */
  | ({
      readonly kind: "opened";
      readonly usual: Float64Array;
      /** False where it never was open on such a day: then a model knows nothing either. */
      readonly known: boolean;
    } & Spread)
  /** Nobody comes. */
  | { readonly kind: "closed" };

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Past days, occurrences, weekdays or sites that it rests upon. */
  readonly seen: number;
  /** The same in words. */
  readonly because: string;
}

/** No answer, and why. */
export interface NoEffect {
  readonly kind: "refused";
  readonly reason: string;
}

/** People, lower and upper end of a range that holds 8 times in 10. */
export interface Difference {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What a scenario changes on one day. */
export type DayAnswer =
  | {
      readonly kind: "answered";
      readonly day: LocalDate;
      /** Quantiles by level, people; zeros on a day that is closed. */
      readonly before: Float64Array;
      readonly after: Float64Array;
      readonly difference: Difference;
      /** Whether the middle is the model's, or that of past days because the model does not know such a change. */
      readonly basis: "model" | "past_days";
      /** False where the range holds 0: no effect could be measured. */
      readonly clear: boolean;
      /** What the answer rests upon, in words. */
      readonly because: readonly string[];
    }
  | { readonly kind: "refused"; readonly day: LocalDate; readonly reasons: readonly string[] };

export function refused(reason: string): NoEffect {
  return { kind: "refused", reason };
}
