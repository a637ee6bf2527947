/** What can be done with the plan of a desk: write so many people over a span of a day, and of the weeks after it. */
import type { Actions } from "../../api/actions.ts";
import { addDays, type Instant } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { writeStaffPlan } from "../../store/staff-plan.ts";
import { minutesOf } from "./totals.ts";

export function staffingActions(store: Store, now: () => Instant): Pick<Actions, "planStaff"> {
  return {
    async planStaff({ site, day, from_time, to_time, people, weeks }) {
      const days = Array.from({ length: weeks }, (_, week) => addDays(day, 7 * week));
      const span = {
        fromMinute: minutesOf(from_time),
        toMinute: minutesOf(to_time),
        people,
        createdAt: now(),
      };
      await writeStaffPlan(
        store,
        site,
        days.map((each) => ({ day: each, ...span })),
      );
      return { site, days, from_time, to_time, people };
    },
  };
}
