/** One asker per resource, with how long the hour leaves its answer alone and how much memory it may hold. */
import { ROUTES } from "../contract/routes.ts";
import { type AskerEffects, createAsker } from "./asker.ts";
import { refuseTooManyRows } from "./row-bound.ts";
import type { Views } from "./views.ts";

const MIB = 2 ** 20;
const MINUTE = 60_000;
/** Steps end on quarters, so what is provisional changes no faster. */
const QUARTER = 15 * MINUTE;

/** Answers of many pages are cut from one kept reply. */
const LONG = { maxBytes: 64 * MIB };
const SHORT = { maxBytes: 8 * MIB };

export type Askers = ReturnType<typeof createAskers>;

export function createAskers(views: Views, effects: AskerEffects) {
  return {
    sites: createAsker(ROUTES.sites, views.sites, { ...SHORT, stretchMs: MINUTE }, effects),
    visits: createAsker(
      ROUTES.visits,
      async (query) => {
        refuseTooManyRows(query, query.sites?.length ?? effects.siteIds().length);
        return views.visits(query);
      },
      { ...LONG, stretchMs: QUARTER },
      effects,
    ),
    forecasts: createAsker(
      ROUTES.forecasts,
      views.forecasts,
      { maxBytes: 16 * MIB, stretchMs: 0, territory: true },
      effects,
    ),
    scorecard: createAsker(
      ROUTES.scorecard,
      views.scorecard,
      { ...SHORT, stretchMs: 0, territory: true },
      effects,
    ),
    quality: createAsker(ROUTES.quality, views.quality, { ...SHORT, stretchMs: QUARTER }, effects),
    quarantine: createAsker(ROUTES.quarantine, views.quarantine, { ...SHORT, stretchMs: QUARTER }, effects),
    board: createAsker(ROUTES.board, views.board, { ...SHORT, stretchMs: MINUTE }, effects),
    attendance: createAsker(ROUTES.attendance, views.attendance, { ...SHORT, stretchMs: MINUTE }, effects),
    calendar: createAsker(ROUTES.calendar, views.calendar, { ...SHORT, stretchMs: QUARTER }, effects),
    comparison: createAsker(ROUTES.comparison, views.comparison, { ...SHORT, stretchMs: QUARTER }, effects),
    outlook: createAsker(ROUTES.outlook, views.outlook, { ...SHORT, stretchMs: MINUTE }, effects),
    trust: createAsker(ROUTES.trust, views.trust, { ...SHORT, stretchMs: QUARTER }, effects),
    /** Kept for a second: an answer that had not come may come any moment. */
    suppose: createAsker(ROUTES.suppose, views.suppose, { ...SHORT, stretchMs: 1_000 }, effects),
    bookings: createAsker(ROUTES.bookings, views.bookings, { ...SHORT, stretchMs: MINUTE }, effects),
    staffing: createAsker(ROUTES.staffing, views.staffing, { ...SHORT, stretchMs: MINUTE }, effects),
    scenarios: createAsker(ROUTES.scenarios, views.scenarios, { ...SHORT, stretchMs: 0 }, effects),
    scenario: createAsker(ROUTES.scenario, views.scenario, { ...SHORT, stretchMs: MINUTE }, effects),
    unusual: createAsker(ROUTES.unusual, views.unusual, { ...SHORT, stretchMs: QUARTER }, effects),
    annotations: createAsker(ROUTES.annotations, views.annotations, { ...SHORT, stretchMs: 0 }, effects),
    effects: createAsker(ROUTES.effects, views.effects, { ...SHORT, stretchMs: 24 * 60 * MINUTE }, effects),
    quietHours: createAsker(ROUTES.quietHours, views.quietHours, { ...SHORT, stretchMs: QUARTER }, effects),
    flows: createAsker(ROUTES.flows, views.flows, { ...SHORT, stretchMs: QUARTER }, effects),
    tally: createAsker(ROUTES.tally, views.tally, { ...SHORT, stretchMs: MINUTE }, effects),
    live: createAsker(ROUTES.live, views.live, { ...SHORT, stretchMs: MINUTE }, effects),
    logbook: createAsker(ROUTES.logbook, views.logbook, { ...SHORT, stretchMs: MINUTE }, effects),
    /** Kept for a second: monitors may ask often, but want to know. */
    health: createAsker(ROUTES.health, views.health, { ...SHORT, stretchMs: 1_000 }, effects),
  };
}
