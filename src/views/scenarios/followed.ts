/** A frozen plan beside what was measured since. */
import type { FollowedDay } from "../../contract/scenarios.ts";
import { addDays, type DaySpan } from "../../domain/time.ts";
import type { WhatIfAnswer } from "../../jobs/what-if/answer.ts";
import type { DayVisits } from "../../visits/daily.ts";

/** The shortest span that holds the days with an answer; null for none. */
export function spanOfPlan(plan: WhatIfAnswer): DaySpan | null {
  const days = answered(plan).map(({ day }) => day);
  const [from, last] = [days[0], days.at(-1)];
  return from === undefined || last === undefined ? null : { from, to: addDays(last, 1) };
}

/** Every day with an answer, in order. @param visits of the site, those of other days are left out */
export function followedDays(plan: WhatIfAnswer, visits: readonly DayVisits[]): FollowedDay[] {
  const byDay = new Map(visits.map((day) => [day.day, day]));
  return answered(plan).map(({ day, after }) => {
    const came = byDay.get(day);
    const range = { low: after.q10, high: after.q90 };
    return {
      day,
      plan: range,
      median: after.q50,
      visits: came?.visits ?? null,
      state: came?.state ?? null,
      provisional: came?.pending ?? false,
      inside: came ? isInside(came, range) : null,
    };
  });
}

/** Null where the day is not over, not measured whole, or closed although the plan was to open. */
function isInside(
  came: DayVisits,
  { low, high }: { readonly low: number; readonly high: number },
): boolean | null {
  if (came.pending) return null;
  if (came.state === "closed") return high === 0 ? true : null;
  if (came.state !== "measured" || came.visits === null) return null;
  return low <= came.visits && came.visits <= high;
}

function answered({ days }: WhatIfAnswer) {
  return days.filter((day) => day.kind === "answered");
}
