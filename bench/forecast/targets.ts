/** What the forecasts have to reach, as MASE or as pinball loss over the mean count, and what repeating the week made
 *  where these figures were measured: on other windows only the ratio can be compared. */
import type { Weeks } from "./origins.ts";
import type { TaskName } from "./tasks.ts";

export interface Target {
  readonly task: TaskName;
  readonly measure: "MASE" | "pinball";
  readonly weeks: Weeks | "all";
  readonly upTo: number;
  readonly naive: number;
  readonly reach: number;
  readonly aim: number;
}

const target = (
  task: TaskName,
  measure: Target["measure"],
  weeks: Target["weeks"],
  upTo: number,
  [naive, reach, aim]: readonly [number, number, number],
): Target => ({ task, measure, weeks, upTo, naive, reach, aim });

export const TARGETS: readonly Target[] = [
  target("hourly", "MASE", "all", 24, [1.293, 0.7, 0.62]),
  target("hourly", "MASE", "all", 168, [1.237, 0.86, 0.78]),
  target("hourly", "MASE", "ordinary", 24, [0.853, 0.7, 0.66]),
  target("hourly", "MASE", "ordinary", 168, [0.732, 0.61, 0.57]),
  target("hourly", "MASE", "holiday", 24, [1.732, 0.7, 0.6]),
  target("hourly", "MASE", "holiday", 168, [1.742, 1.12, 0.95]),
  target("hourly", "pinball", "all", 24, [0.079, 0.041, 0.036]),
  target("hourly", "pinball", "all", 168, [0.076, 0.048, 0.042]),
  target("museums", "MASE", "all", 14, [0.946, 0.67, 0.62]),
  target("museums", "MASE", "all", 90, [1.422, 0.9, 0.84]),
  target("streets", "MASE", "all", 14, [0.763, 0.56, 0.52]),
  target("streets", "MASE", "all", 90, [1.174, 0.77, 0.72]),
  target("bookings", "MASE", "all", 14, [1.056, 0.25, 0.22]),
  target("bookings", "MASE", "all", 90, [1.133, 0.46, 0.4]),
  target("bookings-young", "MASE", "all", 14, [1.056, 0.25, 0.22]),
  target("bookings-young", "MASE", "all", 90, [1.133, 0.46, 0.4]),
];

/** Share of the actuals within the 80 % band. */
export const COVERAGE = { reach: [0.76, 0.86], aim: [0.78, 0.83] } as const;

/** Learning 32 hourly sensors over two years for three quantiles: CPU seconds; peak memory, MB. */
export const TRAINING = { reach: 90, aim: 35, memory: 600 } as const;

/** One site, 168 hours × 3 quantiles, model loaded: ms. */
export const ONE_SITE = { reach: 20, aim: 5 } as const;
