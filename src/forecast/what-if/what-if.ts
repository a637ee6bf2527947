/** What would change if something were otherwise: the same fitted model asked about the changed history, and a range from
 *  how such changes turned out in the past, which is all that can be known of them. Refused where the past says too
 *  little. Differences of two forecasts' bands would be no range: both hold the same luck. */
import { dayNumber, type LocalDate } from "../../domain/time.ts";
import type { Fitted, Forecast, History, Refusal } from "../model.ts";
import { withChanges } from "./apply.ts";
import { combine } from "./combine.ts";
import { effectOf, type Subject } from "./effects.ts";
import { pastOf } from "./past.ts";
import type { Change, DayAnswer, Effect } from "./scenario.ts";
import { usualAround } from "./usual.ts";
import { modelEffect, type Said, withModel } from "./with-model.ts";
import { signed } from "./words.ts";

export interface WhatIfRequest {
  /** Index of the series. */
  readonly series: number;
  /** At least one. */
  readonly changes: readonly Change[];
  /** Ascending, with 0.1, 0.5 and 0.9 among them, and 0.5 in the middle. */
  readonly levels: readonly number[];
  /** Ids of events on which entry is free. */
  readonly free: readonly string[];
  /** The same series by the hour, in the same order, known up to its own origin. */
  readonly hourly?: History;
  /** Days from the origin on that may be asked about. */
  readonly leads: number;
  /** Has learned from this history or an earlier one. */
  readonly fitted: Fitted;
}

/** One answer per day that changes, in order. Days by day.
 *  @param history known up to its origin; nothing from there on is read, but what calendars say of days to come */
export function whatIf(history: History, request: WhatIfRequest): readonly DayAnswer[] {
  const { series, changes, free, leads, hourly } = request;
  const { firstDay } = history.set.axis;
  const { origin } = history;
  const lead = (day: LocalDate) => dayNumber(day) - firstDay - origin;
  const days = [...new Set(changes.map(({ day }) => day))].sort();
  const inside = changes.filter(({ day }) => lead(day) >= 0 && lead(day) < leads);
  const reach = Math.max(1, ...inside.map(({ day }) => lead(day) + 1));
  // Days around one that opens tell how busy it is then.
  const asked = Math.min(leads, reach + AROUND);
  const ask = (changed: History) => answerOf(request, changed, asked);
  const before = ask(history);
  const kinds = new Set(inside.map(({ kind }) => kind));
  const after = new Map(
    [...kinds].map((kind) => {
      const own = inside.filter((change) => change.kind === kind);
      return [kind, kind === "free_entry" ? before : ask(withChanges(history, series, own))] as const;
    }),
  );
  const subject = { history, series, past: pastOf(history, series), free, ...(hourly ? { hourly } : {}) };
  return days.map((day): DayAnswer => {
    const own = changes.filter((change) => change.day === day);
    if (lead(day) < 0) return { kind: "refused", day, reasons: ["that day is over"] };
    if (lead(day) >= leads) return { kind: "refused", day, reasons: [`forecasts reach ${leads} days ahead`] };
    if (before.kind === "refused") return { kind: "refused", day, reasons: [before.reason] };
    return dayAnswer(subject, { day, changes: own, lead: lead(day), before, after });
  });
}

/** Days after the last one asked about that are forecast too. */
const AROUND = 10;

function answerOf(
  { series, levels, fitted }: WhatIfRequest,
  history: History,
  leads: number,
): Forecast | Refusal {
  const answer = fitted.forecast(history, { leads, levels })[series];
  if (!answer) throw new RangeError(`invalid series: ${series} (the model gave no answer)`);
  return answer;
}

interface AskedDay {
  readonly day: LocalDate;
  readonly changes: readonly Change[];
  readonly lead: number;
  readonly before: Forecast;
  readonly after: ReadonlyMap<Change["kind"], Forecast | Refusal>;
}

function dayAnswer(subject: Subject, { day, changes, lead, before, after }: AskedDay): DayAnswer {
  const said = saidOf(before, lead);
  const reasons = contradictions(changes, subject.free);
  const effects: Effect[] = [];
  let basis: "model" | "past_days" = "past_days";
  const opening = changes.find(({ kind }) => kind === "opening");
  if (said.closed && !opening) reasons.push("it is closed on that day");
  const index = subject.past.origin + lead;
  for (const change of changes) {
    const effect = effectOf(subject, change, index, () => usualAround(before, lead, subject.past));
    if (effect.kind === "refused") {
      reasons.push(`${change.kind}: ${effect.reason}`);
      continue;
    }
    const other = after.get(change.kind);
    // Several groups are one change to the model, so their effects cannot be told apart there.
    const alone = changes.filter(({ kind }) => kind === change.kind).length === 1;
    const model =
      other?.kind === "forecast" && alone ? modelEffect(effect, said, saidOf(other, lead)) : undefined;
    if (model !== undefined) basis = "model";
    effects.push(withModel(effect, model));
  }
  const shut = effects.some(({ kind }) => kind === "closed");
  if (shut && changes.length > 1) reasons.push("nothing else matters on a day that is closed");
  if (reasons.length > 0) return { kind: "refused", day, reasons };
  const width = before.levels.length;
  const quantiles = before.quantiles.slice(lead * width, (lead + 1) * width);
  const { after: moved, difference } = combine(quantiles, before.levels, effects);
  const clear = difference.low > 0 || difference.high < 0;
  const because = effects.map((effect) => (effect.kind === "closed" ? "nobody comes" : effect.because));
  if (!clear) {
    const range = `between ${signed(difference.low)} and ${signed(difference.high)}`;
    because.push(`no effect could be measured: ${range}`);
  }
  return { kind: "answered", day, before: quantiles, after: moved, difference, basis, clear, because };
}

function saidOf({ quantiles, levels, closed }: Forecast, lead: number): Said {
  const median = quantiles[lead * levels.length + Math.floor(levels.length / 2)] ?? Number.NaN;
  return { median, closed: closed[lead] === 1 };
}

/** Two changes of which only one can be. */
function contradictions(changes: readonly Change[], free: readonly string[]): string[] {
  const keys = changes
    .filter(({ kind }) => kind !== "group")
    .map((change) => (change.kind === "event" ? `event ${change.event}` : change.kind));
  const twice = new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
  const reasons = [...twice].map((key) => `${key}: asked for twice`);
  const given = changes.some((change) => change.kind === "event" && free.includes(change.event));
  if (given && keys.includes("free_entry"))
    reasons.push("free_entry: the event's own effect holds it already");
  return reasons;
}
