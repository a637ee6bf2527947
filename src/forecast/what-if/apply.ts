/** The history as it would be if something were otherwise: what models are asked about for the "after". */
import { dayNumber } from "../../domain/time.ts";
import type { DayCalendar } from "../calendar.ts";
import type { BookingCurve, Covariate } from "../inputs.ts";
import type { History } from "../model.ts";
import type { SpecialDay } from "../special-day.ts";
import type { Change } from "./scenario.ts";

/** Applies changes to one series (by index), in order. What no model could know of (free entry, opening hours where
 *  none are known at all) changes nothing. Nothing of the history given is written to. */
export function withChanges(history: History, series: number, changes: readonly Change[]): History {
  return changes.reduce((changed, change) => withChange(changed, series, change), history);
}

function withChange(history: History, series: number, change: Change): History {
  const day = dayNumber(change.day) - history.set.axis.firstDay;
  const calendar = history.calendars[series];
  switch (change.kind) {
    case "opening": {
      if (!calendar?.open) return history;
      return withCalendar(history, series, withHours(calendar, day, change.hours));
    }
    case "event":
      return calendar ? withCalendar(history, series, withEvent(calendar, day, change.event)) : history;
    case "group":
      return withBooking(history, series, dayNumber(change.day), change.people);
    case "rain":
    case "temperature":
      return withIssue(history, series, change.kind, day, change.value);
    case "free_entry":
      return history;
  }
}

function withCalendar(history: History, series: number, calendar: DayCalendar): History {
  return { ...history, calendars: history.calendars.with(series, calendar) };
}

function withHours(
  calendar: DayCalendar,
  day: number,
  spans: readonly { readonly fromMinute: number; readonly toMinute: number }[],
): DayCalendar {
  const open = calendar.open ? Float32Array.from(calendar.open) : null;
  open?.set(minutesByHour(spans), day * 24);
  return { ...calendar, open };
}

/** Minutes open per wall-clock hour, 24. */
export function minutesByHour(
  spans: readonly { readonly fromMinute: number; readonly toMinute: number }[],
): Float32Array {
  return Float32Array.from({ length: 24 }, (_, hour) => {
    const within = spans.map(({ fromMinute, toMinute }) =>
      Math.max(0, Math.min(toMinute, hour * 60 + 60) - Math.max(fromMinute, hour * 60)),
    );
    return Math.min(
      60,
      within.reduce((sum, minutes) => sum + minutes, 0),
    );
  });
}

/** As {@link file://../calendar.ts} compiles a day with one more event. */
function withEvent(calendar: DayCalendar, day: number, event: string): DayCalendar {
  const before = calendar.special.get(day);
  const special = new Map(calendar.special).set(day, specialWith(before, `event ${event}`));
  return { ...calendar, special };
}

function specialWith(before: SpecialDay | undefined, label: string): SpecialDay {
  if (before?.kind === "event") return { kind: "event", labels: [...before.labels, label] };
  if (before?.kind !== "holiday") return { kind: "event", labels: [label] };
  const plain = before.labels.find((known) => !known.includes(" + ")) ?? "";
  const named = before.labels.filter((known) => known.startsWith("event ")).concat(label);
  return { kind: "holiday", labels: [`${plain} + ${named.join(" + ")}`, plain, ...named] };
}

/** Booked on the last day that is known. */
function withBooking(history: History, series: number, visit: number, people: number): History {
  const curve = history.bookings?.[series];
  if (!curve || !history.bookings) return history;
  const made = (history.set.axis.day[history.origin] ?? visit) - 1;
  const rows = curve.visit.length;
  const longer: BookingCurve = {
    visit: new Int32Array(rows + 1),
    made: new Int32Array(rows + 1),
    quantity: new Float64Array(rows + 1),
  };
  longer.visit.set(curve.visit);
  longer.made.set(curve.made);
  longer.quantity.set(curve.quantity);
  longer.visit[rows] = visit;
  longer.made[rows] = made;
  longer.quantity[rows] = people;
  return { ...history, bookings: history.bookings.with(series, longer) };
}

/** Issued just before the origin. */
function withIssue(history: History, series: number, name: string, step: number, value: number): History {
  const all = history.covariates;
  const own = all?.[series];
  if (!all || !own?.some((covariate) => covariate.name === name)) return history;
  const issued = (history.set.axis.start[history.origin] ?? 0) - 1;
  const changed = own.map((covariate): Covariate => {
    if (covariate.name !== name) return covariate;
    return insertIssue(covariate, issued, step, value);
  });
  return { ...history, covariates: all.with(series, changed) };
}

/** After everything issued up to then: rows stand in the order of their issue. */
function insertIssue(covariate: Covariate, issued: number, step: number, value: number): Covariate {
  const later = covariate.issued.findIndex((other) => other > issued);
  const at = later < 0 ? covariate.issued.length : later;
  const insert = (column: Float64Array, more: number) => {
    const longer = new Float64Array(column.length + 1);
    longer.set(column.subarray(0, at));
    longer[at] = more;
    longer.set(column.subarray(at), at + 1);
    return longer;
  };
  const steps = insert(Float64Array.from(covariate.step), step);
  return {
    name: covariate.name,
    issued: insert(covariate.issued, issued),
    step: Int32Array.from(steps),
    value: insert(covariate.value, value),
  };
}
