/** Rows of the board: one per site, worst first, and one for all together. Pure. */
import { type BoardDay, type BoardRow, BoardState } from "../contract/board.ts";
import type { Quantiles } from "../contract/common.ts";
import type { Inside } from "../contract/inside.ts";
import { nextOpening } from "../domain/opening.ts";
import type { Territory } from "../domain/site.ts";
import { type Instant, type LocalDate, toIso } from "../domain/time.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { combine } from "../visits/combine.ts";
import type { Usual } from "../visits/usual.ts";
import type { SiteDay } from "./board-site.ts";
import { openingOfAll, openingReply } from "./opening.ts";
import { rangeOf, type Spread, sumSpreads } from "./spread.ts";

/** What a row is made from. */
export interface RowParts extends SiteDay {
  /** Null without enough history, and when closed. */
  readonly usual: Usual | null;
  /** Null when closed, over, or without a forecast. */
  readonly expected: Spread | null;
  readonly days: readonly BoardDay[];
  /** Null where no door tells. */
  readonly inside: Inside | null;
}

export function siteRow(parts: RowParts, day: LocalDate, now: Instant): BoardRow {
  const { site, visits, usual, expected } = parts;
  const opening = openingReply(site, day);
  const next = opening.kind === "closed" ? nextOpening(site, now) : null;
  const habit = opening.kind === "open" ? usual : null;
  // Before its first report of the day a site stands at zero of zero, which compares nothing.
  const begun = visits.visits !== null && visits.dueMinutes > 0;
  return {
    site: site.id,
    name: site.name,
    municipality: site.municipality,
    opening,
    next_opening: next ? toIso(next.from) : null,
    state: parts.state,
    last_report: parts.knownTo === null ? null : toIso(parts.knownTo),
    missing: [...parts.missing],
    visits: visits.visits,
    bound: parts.bound,
    estimated: visits.estimated,
    estimated_share: visits.state === "estimated" ? 1 - (visits.coverage ?? 1) : 0,
    usual_now: habit?.now && begun ? rangeOf(habit.now) : null,
    usual_day: habit ? Math.round(habit.day) : null,
    inside: parts.inside,
    expected: expected ? rangeOf(expected) : null,
    days: [...parts.days],
    feeds: [...parts.feeds],
  };
}

/** Worst state first, then the larger site first, then by name. */
export function worstFirst(rows: readonly BoardRow[]): BoardRow[] {
  const order = BoardState.options;
  return [...rows].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (b.usual_day ?? -1) - (a.usual_day ?? -1) ||
      a.name.fr.localeCompare(b.name.fr, "fr"),
  );
}

/** All sites together. Usual counts the sites that have a number now, each up to its own last report: like is
 *  compared with like. */
export function territoryRow(
  { office: _office, name, sites }: Territory,
  parts: readonly RowParts[],
  day: LocalDate,
  forecastOn: (day: LocalDate) => Quantiles | null,
): BoardRow {
  const sum = combine(parts.map((part) => part.visits));
  const opening = openingOfAll(sites, day);
  const open = parts.filter((part) => part.visits.openMinutes > 0);
  const counted = open.filter((part) => part.visits.visits !== null);
  const habits = usualOfAll(counted);
  const wholeDays = open.flatMap((part) => part.usual?.day ?? []);
  const expected = open.flatMap((part) => part.expected ?? []);
  const reports = parts.flatMap((part) => part.knownTo ?? []);
  const [first] = parts;
  return {
    site: TERRITORY,
    name,
    municipality: null,
    opening,
    next_opening: null,
    state: stateOfAll(parts),
    last_report: reports.length > 0 ? toIso(Math.max(...reports)) : null,
    missing: [],
    visits: sum.visits,
    bound: boundOfAll(parts, sum.estimated),
    estimated: sum.estimated,
    estimated_share: sum.dueMinutes > 0 ? Math.min(1, sum.estimatedMinutes / sum.dueMinutes) : 0,
    usual_now: habits && counted.every((part) => part.usual?.now) ? rangeOf(habits.range) : null,
    usual_day: wholeDays.length > 0 ? Math.round(wholeDays.reduce((total, value) => total + value, 0)) : null,
    inside: null,
    expected: expected.length > 0 ? rangeOf(sumSpreads(expected)) : null,
    days: (first?.days ?? []).map((_, i) => dayOfAll(parts, i, sites, forecastOn)),
    feeds: [],
  };
}

/** How sure the sum of all sites is. @param estimated visits of it that are estimated */
export function boundOfAll(parts: readonly SiteDay[], estimated: number): BoardRow["bound"] {
  const open = parts.filter((part) => part.visits.openMinutes > 0);
  if (open.some((part) => part.visits.visits === null || part.bound === "at_least")) return "at_least";
  return estimated > 0 ? "about" : "exact";
}

/** Visits and habit of sites that have both; null when none has. */
export function usualOfAll(
  counted: readonly RowParts[],
): { readonly visits: number; readonly range: Spread } | null {
  const both = counted.filter((part) => part.usual?.now && part.visits.visits !== null);
  if (both.length === 0) return null;
  return {
    visits: both.reduce((total, part) => total + (part.visits.visits ?? 0), 0),
    range: sumSpreads(both.flatMap((part) => part.usual?.now ?? [])),
  };
}

function dayOfAll(
  parts: readonly RowParts[],
  i: number,
  sites: Territory["sites"],
  forecastOn: (day: LocalDate) => Quantiles | null,
): BoardDay {
  const own = parts.flatMap((part) => part.days[i] ?? []);
  const day = own[0]?.day ?? "";
  const booked = own.flatMap((entry) => entry.booked ?? []);
  const opening = openingOfAll(sites, day);
  // Tickets count groups on days closed to the public as visits, which the forecast of open days leaves out.
  const groups = own.reduce((total, entry) => total + (entry.group_only ? (entry.booked ?? 0) : 0), 0);
  const forecast = opening.kind === "open" ? forecastOn(day) : null;
  return {
    day,
    opening,
    forecast: forecast && shifted(forecast, groups),
    booked: booked.length > 0 ? booked.reduce((total, places) => total + places, 0) : null,
    group_only: opening.kind === "closed" && own.some((entry) => entry.group_only),
  };
}

function shifted({ q10, q25, q50, q75, q90 }: Quantiles, people: number): Quantiles {
  return { q10: q10 + people, q25: q25 + people, q50: q50 + people, q75: q75 + people, q90: q90 + people };
}

export function stateOfAll(parts: readonly SiteDay[]): BoardState {
  const states = new Set(parts.map((part) => part.state));
  const only = (...allowed: BoardState[]) => [...states].every((state) => allowed.includes(state));
  if (only("closed")) return "closed";
  if (only("closed", "no_data")) return "no_data";
  if (only("closed", "no_data", "missing")) return "missing";
  if (states.has("missing") || states.has("late") || states.has("partial") || states.has("no_data"))
    return "partial";
  return states.has("estimated") ? "estimated" : "up_to_date";
}
