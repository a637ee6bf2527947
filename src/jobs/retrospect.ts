/** Forecasts as they would have been issued on past mornings, from what was known then: what a new installation with
 *  imported history can be judged by. They are stored as retrospective, never as served. */
import { z } from "zod";
import { addDays, atLocalTime, daysIn, type LocalDate, localDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { type Fits, rememberFits } from "./fits.ts";
import { issueForecasts } from "./forecast.ts";
import type { ForecastJob } from "./forecast-job.ts";

const Known = z.array(z.object({ day: z.string() }));

/** Hour of the morning from which a day's forecast is looked back at. */
const MORNING = "06:00";

/** Mornings that share what was learned at the first of them; learning anew for each would take minutes. */
const TOGETHER = 7;

/** Issues the day forecasts of the last `days` mornings, leaving out those already there: the newest weeks first, in
 *  each the oldest morning. Ends early when `signal` is aborted. Returns how many mornings were issued. */
export async function lookBack(
  store: Store,
  job: Pick<ForecastJob, "territory" | "model" | "now">,
  days: number,
  signal?: AbortSignal,
): Promise<number> {
  const { zone } = job.territory;
  const today = localDate(job.now, zone);
  const known = await knownMornings(store, zone);
  let issued = 0;
  for (let back = 1; back <= days; back += TOGETHER) {
    const first = addDays(today, 1 - Math.min(days + 1, back + TOGETHER));
    const week = daysIn({ from: first, to: addDays(today, 1 - back) });
    const remembered = rememberFits();
    const fits: Fits = (name, _day, learn) => remembered(name, first, learn);
    for (const day of week.filter((morning) => !known.has(morning))) {
      if (signal?.aborted) return issued;
      const origin = atLocalTime(day, MORNING, zone);
      await issueForecasts(store, { ...job, origin, steps: ["P1D"], fits });
      issued++;
    }
  }
  return issued;
}

async function knownMornings(store: Store, zone: string): Promise<ReadonlySet<LocalDate>> {
  const rows = await store.rows(
    "known_mornings",
    "select distinct toDate(origin, {tz: String}) as day from forecast_run where step = 'P1D' and measure = 'visits'",
    { tz: zone },
  );
  return new Set(Known.parse(rows).map((row) => row.day));
}
