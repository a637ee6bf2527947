/** The effect of one change as past days tell it. */
import type { History } from "../model.ts";
import { minutesByHour } from "./apply.ts";
import { eventEffect, freeEntryEffect } from "./events.ts";
import { groupEffect } from "./groups.ts";
import { leftOutEffect } from "./hours-left-out.ts";
import { openingEffect } from "./openings.ts";
import { type Past, pastOf } from "./past.ts";
import type { Change, Effect, NoEffect } from "./scenario.ts";
import { weatherEffect } from "./weather.ts";

export interface Subject {
  readonly history: History;
  /** Index of the series. */
  readonly series: number;
  readonly past: Past;
  /** The same series by the hour, where they are known so. */
  readonly hourly?: History;
  /** Ids of events on which entry is free. */
  readonly free: readonly string[];
}

/** @param day index of the change's day
 *  @param usual what open ordinary days around it are expected to bring, by level */
export function effectOf(
  subject: Subject,
  change: Change,
  day: number,
  usual: () => Float64Array | undefined,
): Effect | NoEffect {
  const { history, series, past, free } = subject;
  switch (change.kind) {
    case "opening":
      return openingOf(subject, change.hours, day, usual());
    case "group":
      return groupEffect(history, series, past, change.people);
    case "rain":
    case "temperature":
      return weatherEffect(history, series, past, change.kind, day, change.value);
    case "event":
      return eventEffect(past, change.event, day);
    case "free_entry":
      return freeEntryEffect(past, free, day);
  }
}

/** Where hours have hardly varied, the hours left out say what is lost at most. */
function openingOf(
  { history, series, past, hourly }: Subject,
  hours: Extract<Change, { readonly kind: "opening" }>["hours"],
  day: number,
  usual: Float64Array | undefined,
): Effect | NoEffect {
  const minutes = hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
  const others = history.set.series.flatMap((_, i) => (i === series ? [] : [pastOf(history, i)]));
  const effect = openingEffect(past, { day, minutes, usual }, others);
  const before = past.minutes[day] ?? Number.NaN;
  if (effect.kind !== "refused" || !hourly || !(before > 0) || minutes === 0 || minutes >= before)
    return effect;
  return leftOutEffect(past, hourly, series, day, minutesByHour(hours));
}
