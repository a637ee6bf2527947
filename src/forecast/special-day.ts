/** Tells whether a day is other than its weekday says, and which recurring day it is. */

/** What makes a day special, strongest first. `between` = among holidays that lie close together. */
export type DayKind = "holiday" | "event" | "bridge" | "eve" | "after" | "between";

/** A day that is not ordinary. */
export interface SpecialDay {
  readonly kind: DayKind;
  /** Labels that the same day of other years carries too, most telling first. */
  readonly labels: readonly string[];
}

/** Days between two holidays this near to each other are a time of their own (Christmas to New Year). */
const NEAR = 7;
/** Nearest that the one before may be for the rest of a week to belong to that time (not Easter). */
const APART = 5;

/** Classifies a day (index). weekday: 0 Monday … 6 Sunday; holidays: key by day; events: ids on this day. */
export function specialDay(
  day: number,
  weekday: number,
  holidays: ReadonlyMap<number, string>,
  events: readonly string[],
): SpecialDay | undefined {
  const holiday = holidays.get(day);
  const named = events.map((id) => `event ${id}`);
  if (holiday !== undefined) {
    const plain = `holiday ${holiday}`;
    const both = named.length > 0 ? [`${plain} + ${named.join(" + ")}`] : [];
    return { kind: "holiday", labels: [...both, plain, ...named] };
  }
  if (named.length > 0) return { kind: "event", labels: named };
  return besideHoliday(day, weekday, holidays) ?? betweenHolidays(day, weekday, holidays);
}

function besideHoliday(
  day: number,
  weekday: number,
  holidays: ReadonlyMap<number, string>,
): SpecialDay | undefined {
  const next = holidays.get(day + 1);
  const last = holidays.get(day - 1);
  const labels = [
    ...(next === undefined ? [] : [`eve ${next}`]),
    ...(last === undefined ? [] : [`after ${last}`]),
  ];
  if (labels.length === 0) return undefined;
  const bridge = (weekday === 4 && last !== undefined) || (weekday === 0 && next !== undefined);
  return { kind: bridge ? "bridge" : next === undefined ? "after" : "eve", labels };
}

/** Offices stay empty from Christmas until the weekend after New Year, and so does the town around them. */
function betweenHolidays(
  day: number,
  weekday: number,
  holidays: ReadonlyMap<number, string>,
): SpecialDay | undefined {
  for (let gap = 2; gap < NEAR; gap++) {
    const last = holidays.get(day - gap);
    if (last === undefined) continue;
    for (let rest = 2; gap + rest <= NEAR; rest++) {
      const label = `between ${last} ${weekday >= 5 ? "weekend" : "workday"}`;
      if (holidays.has(day + rest)) return { kind: "between", labels: [label] };
    }
    for (let back = APART; back <= NEAR && weekday < 5 && weekday >= gap; back++) {
      if (holidays.has(day - gap - back)) return { kind: "between", labels: [`week of ${last}`] };
    }
  }
  return undefined;
}
