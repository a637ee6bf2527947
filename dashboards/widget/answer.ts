/** The widget's sentence: when it will be calm next, or why that is not known. */
import type { DayPart, QuietHours, QuietLevel } from "../../src/contract/quiet-hours.ts";
import type { Words } from "../i18n/catalog.ts";

/** Calm times named in the sentence. */
const NAMED = 2;

export function quietAnswer(quiet: QuietHours, words: Words): string {
  const { widget } = words.t;
  const open = quiet.days.some(({ opening }) => opening.kind === "open");
  if (!open) return widget.closed;
  if (quiet.unknown !== null) return widget.unknown[quiet.unknown];
  const calm = timesOf(quiet, "quiet");
  if (calm.length > 0) return widget.calm(times(calm.slice(0, NAMED), words));
  const moderate = timesOf(quiet, "moderate");
  if (moderate.length > 0) return widget.moderate(times(moderate.slice(0, NAMED), words));
  return timesOf(quiet, "busy").length > 0 ? widget.busy : widget.unknown.no_forecast;
}

interface Time {
  readonly day: string;
  readonly part: DayPart;
}

/** At most one a day, so that two times are two days. */
function timesOf({ days }: QuietHours, level: QuietLevel): Time[] {
  return days.flatMap(({ day, parts }) => {
    const found = parts.find((one) => one.level === level);
    return found ? [{ day, part: found.part }] : [];
  });
}

function times(list: readonly Time[], { f, t }: Words): string {
  return f.list(list.map(({ day, part }) => t.widget.time(f.weekday(day), part)));
}
