/** Resource `staffing`: people needed at a desk in each half-hour of a week, beside the plan. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import type { Site } from "../../domain/site.ts";
import {
  addDays,
  daysIn,
  type Instant,
  type LocalDate,
  localDate,
  startOfDay,
  toIso,
  weekday,
} from "../../domain/time.ts";
import { ask } from "../../store/query.ts";
import { readStaffPlan } from "../../store/staff-plan.ts";
import { readBookedTaking } from "../booked.ts";
import { siteOf, type ViewDeps } from "../deps.ts";
import { readKeptVintages } from "../kept-vintages.ts";
import { openingReply } from "../opening.ts";
import { aboutSite, begin, provenance } from "../provenance.ts";
import { forecastState } from "../queries.ts";
import { lookUp, type VintageRow } from "../vintage.ts";
import { staffSteps } from "./need.ts";
import { staffTotals } from "./totals.ts";

const WEEK = 7;
/** Days that hourly forecasts reach, and the part of one at their end. */
const REACH_DAYS = 16;

export async function staffingView(
  deps: ViewDeps,
  query: ViewQuery<"staffing">,
): Promise<ViewReply<"staffing">> {
  const { store, territory } = deps;
  const site = siteOf(territory, query.site);
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const from = mondayOf(query.from ?? nextOpenDay(site, today));
  const week = { from, to: addDays(from, WEEK) };
  // The newest vintage says nothing of hours that are over: those are as they were forecast when today, and when the
  // week, began.
  const [first = today] = [from, today].sort();
  const span = { from: first, to: addDays(today, REACH_DAYS) };
  const origins = [now, startOfDay(today, territory.zone), startOfDay(first, territory.zone)];
  const read = (asOf: Instant) => readKeptVintages(deps, [site.id], span, asOf, span.to);
  const [{ context, version }, vintages, [state], plan, booked] = await Promise.all([
    begin(deps, now),
    Promise.all([...new Set(origins)].map(read)),
    ask(store, forecastState, { sites: [site.id], step: "PT1H", asOf: now }),
    readStaffPlan(store, site.id, week),
    readBookedTaking(deps, [site.id], from, WEEK, today),
  ]);
  const rows = vintages.map(({ hours }) => hours.get(site.id) ?? []);
  const hours = newestFirst(rows);
  const newest = rows[0] ?? [];
  const perPerson = site.desk?.visitsPerPerson ?? null;
  const days = daysIn(week).map((day) => {
    const opening = openingReply(site, day);
    const places = lookUp(booked, site.id, day)?.all ?? 0;
    return {
      day,
      opening,
      group_only: opening.kind === "closed" && places > 0 ? places : null,
      steps: perPerson === null ? [] : staffSteps(day, { site, perPerson, hours, plan }),
    };
  });
  const [issued] = newest;
  return {
    ...provenance({
      resource: "staffing",
      query: { site: site.id, from },
      version,
      context,
      sites: [site],
      coverage: null,
    }),
    ...aboutSite(site, territory, now),
    from,
    rule: perPerson,
    refused: state === undefined ? "no_data" : state.reason || null,
    days,
    totals: staffTotals(days),
    reach: newest.at(-1)?.day ?? null,
    plan_changed_at: plan.length > 0 ? toIso(Math.max(...plan.map(({ createdAt }) => createdAt))) : null,
    issued_at: issued ? toIso(issued.issued_at) : null,
  };
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}

/** Today where the site is open, else the next open day of four weeks, else today. */
function nextOpenDay({ opening }: Site, today: LocalDate): LocalDate {
  const days = daysIn({ from: today, to: addDays(today, 4 * WEEK) });
  return days.find((day) => opening.on(day).kind === "open") ?? today;
}

/** Hours of several vintages, each from the first that has it, in order. */
function newestFirst(vintages: readonly (readonly VintageRow[])[]): VintageRow[] {
  const known = new Map<Instant, VintageRow>();
  for (const row of vintages.flat()) if (!known.has(row.start)) known.set(row.start, row);
  return [...known.values()].sort((a, b) => a.start - b.start);
}
