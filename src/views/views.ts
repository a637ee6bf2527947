/** Every resource of the API from the store: one function each, with what they share set up once. */
import type { Views } from "../api/views.ts";
import { annotationsView } from "./annotations/view.ts";
import { attendanceView } from "./attendance.ts";
import { boardView } from "./board.ts";
import { bookingsView } from "./bookings/view.ts";
import { calendarView } from "./calendar.ts";
import { comparisonView } from "./comparison.ts";
import { createDeps, type ViewOptions } from "./deps.ts";
import { effectsView } from "./effects.ts";
import { flowsView } from "./flows/view.ts";
import { forecastsView } from "./forecasts.ts";
import { healthView, type ServiceFacts } from "./health.ts";
import { liveView } from "./live.ts";
import { logbookView } from "./logbook/view.ts";
import { outlookView } from "./outlook.ts";
import { qualityView } from "./quality/view.ts";
import { quarantineView } from "./quarantine/view.ts";
import { quietHoursView } from "./quiet/view.ts";
import { scenariosView, scenarioView } from "./scenarios/views.ts";
import { scorecardView } from "./scorecard.ts";
import { sitesView } from "./sites.ts";
import { staffingView } from "./staffing/view.ts";
import { supposeView } from "./suppose/view.ts";
import { tallyView } from "./tally/view.ts";
import { trustView } from "./trust/view.ts";
import { unusualView } from "./unusual/view.ts";
import { visitsView } from "./visits.ts";

export interface CreateViews extends ViewOptions {
  /** What `health` says of the service itself. */
  readonly service?: ServiceFacts;
}

export function createViews({
  service = { version: "", store: "embedded" },
  ...options
}: CreateViews): Views {
  const deps = createDeps(options);
  return {
    sites: (query) => sitesView(deps, query),
    visits: (query) => visitsView(deps, query),
    forecasts: (query) => forecastsView(deps, query),
    scorecard: (query) => scorecardView(deps, query),
    quality: (query) => qualityView(deps, query),
    quarantine: (query) => quarantineView(deps, query),
    board: (query) => boardView(deps, query),
    attendance: (query) => attendanceView(deps, query),
    calendar: (query) => calendarView(deps, query),
    comparison: (query) => comparisonView(deps, query),
    outlook: (query) => outlookView(deps, query),
    trust: (query) => trustView(deps, query),
    suppose: (query) => supposeView(deps, query),
    bookings: (query) => bookingsView(deps, query),
    staffing: (query) => staffingView(deps, query),
    scenarios: (query) => scenariosView(deps, query),
    scenario: (query) => scenarioView(deps, query),
    unusual: (query) => unusualView(deps, query),
    annotations: (query) => annotationsView(deps, query),
    effects: (query) => effectsView(deps, query),
    quietHours: (query) => quietHoursView(deps, query),
    flows: (query) => flowsView(deps, query),
    tally: (query) => tallyView(deps, query),
    live: (query) => liveView(deps, query),
    logbook: (query) => logbookView(deps, query),
    health: () => healthView(deps, service),
  };
}
