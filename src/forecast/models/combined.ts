/** combined: the mean of what several models say, each weighing as much as it has earned on past origins, drawn to
 *  equal; with bands stretched so that the mean of bands covers what it promises. The answer is named "combined"
 *  also where a single component gave it. */
import { combine } from "../combine/combine.ts";
import type { Component } from "../combine/component.ts";
import { calendarRidge } from "./calendar-ridge.ts";
import { forecastYoung, reasonsOf } from "./like-sites.ts";
import { pickUp } from "./pick-up.ts";
import { pooledBoosting } from "./pooled-boosting.ts";
import { ridgeHours } from "./ridge-hours.ts";
import { robustBase } from "./robust-base.ts";

const components: readonly Component[] = [
  // The others know what the base knows: beside them it adds little.
  { model: robustBase, prior: 1.05, share: 0.1 },
  { model: calendarRidge, prior: 1, share: 1 },
  { model: ridgeHours, prior: 1, share: 1 },
  { model: pooledBoosting, prior: 1, share: 1 },
  // Bookings tell more than any calendar, before they have been seen to; a second reader of them adds next to nothing.
  { model: pickUp, prior: 0.5, share: 5 },
];

/** The model. */
export const combined = combine("combined", components, { forecast: forecastYoung, explain: reasonsOf });
