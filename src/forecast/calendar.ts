/** Day facts → arrays by day that models read fast: what kind of day, which recurring day it is, opening hours. */
import { dayNumber } from "../domain/time.ts";
import type { DayFacts } from "./calendar-facts.ts";
import { holidayKeys, movedHolidays } from "./holiday-key.ts";
import { type SpecialDay, specialDay } from "./special-day.ts";

/** The calendar of one site over consecutive days. */
export interface DayCalendar {
  readonly firstDay: number;
  readonly days: number;
  /** Special days by index (day number − firstDay); ordinary days are absent. */
  readonly special: ReadonlyMap<number, SpecialDay>;
  /** 1 on school holidays, by day. */
  readonly school: Uint8Array;
  /** 1 = a day off by law, by day. */
  readonly holiday: Uint8Array;
  /** Share of the neighbours that are off, 0–1 by day, NaN = not known; null when no day says anything. */
  readonly neighbours: Float32Array | null;
  /** Minutes open per wall-clock hour, days × 24, NaN = not known; null when no day says anything. */
  readonly open: Float32Array | null;
}

/** Compiles facts for `days` days from `firstDay` on. Days without facts are ordinary; facts outside count only
 *  as neighbours. */
export function compileCalendar(facts: readonly DayFacts[], firstDay: number, days: number): DayCalendar {
  const school = new Uint8Array(days);
  const holiday = new Uint8Array(days);
  const events = new Map<number, readonly string[]>();
  const holidays = new Map<number, string>();
  const holidayDays: number[] = [];
  const names: string[] = [];
  let open: Float32Array | null = null;
  let neighbours: Float32Array | null = null;
  for (const fact of facts) {
    const i = dayNumber(fact.date) - firstDay;
    if (fact.holiday !== undefined) {
      holidayDays.push(i + firstDay);
      names.push(fact.holiday);
    }
    if (i < 0 || i >= days) continue;
    if (fact.schoolHoliday) school[i] = 1;
    if (fact.holiday !== undefined) holiday[i] = 1;
    if (fact.events.length > 0) events.set(i, fact.events);
    if (typeof fact.neighboursOff === "number") {
      neighbours ??= new Float32Array(days).fill(Number.NaN);
      neighbours[i] = fact.neighboursOff;
    }
    if (fact.open === null) continue;
    open ??= new Float32Array(days * 24).fill(Number.NaN);
    fillOpen(open.subarray(i * 24, i * 24 + 24), fact.open);
  }
  for (const [n, key] of holidayKeys(holidayDays, names).entries()) {
    holidays.set((holidayDays[n] ?? 0) - firstDay, key);
  }
  dropLong(events);
  const special = new Map<number, SpecialDay>();
  for (let i = 0; i < days; i++) {
    const weekday = (((firstDay + i + 3) % 7) + 7) % 7;
    const found = specialDay(i, weekday, holidays, events.get(i) ?? []);
    if (found) special.set(i, found);
  }
  for (const { day, key } of movedHolidays(holidayDays, names)) {
    const i = day - firstDay;
    if (i < 0 || i >= days) continue;
    // No more than the day itself: nobody leaves work earlier for it.
    special.set(i, { kind: "holiday", labels: [`holiday ${key}`, ...(special.get(i)?.labels ?? [])] });
  }
  return { firstDay, days, special, school, holiday, neighbours, open };
}

function fillOpen(hours: Float32Array, spans: readonly { fromMinute: number; toMinute: number }[]): void {
  hours.fill(0);
  for (const { fromMinute, toMinute } of spans) {
    for (let h = Math.floor(fromMinute / 60); h * 60 < toMinute && h < 24; h++) {
      const minutes = Math.min(toMinute, h * 60 + 60) - Math.max(fromMinute, h * 60);
      hours[h] = Math.min(60, (hours[h] ?? 0) + Math.max(0, minutes));
    }
  }
}

/** An event that lasts longer than this many days is how things are for a while: the recent level follows it. */
const LONG = 14;

/** Takes long events out of the days, in place. */
function dropLong(events: Map<number, readonly string[]>): void {
  const runs = new Map<string, number[]>();
  const days = [...events.keys()].sort((a, b) => a - b);
  const long = new Map<number, Set<string>>();
  const close = (id: string) => {
    const run = runs.get(id) ?? [];
    if (run.length <= LONG) return;
    for (const day of run) long.set(day, (long.get(day) ?? new Set()).add(id));
  };
  for (const day of days) {
    for (const id of events.get(day) ?? []) {
      const run = runs.get(id);
      if (run?.at(-1) === day - 1) run.push(day);
      else {
        close(id);
        runs.set(id, [day]);
      }
    }
  }
  for (const id of runs.keys()) close(id);
  for (const [day, ids] of long) {
    const left = (events.get(day) ?? []).filter((id) => !ids.has(id));
    if (left.length > 0) events.set(day, left);
    else events.delete(day);
  }
}
