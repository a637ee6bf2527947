/** combined: the mean of what several models say, each weighing as much as it has earned on past origins, drawn to
 *  equal; with bands stretched so that the mean of bands covers what it promises. The answer is named "combined"
 *  also where a single component gave it. Days: base, ridge and pick-up; hours: those that answer. */
import { combine } from "../combine/combine.ts";
import { calendarRidge } from "./calendar-ridge.ts";
import { pickUp } from "./pick-up.ts";
import { robustBase } from "./robust-base.ts";

/** The model. */
export const combined = combine("combined", [
  { model: robustBase, prior: 1 },
  { model: calendarRidge, prior: 0.95 },
  // Bookings tell more than any calendar, before they have been seen to.
  { model: pickUp, prior: 0.5 },
]);
