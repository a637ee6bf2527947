/** combined: the mean of what several models say, each weighing as much as it has earned on past origins, drawn to
 *  equal; with bands stretched so that the mean of bands covers what it promises. The answer is named "combined"
 *  also where a single component gave it. Days: base, ridge and pick-up; hours: those that answer. */

import { combine } from "../combine/combine.ts";
import type { Component } from "../combine/component.ts";
import { calendarRidge } from "./calendar-ridge.ts";
import { likeSites } from "./like-sites.ts";
import { pickUp } from "./pick-up.ts";
import { pooledBoosting } from "./pooled-boosting.ts";
import { robustBase } from "./robust-base.ts";

const components: readonly Component[] = [
  { model: robustBase, prior: 1 },
  { model: calendarRidge, prior: 0.95 },
  { model: pooledBoosting, prior: 0.95 },
  // Bookings tell more than any calendar, before they have been seen to.
  { model: pickUp, prior: 0.5 },
];

/** The model. */
export const combined = combine("combined", components, likeSites);
