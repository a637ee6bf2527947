/** The routes of /api/v1, by name. The server mounts this table, /openapi.json and /docs print it. */
import { annotationsRoute } from "./annotations.ts";
import { attendanceRoute } from "./attendance.ts";
import { boardRoute } from "./board.ts";
import { bookingsRoute } from "./bookings.ts";
import { calendarRoute } from "./calendar.ts";
import { comparisonRoute } from "./comparison.ts";
import { effectsRoute } from "./effects.ts";
import { flowsRoute } from "./flows.ts";
import { forecastsRoute } from "./forecasts.ts";
import { healthRoute } from "./health.ts";
import { liveRoute } from "./live.ts";
import { logbookRoute } from "./logbook.ts";
import { outlookRoute } from "./outlook.ts";
import { qualityRoute } from "./quality.ts";
import { quarantineRoute } from "./quarantine.ts";
import { quietHoursRoute } from "./quiet-hours.ts";
import { scenarioRoute, scenariosRoute } from "./scenarios.ts";
import { scorecardRoute } from "./scorecard.ts";
import { sitesRoute } from "./sites.ts";
import { staffingRoute } from "./staffing.ts";
import { supposeRoute } from "./suppose.ts";
import { tallyRoute } from "./tally.ts";
import { trustRoute } from "./trust.ts";
import { unusualRoute } from "./unusual.ts";
import { visitsRoute } from "./visits.ts";

/** Prefix of every route below. */
export const API_PREFIX = "/api/v1";

export const ROUTES = {
  sites: sitesRoute,
  visits: visitsRoute,
  forecasts: forecastsRoute,
  scorecard: scorecardRoute,
  quality: qualityRoute,
  quarantine: quarantineRoute,
  board: boardRoute,
  attendance: attendanceRoute,
  calendar: calendarRoute,
  comparison: comparisonRoute,
  outlook: outlookRoute,
  trust: trustRoute,
  suppose: supposeRoute,
  bookings: bookingsRoute,
  staffing: staffingRoute,
  scenarios: scenariosRoute,
  scenario: scenarioRoute,
  unusual: unusualRoute,
  annotations: annotationsRoute,
  effects: effectsRoute,
  quietHours: quietHoursRoute,
  flows: flowsRoute,
  tally: tallyRoute,
  live: liveRoute,
  health: healthRoute,
  logbook: logbookRoute,
} as const;
export type RouteName = keyof typeof ROUTES;
