/** Plans the desks of the demonstration for the weeks ahead, as somebody there would have by habit. */
import { habitualPlan } from "../../demo/desk-plan.ts";
import { addDays, localDate, weekday } from "../domain/time.ts";
import { readStaffPlan, writeStaffPlan } from "../store/staff-plan.ts";
import type { Service } from "./service.ts";

const WEEKS = 5;

/** Leaves a site alone for whose next seven days anything is planned. */
export async function planDesks({ store, territory, now }: Service): Promise<void> {
  const createdAt = now();
  const today = localDate(createdAt, territory.zone);
  const monday = addDays(today, 1 - weekday(today));
  for (const site of territory.sites) {
    const known = await readStaffPlan(store, site.id, { from: today, to: addDays(today, 7) });
    const plan = habitualPlan(territory, site, { from: monday, to: addDays(monday, 7 * WEEKS) });
    if (known.length > 0 || plan.length === 0) continue;
    await writeStaffPlan(
      store,
      site.id,
      plan.map((span) => ({ ...span, createdAt })),
    );
  }
}
