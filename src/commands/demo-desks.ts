/** Plans the desks of the demonstration for the weeks ahead, as somebody there would have by habit. */
import type { Site, Territory } from "../domain/site.ts";
import { addDays, type DaySpan, localDate, weekday } from "../domain/time.ts";
import { readStaffPlan, type StaffEntry, writeStaffPlan } from "../store/staff-plan.ts";
import type { Service } from "./service.ts";

const WEEKS = 5;

/** Whom a site would plan on the days of a span. */
type Habit = (territory: Territory, site: Site, days: DaySpan) => readonly Omit<StaffEntry, "createdAt">[];

/** Leaves a site alone for whose next seven days anything is planned. */
export async function planDesks({ store, territory, now }: Service, habit: Habit): Promise<void> {
  const createdAt = now();
  const today = localDate(createdAt, territory.zone);
  const monday = addDays(today, 1 - weekday(today));
  for (const site of territory.sites) {
    const known = await readStaffPlan(store, site.id, { from: today, to: addDays(today, 7) });
    const plan = habit(territory, site, { from: monday, to: addDays(monday, 7 * WEEKS) });
    if (known.length > 0 || plan.length === 0) continue;
    await writeStaffPlan(
      store,
      site.id,
      plan.map((span) => ({ ...span, createdAt })),
    );
  }
}
