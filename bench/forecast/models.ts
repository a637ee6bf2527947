/** The models that the benchmark runs, by task; the first of a task is the one that is served. */
import type { Model } from "../../src/forecast/model.ts";
import { calendarRidge } from "../../src/forecast/models/calendar-ridge.ts";
import { combined } from "../../src/forecast/models/combined.ts";
import { pickUp } from "../../src/forecast/models/pick-up.ts";
import { pooledBoosting } from "../../src/forecast/models/pooled-boosting.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import type { TaskName } from "./tasks.ts";

export const MODELS: Readonly<Record<TaskName, readonly [Model, ...Model[]]>> = {
  hourly: [combined, robustBase],
  museums: [combined, robustBase],
  streets: [combined, robustBase],
  bookings: [combined, robustBase],
  "bookings-young": [combined, robustBase],
};

/** What the served model is made of: run as well where asked for. */
export const PARTS: Readonly<Record<TaskName, readonly Model[]>> = {
  hourly: [pooledBoosting],
  museums: [pooledBoosting, calendarRidge],
  streets: [pooledBoosting, calendarRidge],
  bookings: [pickUp],
  "bookings-young": [pickUp],
};
