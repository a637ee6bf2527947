/** The effect of one change as past days tell it. */
import type { History } from "../model.ts";
import { eventEffect, freeEntryEffect } from "./events.ts";
import { groupEffect } from "./groups.ts";
import { openingEffect } from "./openings.ts";
import { type Past, pastOf } from "./past.ts";
import type { Change, Effect, NoEffect } from "./scenario.ts";
import { weatherEffect } from "./weather.ts";

export interface Subject {
  readonly history: History;
  /** Index of the series. */
  readonly series: number;
  readonly past: Past;
  /** Ids of events on which entry is free. */
  readonly free: readonly string[];
}

/** @param day index of the change's day
 *  @param usual what open ordinary days around it are expected to bring, by level */
export function effectOf(
  { history, series, past, free }: Subject,
  change: Change,
  day: number,
  usual: () => Float64Array | undefined,
): Effect | NoEffect {
  switch (change.kind) {
    case "opening": {
      const minutes = change.hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
      const others = history.set.series.flatMap((_, i) => (i === series ? [] : [pastOf(history, i)]));
      return openingEffect(past, { day, minutes, usual: usual() }, others);
    }
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
