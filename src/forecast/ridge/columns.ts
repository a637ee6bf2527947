/** The columns of the calendar regression: what each stands for, how freely it may move, and its value on a day.
 *  All sites share them, so that their effects can be pooled; a column that never happens at a site stays 0 there. */
import type { DayCalendar } from "../calendar.ts";
import type { DayKind } from "../special-day.ts";
import type { Scale } from "./covariates.ts";
import { type EasterOf, rememberEaster } from "./easter.ts";
import type { Prior, RidgeTuning } from "./tuning.ts";

/** Which driver of an explanation a column belongs to. */
export type Part = "ordinary" | "season" | "school" | "special" | "weather";

export interface Column {
  readonly name: string;
  readonly part: Part;
  readonly prior: Prior;
}

export interface Columns {
  readonly list: readonly Column[];
  readonly tuning: RidgeTuning;
  readonly easterOf: EasterOf;
  /** Column by special label, kind or "week of …". */
  readonly named: ReadonlyMap<string, number>;
  /** By covariate name: the first of its two columns (linear, square), and its scale. */
  readonly covariates: ReadonlyMap<string, { readonly column: number; readonly scale: Scale }>;
  /** First column of each block. */
  readonly at: {
    readonly season: number;
    readonly weekend: number;
    readonly easter: number;
    readonly years: number;
    readonly school: number;
    /** −1 where nobody knows of neighbours. */
    readonly neighbours: number;
  };
}

const kinds: readonly DayKind[] = ["holiday", "event", "bridge", "eve", "after", "between"];
/** Centres of the weeks around Easter, in days from Easter Sunday. */
const easterWeeks = [-14, -7, 0, 7, 14];
const TURN = (2 * Math.PI) / 365.2425;
/** Most recurring special days that get a column of their own. */
const MOST_LABELS = 60;

/** Lays out the columns for the calendars at hand. known: days before the origin; scales: by covariate. */
export function makeColumns(
  calendars: readonly DayCalendar[],
  known: number,
  scales: ReadonlyMap<string, Scale>,
  tuning: RidgeTuning,
): Columns {
  const list: Column[] = [];
  const add = (name: string, part: Part, prior: Prior) => list.push({ name, part, prior }) - 1;
  add("mean", "ordinary", { common: 1, own: 4 });
  for (let w = 0; w < 7; w++) add(`weekday ${w}`, "ordinary", tuning.weekday);
  const season = list.length;
  for (let k = 1; k <= tuning.pairs; k++) {
    for (const wave of ["cos", "sin"]) add(`${wave} ${k}`, "season", scaled(tuning.season, 1 / (k * k)));
  }
  const weekend = list.length;
  for (let k = 1; k <= tuning.weekendPairs; k++) {
    for (const wave of ["cos", "sin"])
      add(`weekend ${wave} ${k}`, "season", scaled(tuning.weekend, 1 / (k * k)));
  }
  const easter = list.length;
  for (const week of easterWeeks) add(`easter ${week}`, "season", tuning.easter);
  const years = list.length;
  for (const who of ["own", "all"])
    for (const days of ["workdays", "weekend"]) add(`last years ${who} ${days}`, "season", tuning.years);
  const school = list.length;
  if (calendars.some((calendar) => calendar.school.includes(1))) {
    for (const days of ["workdays", "weekend"]) add(`school ${days}`, "school", tuning.school);
  }
  const neighbours = calendars.some((calendar) => calendar.neighbours !== null) ? list.length : -1;
  if (neighbours >= 0) {
    for (const days of ["workdays", "weekend"]) add(`neighbours ${days}`, "school", tuning.school);
  }
  const named = new Map<string, number>();
  for (const name of recurring(calendars, known)) {
    const prior = name.startsWith("week ")
      ? tuning.week
      : name.startsWith("kind ")
        ? tuning.kind
        : tuning.label;
    named.set(name, add(name, "special", prior));
  }
  const covariates = new Map<string, { column: number; scale: Scale }>();
  for (const [name, scale] of scales) {
    covariates.set(name, { column: add(name, "weather", tuning.weather), scale });
    add(`${name} squared`, "weather", scaled(tuning.weather, 0.25));
  }
  return {
    list,
    tuning,
    easterOf: rememberEaster(),
    named,
    covariates,
    at: { season, weekend, easter, years, school, neighbours },
  };
}

function scaled({ common, own }: Prior, factor: number): Prior {
  return { common: common * factor, own: own * factor };
}

/** Kinds and labels that happened before the origin, the most frequent first. */
function recurring(calendars: readonly DayCalendar[], known: number): string[] {
  const seen = new Map<string, number>();
  for (const calendar of new Set(calendars)) {
    for (let day = 0; day < known; day++) {
      for (const name of namesOf(calendar, day)) seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return [
    ...kinds.map((kind) => `kind ${kind}`).filter((name) => seen.has(name)),
    ...[...seen]
      .filter(([name]) => !name.startsWith("kind "))
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([name]) => name)
      .slice(0, MOST_LABELS),
  ];
}

function namesOf(calendar: DayCalendar, day: number): string[] {
  const special = calendar.special.get(day);
  if (special) return [`kind ${special.kind}`, ...special.labels];
  const weekday = weekdayOf(calendar.firstDay + day);
  for (let back = 2; back <= weekday; back++) {
    const before = calendar.special.get(day - back);
    const label = before?.kind === "holiday" ? before.labels[0] : undefined;
    if (label !== undefined) return [`week ${label}`];
  }
  return [];
}

function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Writes the calendar's part of one day (index) into `row`; covariates are left 0.
 *  share: how much a holiday is like a Sunday at the site, 0–1. */
export function fillRow(
  { named, at, tuning, list, easterOf }: Columns,
  calendar: DayCalendar,
  day: number,
  share: number,
  row: Float64Array,
): void {
  row.fill(0);
  const number = calendar.firstDay + day;
  const weekday = weekdayOf(number);
  const sunday = calendar.holiday[day] === 1 ? share : 0;
  row[0] = 1;
  row[1 + weekday] = 1 - sunday;
  row[7] = (row[7] ?? 0) + sunday;
  const weekend = weekday >= 5 ? 1 : sunday;
  for (let k = 1; k <= Math.max(tuning.pairs, tuning.weekendPairs); k++) {
    const [cos, sin] = [Math.cos(k * TURN * number), Math.sin(k * TURN * number)];
    const here = 2 * (k - 1);
    if (k <= tuning.pairs) row.set([cos, sin], at.season + here);
    if (k <= tuning.weekendPairs) row.set([weekend * cos, weekend * sin], at.weekend + here);
  }
  const offset = number - easterOf(number);
  for (const [i, week] of easterWeeks.entries())
    row[at.easter + i] = Math.max(0, 1 - Math.abs(offset - week) / 7);
  if (list[at.school]?.part === "school" && calendar.school[day] === 1)
    row[at.school + (weekday >= 5 ? 1 : 0)] = 1;
  const away = calendar.neighbours?.[day] ?? Number.NaN;
  if (at.neighbours >= 0 && !Number.isNaN(away)) row[at.neighbours + (weekday >= 5 ? 1 : 0)] = away;
  for (const name of namesOf(calendar, day)) {
    const column = named.get(name);
    if (column !== undefined) row[column] = 1;
  }
}
