/** Resource `suppose`: what changes would do to one site, and the scenarios that were kept. */
import { Problem } from "../../api/problem.ts";
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { type Asked, changesAsked } from "../../contract/suppose.ts";
import type { Change, WhatIfReply } from "../../contract/what-if.ts";
import { addDays, daysIn, type LocalDate, localDate } from "../../domain/time.ts";
import { LEADS } from "../../jobs/measures.ts";
import { ask } from "../../store/query.ts";
import { siteOf, type ViewDeps } from "../deps.ts";
import { readKeptVintages } from "../kept-vintages.ts";
import { openingReply } from "../opening.ts";
import { aboutSite, begin, provenance } from "../provenance.ts";
import { forecastState } from "../queries.ts";
import { planReply, readScenarios } from "../scenarios/kept.ts";
import { toChanges } from "../scenarios/to-changes.ts";
import { scenarioView } from "../scenarios/views.ts";
import { lookUp, quantilesOf } from "../vintage.ts";
import { totalOf } from "./total.ts";

/** Days shown around what is asked, and how many of them before it where it lies further ahead. */
const SHOWN = 28;
const BEFORE = 7;
/** As many as one scenario holds. */
const MOST_CHANGES = 60;

type Query = ViewQuery<"suppose">;
type Reply = ViewReply<"suppose">;

/** @throws Problem `unknown-scenario`; RangeError for more changes than one answer holds */
export async function supposeView(deps: ViewDeps, query: Query): Promise<Reply> {
  const { store, territory } = deps;
  const { site: id, scenario, ...asked } = query;
  const site = siteOf(territory, id);
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const chosen = scenario === undefined ? null : await chosenScenario(deps, site.id, scenario);
  const changes = chosen ? chosen.scenario.changes : bounded(changesAsked(asked));
  const span = spanAround(changes, today);
  const [{ context, version }, answer, [state], vintages, kept, booking] = await Promise.all([
    begin(deps, now),
    chosen?.plan ? told(chosen.plan) : answerOf(deps, site.id, changes, today),
    ask(store, forecastState, { sites: [site.id], step: "P1D", asOf: now }),
    readKeptVintages(deps, [site.id], span, now),
    readScenarios(store, [site.id]),
    deps.bookingSites(),
  ]);
  return {
    ...provenance({
      resource: "suppose",
      query: { site: site.id, scenario, changes },
      version,
      context,
      sites: [site],
      coverage: null,
    }),
    ...aboutSite(site, territory, now),
    sites: territory.sites.map((known) => ({ id: known.id, name: known.name })),
    refused: state === undefined ? "no_data" : state.reason || null,
    reach: { from: today, last: addDays(today, LEADS.P1D - 1) },
    events: territory.calendar.events
      .filter(({ sites }) => sites.length === 0 || sites.includes(site.id))
      .map((event) => ({ id: event.id, name: event.name })),
    takes_bookings: booking.has(site.id),
    asked: scenario === undefined && asksAnything(asked) ? asked : null,
    changes,
    answer,
    days: daysIn(span).map((day) => {
      const opening = openingReply(site, day);
      const forecast = quantilesOf(lookUp(vintages.days, site.id, day));
      return { day, opening, forecast: opening.kind === "open" ? forecast : null };
    }),
    scenarios: kept,
    chosen: chosen && {
      scenario: chosen.scenario,
      followed: chosen.followed,
      measured: chosen.measured,
      inside: chosen.inside,
    },
  };
}

async function chosenScenario(deps: ViewDeps, site: string, id: string): Promise<ViewReply<"scenario">> {
  const found = await scenarioView(deps, { id });
  if (found.scenario.site === site) return found;
  throw new Problem("unknown-scenario", `unknown scenario: ${id} (it is about ${found.scenario.site})`);
}

function bounded(changes: Change[]): Change[] {
  if (changes.length <= MOST_CHANGES) return changes;
  throw new RangeError(`invalid last: ${changes.length} changes (at most ${MOST_CHANGES} in one answer)`);
}

function asksAnything(asked: Asked): boolean {
  return Object.values(asked).some((value) => value !== undefined);
}

/** Never waits long: while the thread forecasts, whoever asks is told so. */
async function answerOf(
  deps: ViewDeps,
  site: string,
  changes: readonly Change[],
  today: LocalDate,
): Promise<Reply["answer"]> {
  if (changes.length === 0) return { kind: "none" };
  const key = JSON.stringify([today, site, changes]);
  try {
    const answer = await deps.questions(key, () => deps.whatIfOf(site, toChanges(changes)));
    return answer === undefined ? { kind: "waiting" } : told(planReply(answer));
  } catch (cause) {
    if (cause instanceof Problem && cause.kind === "busy") return { kind: "waiting" };
    throw cause;
  }
}

function told({ model, origin, days }: WhatIfReply): Reply["answer"] {
  return { kind: "told", model, origin, days, total: totalOf(days) };
}

/** Four weeks from today on, or from a week before what lies further ahead or behind. */
export function spanAround(
  changes: readonly Change[],
  today: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const days = changes.map(({ day }) => day).sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const from = first >= today && last < addDays(today, SHOWN) ? today : addDays(first, -BEFORE);
  return { from, to: addDays(from, SHOWN) };
}
