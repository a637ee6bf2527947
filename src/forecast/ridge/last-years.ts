/** What the same weeks of past years were like against the weeks around them: short school holidays, fairs and other
 *  yearly weeks that no calendar names. Workdays and weekends are compared apart. */
import type { Site } from "../base/site.ts";
import { type EasterOf, rememberEaster } from "./easter.ts";

/** Years looked back. */
const YEARS = 3;
/** Weeks on either side that a week is compared with. */
const AROUND = 6;
/** Days from Easter within which weeks go with Easter and not with the date. */
const EASTER = 21;

/** By week of the axis (the first is that of day 0, weeks begin on Monday): log of workdays, and of weekends,
 *  against the same in the weeks around; NaN where too little was observed. */
interface Weeks {
  readonly work: Float64Array;
  readonly weekend: Float64Array;
}

/** Log by day of the axis: how the same week of past years stood out, mean of the years known; NaN where none is.
 *  logs: by day, NaN = not observed. For a day t only days before t − 330 count. */
export function lastYears({ table, weekday, ordinary }: Site, logs: Float64Array): Float64Array {
  const usual = Array.from({ length: 7 }, (_, w) =>
    mean(logs.filter((_log, day) => weekday[day] === w && ordinary[day] === 1)),
  );
  const flat = logs.map((log, day) =>
    ordinary[day] === 1 ? log - (usual[weekday[day] ?? 0] ?? 0) : Number.NaN,
  );
  const easter = rememberEaster();
  const first = weekday[0] ?? 0;
  const weeks: Weeks = { work: standOut(flat, first, 0, 5), weekend: standOut(flat, first, 5, 7) };
  return logs.map((_, day) => {
    const group = (weekday[day] ?? 0) >= 5 ? weeks.weekend : weeks.work;
    const found: number[] = [];
    for (let years = 1; years <= YEARS; years++) {
      const past = yearsBefore(table.firstDay + day, years, easter) - table.firstDay;
      const log = past < 0 ? Number.NaN : (group[Math.floor((past + first) / 7)] ?? Number.NaN);
      if (!Number.isNaN(log)) found.push(log);
    }
    return mean(found);
  });
}

function standOut(flat: Float64Array, first: number, from: number, to: number): Float64Array {
  const weeks = Math.ceil((flat.length + first) / 7);
  const own = Float64Array.from({ length: weeks }, (_, week) => {
    const start = week * 7 - first;
    const days = flat.subarray(Math.max(0, start + from), Math.max(0, start + to));
    return mean(days);
  });
  return own.map((log, week) => {
    const others = [
      ...own.subarray(Math.max(0, week - AROUND), week),
      ...own.subarray(week + 1, week + 1 + AROUND),
    ];
    return others.filter((other) => !Number.isNaN(other)).length < AROUND ? Number.NaN : log - mean(others);
  });
}

/** The same weekday in the same week of an earlier year (day numbers); around Easter, as far from Easter. NaN when
 *  that week belonged to Easter then and does not now. */
function yearsBefore(day: number, years: number, easter: EasterOf): number {
  const offset = day - easter(day);
  if (Math.abs(offset) <= EASTER) return easter(day, years) + offset;
  const past = day - 7 * Math.round((365.2425 * years) / 7);
  return Math.abs(past - easter(past)) <= EASTER ? Number.NaN : past;
}

/** Without NaN; NaN when nothing is left. */
function mean(values: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

/** Mean over sites by day, drawn towards 0 while few sites know the week; 0 where none does. */
export function lastYearsOfAll(sites: readonly Float64Array[], days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => {
    let sum = 0;
    let count = 0;
    for (const site of sites) {
      const log = site[day] ?? Number.NaN;
      if (Number.isNaN(log)) continue;
      sum += log;
      count++;
    }
    return sum / (count + 1);
  });
}
