/** Typed faces of the queries that visits are made from. Instants are epoch ms, days local `YYYY-MM-DD`. */
import { z } from "zod";
import { DayText, Int, query } from "../store/query.ts";

const sites = z.array(z.string());

export const feedReach = query(
  "feed_reach",
  z.object({ today: DayText }),
  z.object({
    feed: z.string(),
    site: z.string(),
    measure: z.string(),
    first_day: DayText,
    last_end: Int,
    over_stamp: z.string(),
  }),
);

const evidence = { feed: z.string(), measure: z.string(), value: Int };
/** `value` counts the whole span, `open_value` the part inside opening hours, of which `open_minutes` were observed. */
const openEvidence = { ...evidence, open_value: Int, open_minutes: Int };

export const evidenceDay = query(
  "evidence_day",
  z.object({ sites, from: DayText, to: DayText }),
  z.object({ site: z.string(), day: DayText, ...openEvidence }),
);

const days = z.array(DayText);

export const evidenceDays = query(
  "evidence_days",
  z.object({ sites, from: DayText, to: DayText, days }),
  z.object({ site: z.string(), day: DayText, ...openEvidence }),
);

const amounts = z.array(z.number().int());

export const quartersOfDays = query(
  "quarters_of_days",
  z.object({ sites, from: z.int(), to: z.int(), tz: z.string(), days }),
  z.object({
    site: z.string(),
    day: DayText,
    feed: z.string(),
    measure: z.string(),
    starts: amounts,
    amounts,
    lengths: amounts,
  }),
);

/** Quarter hours start in seconds; the arrays run in parallel. */
export const evidence15m = query(
  "evidence_15m",
  z.object({ sites, from: z.int(), to: z.int() }),
  z.object({
    site: z.string(),
    feed: z.string(),
    measure: z.string(),
    starts: amounts,
    amounts,
    lengths: amounts,
  }),
);

const crossings = { feed: z.string(), ins: Int, outs: Int };

export const crossings15m = query(
  "crossings_15m",
  z.object({ sites, from: z.int(), to: z.int() }),
  z.object({ site: z.string(), start: Int, minutes: Int, ...crossings }),
);

export const crossingsDay = query(
  "crossings_day",
  z.object({ sites, from: DayText, to: DayText }),
  z.object({ site: z.string(), day: DayText, ...crossings }),
);

const hour = z.object({ site: z.string(), hour: Int, ...openEvidence });

export const evidence1h = query(
  "evidence_1h",
  z.object({ sites, from: z.int(), to: z.int(), tz: z.string() }),
  hour,
);

/** Hours start in seconds; the arrays run in parallel. */
export const evidenceHours = query(
  "evidence_hours",
  z.object({ sites, from: z.int(), to: z.int(), tz: z.string() }),
  z.object({
    site: z.string(),
    feed: z.string(),
    measure: z.string(),
    hours: amounts,
    amounts,
    minutes: amounts,
  }),
);

export const evidence1hAsOf = query(
  "evidence_1h_as_of",
  z.object({ sites, from: z.int(), to: z.int(), tz: z.string(), asOf: z.int() }),
  hour,
);

export const bookedDay = query(
  "booked_day",
  z.object({ sites, from: DayText, to: DayText, asOf: DayText }),
  z.object({ site: z.string(), day: DayText, booked: Int, groups: Int }),
);

export const bookingSite = query("booking_site", z.object({}), z.object({ site: z.string() }));

/** Visit day, day of booking (both days since 1970-01-01) and net places. */
const curve = z.object({ site: z.string(), curve: z.array(z.tuple([z.number(), z.number(), z.number()])) });

export const bookingCurve = query(
  "booking_curve",
  z.object({ sites, from: DayText, to: DayText, before: DayText }),
  curve,
);

export const bookingCurveAsOf = query(
  "booking_curve_as_of",
  z.object({ sites, from: z.int(), to: z.int(), before: z.int(), asOf: z.int(), tz: z.string() }),
  curve,
);

export const bookingLead = query(
  "booking_lead",
  z.object({ site: z.string(), from: DayText, to: DayText, most: z.int().min(1).max(999) }),
  z.object({ day: DayText, first_made: DayText, ahead: amounts, places: amounts }),
);

export const bookingGroup = query(
  "booking_group",
  z.object({ site: z.string(), day: DayText }),
  z.object({ made: DayText, tariff: z.enum(["group", "school"]), places: Int }),
);

export const feedState = query(
  "feed_state",
  z.object({}),
  z.object({ feed: z.string(), stream: z.string(), observed_to: Int }),
);

export const feedArrivals = query(
  "feed_arrivals",
  z.object({ feeds: z.array(z.string()), polled: z.array(z.string()), from: z.int() }),
  z.object({ feed: z.string(), arrivals: z.array(Int) }),
);

export const feedRunLast = query(
  "feed_run_last",
  z.object({ from: z.int() }),
  z.object({
    feed: z.string(),
    stream: z.string(),
    status: z.string(),
    problem: z.string(),
    ended_at: Int,
    done_at: Int,
  }),
);

export const movementSum = query(
  "movement_sum",
  z.object({ sites, from: DayText, to: DayText }),
  z.object({ site: z.string(), measure: z.string(), origin: z.string(), came_from: z.string(), people: Int }),
);

export const dataVersion = query("data_version", z.object({}), z.object({ name: z.string(), version: Int }));
