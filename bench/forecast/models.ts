/** The models that the benchmark runs, by task; the first of a task is the one that is served. */
import type { Model } from "../../src/forecast/model.ts";
import { calendarRidge } from "../../src/forecast/models/calendar-ridge.ts";
import { pickUp } from "../../src/forecast/models/pick-up.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import type { TaskName } from "./tasks.ts";

export const MODELS: Readonly<Record<TaskName, readonly [Model, ...Model[]]>> = {
  hourly: [robustBase],
  museums: [calendarRidge, robustBase],
  streets: [calendarRidge, robustBase],
  bookings: [pickUp, robustBase],
};
