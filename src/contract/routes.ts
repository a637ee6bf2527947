/** The routes of /api/v1, by name. The server mounts this table, /openapi.json and /docs print it. */
import { annotationsRoute } from "./annotations.ts";
import { attendanceRoute } from "./attendance.ts";
import { boardRoute } from "./board.ts";
import { effectsRoute } from "./effects.ts";
import { forecastsRoute } from "./forecasts.ts";
import { healthRoute } from "./health.ts";
import { outlookRoute } from "./outlook.ts";
import { qualityRoute } from "./quality.ts";
import { quietHoursRoute } from "./quiet-hours.ts";
import { scenarioRoute, scenariosRoute } from "./scenarios.ts";
import { scorecardRoute } from "./scorecard.ts";
import { sitesRoute } from "./sites.ts";
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
  board: boardRoute,
  attendance: attendanceRoute,
  outlook: outlookRoute,
  scenarios: scenariosRoute,
  scenario: scenarioRoute,
  unusual: unusualRoute,
  annotations: annotationsRoute,
  effects: effectsRoute,
  quietHours: quietHoursRoute,
  health: healthRoute,
} as const;
export type RouteName = keyof typeof ROUTES;
