/** Typed faces of the queries behind forecasts, scores and quality. */
import { z } from "zod";
import { FORECAST_MEASURES, FORECAST_STEPS } from "../jobs/measures.ts";
import { DayText, Int, query } from "../store/query.ts";

const sites = z.array(z.string());
const people = z.coerce.number();
const asOf = { asOf: z.int() };
const measure = z.enum(FORECAST_MEASURES).default("visits");
const span = { from: DayText, to: DayText };

export const forecastVintage = query(
  "forecast_vintage",
  z.object({ sites, steps: z.array(z.enum(FORECAST_STEPS)), measure, ...asOf, ...span, hoursTo: DayText }),
  z.object({
    site: z.string(),
    step: z.string(),
    start: Int,
    day: DayText,
    lead: Int,
    q10: people,
    q25: people,
    q50: people,
    q75: people,
    q90: people,
    mean: people,
    booked: people.nullable(),
    origin: Int,
    issued_at: Int,
  }),
);

export const forecastState = query(
  "forecast_state",
  z.object({ sites, step: z.string(), measure, ...asOf }),
  z.object({ site: z.string(), reason: z.string(), model: z.string(), chosen: z.string() }),
);

export const forecastExplanation = query(
  "forecast_explanation",
  z.object({ site: z.string(), ...asOf }),
  z.object({ explanation: z.string() }),
);

const peoples = z.array(people);

/** One row per site and days ahead; the arrays run in parallel. */
export const forecastPromise = query(
  "forecast_promise",
  z.object({ sites, ...span }),
  z.object({
    site: z.string(),
    ahead: Int,
    days: z.array(DayText),
    q10: peoples,
    q50: peoples,
    q90: peoples,
    retrospective: z.array(Int),
  }),
);

export const feedRunList = query(
  "feed_run_list",
  z.object({ from: z.int(), to: z.int() }),
  z.object({
    feed: z.string(),
    stream: z.string(),
    started: Int,
    ended: Int,
    status: z.enum(["done", "unavailable", "changed", "failed", "held_back"]),
    problem: z.string(),
    fetched: Int,
    accepted: Int,
    unchanged: Int,
    revised: Int,
    rejected_rows: Int,
  }),
);

export const rejectedCount = query(
  "rejected_count",
  z.object({ from: z.int(), to: z.int() }),
  z.object({ feed: z.string(), reason: z.string(), rejected_rows: Int, example: z.string() }),
);

export const revisionList = query(
  "revision_list",
  z.object(span),
  z.object({
    site: z.string(),
    day: DayText,
    feed: z.string(),
    measure: z.string(),
    kind: z.enum(["late", "corrected"]),
    before: Int,
    after: Int,
    detected: Int,
  }),
);

export const revisionDay = query(
  "revision_day",
  z.object({ sites, ...span }),
  z.object({
    site: z.string(),
    day: DayText,
    feed: z.string(),
    measure: z.string(),
    kind: z.enum(["late", "corrected"]),
    change: Int,
    detected: Int,
  }),
);

export const engineVersion = query("engine_version", z.object({}), z.object({ version: z.string() }));

export const forecastAge = query("forecast_age", z.object(asOf), z.object({ issued_at: Int }));

export const forecastIssued = query(
  "forecast_issued",
  z.object({ site: z.string(), tz: z.string(), from: z.int(), ...asOf }),
  z.object({ day: DayText, origin: Int, issued_at: Int, model: z.string(), retrospective: Int }),
);

export const forecastAsIssued = query(
  "forecast_as_issued",
  z.object({ site: z.string(), origin: z.int(), issuedAt: z.int(), to: DayText }),
  z.object({ day: DayText, q10: people, q25: people, q50: people, q75: people, q90: people }),
);
