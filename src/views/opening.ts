/** Opening of a day as replies say it. */
import type { Opening } from "../contract/common.ts";
import type { HasOpening, MinuteSpan } from "../domain/opening.ts";
import type { LocalDate } from "../domain/time.ts";

/** Hours by the wall clock, or closed and why. */
export function openingReply(site: HasOpening, day: LocalDate): Opening {
  const opening = site.opening.on(day);
  if (opening.kind === "closed") return { kind: "closed", reason: opening.reason ?? null };
  return { kind: "open", hours: opening.hours.map(hoursReply) };
}

/** Hours in which at least one of the sites is open; closed, without a reason, when none is. */
export function openingOfAll(sites: readonly HasOpening[], day: LocalDate): Opening {
  const hours = sites.flatMap((site) => {
    const opening = site.opening.on(day);
    return opening.kind === "open" ? opening.hours : [];
  });
  if (hours.length === 0) return { kind: "closed", reason: null };
  const merged: { fromMinute: number; toMinute: number }[] = [];
  for (const { fromMinute, toMinute } of [...hours].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const last = merged.at(-1);
    if (last && fromMinute <= last.toMinute) last.toMinute = Math.max(last.toMinute, toMinute);
    else merged.push({ fromMinute, toMinute });
  }
  return { kind: "open", hours: merged.map(hoursReply) };
}

function hoursReply({ fromMinute, toMinute }: MinuteSpan): { from: string; to: string } {
  return { from: clockText(fromMinute), to: clockText(toMinute) };
}

/** Minutes after midnight as `HH:MM`; 1440 is `24:00`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
