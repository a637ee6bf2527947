/** Changes as they come over the wire → as the forecast takes them. */
import type { Change as Asked } from "../../contract/what-if.ts";
import type { Change } from "../../forecast/what-if/scenario.ts";

export function toChanges(asked: readonly Asked[]): Change[] {
  return asked.map((change): Change => {
    if (change.kind !== "opening") return change;
    const hours = change.hours.map(({ from, to }) => ({
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
    }));
    return { kind: "opening", day: change.day, hours };
  });
}

/** Minutes after midnight; 24:00 = 1440. */
function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
