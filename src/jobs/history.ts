/** From what is stored to what forecasting models take: one series of visits per site on a common axis, NaN where
 *  nothing was measured; what the calendar says of each day, on past the origin as far as the leads reach; bookings and
 *  weather with the time at which each became known. */
import { makeAxis, type Series, type SeriesStep, stepAt } from "../domain/series.ts";
import {
  addDays,
  type DaySpan,
  dayNumber,
  daySpan,
  daysIn,
  type Instant,
  type LocalDate,
  localDate,
} from "../domain/time.ts";
import type { History } from "../forecast/model.ts";
import type { Store } from "../store/connect.ts";
import { readBookingCurves } from "../visits/bookings.ts";
import type { VisitContext } from "../visits/context.ts";
import { judgeOpenDay } from "../visits/daily.ts";
import { type HourEvidence, hourVisits, knownUntil, readHours } from "../visits/hourly.ts";
import { bookingsOf } from "./history/bookings.ts";
import { calendarOf } from "./history/calendar.ts";
import { readNoted, withoutFaults } from "./history/noted.ts";
import { readWeather } from "./history/weather.ts";

/** Years of history that models see; older years say little about next week. */
const HISTORY_DAYS = 3 * 366;

const STEPS: readonly SeriesStep[] = ["PT1H", "P1D"];

/** Series of every site, known strictly before `origin`; bookings made before its day, weather issued and annotations
 *  written before it.
 *  `asOf` true: also only what had arrived by then. `weatherSteps`: only these histories are given weather; by the
 *  hour it is much to read. */
export async function readHistory(
  store: Store,
  context: VisitContext,
  origin: Instant,
  leadDays: number,
  asOf: boolean,
  weatherSteps: readonly SeriesStep[] = STEPS,
): Promise<Readonly<Record<SeriesStep, History>>> {
  const { territory } = context;
  const today = localDate(origin, territory.zone);
  const span = { from: addDays(today, -HISTORY_DAYS), to: addDays(today, 1) };
  const hours = await readHours(store, context, span, asOf ? origin : undefined);
  const first = firstDay(hours, territory.zone, today);
  const days = { from: first, to: addDays(today, leadDays + 1) };
  const noted = await readNoted(store, territory, days, origin);
  const calendars = territory.sites.map((site) => calendarOf(territory.calendar, site, days, noted));
  const curves = await readBookingCurves(store, context, days, origin, asOf);
  const common = { calendars, bookings: bookingsOf(territory.sites, curves) };
  const weather = async (past: Omit<History, "calendars">, step: SeriesStep) =>
    weatherSteps.includes(step) ? await readWeather(store, territory.sites, past.set.axis, origin) : [];
  const sound = ({ set, origin: cut }: Omit<History, "calendars">) => ({
    set: { axis: set.axis, series: withoutFaults(set.series, set.axis, noted) },
    origin: cut,
  });
  const byHour = sound(hourly(context, hours, days, origin));
  const byDay = sound(daily(context, hours, days, today, origin));
  return {
    PT1H: { ...byHour, ...common, covariates: await weather(byHour, "PT1H") },
    P1D: { ...byDay, ...common, covariates: await weather(byDay, "P1D") },
  };
}

function hourly(
  context: VisitContext,
  hours: ReadonlyMap<string, readonly HourEvidence[]>,
  days: DaySpan,
  origin: Instant,
): Omit<History, "calendars"> {
  const axis = makeAxis("PT1H", context.territory.zone, days);
  const cut = stepAt(axis, origin);
  const series = context.territory.sites.map((site): Series => {
    const values = new Float64Array(cut).fill(Number.NaN);
    const [source] = context.sourcesOf(site);
    if (source) {
      const byHour = Map.groupBy(hours.get(site.id) ?? [], (row) => row.hour);
      const until = knownUntil(source, context, origin);
      const from = firstHour(hours.get(site.id), source.measure);
      for (let step = 0; step < cut; step++) {
        const start = axis.start[step] ?? 0;
        if (start >= from)
          values[step] = hourVisits(site, source, start, byHour.get(start) ?? [], until, context);
      }
    }
    return { id: site.id, values };
  });
  return { set: { axis, series }, origin: cut };
}

function daily(
  context: VisitContext,
  hours: ReadonlyMap<string, readonly HourEvidence[]>,
  days: DaySpan,
  today: LocalDate,
  origin: Instant,
): Omit<History, "calendars"> {
  const { zone, sites } = context.territory;
  const axis = makeAxis("P1D", zone, days);
  const cut = dayNumber(today) - axis.firstDay;
  const past = daysIn({ from: days.from, to: today });
  const series = sites.map((site): Series => {
    const rows = hours.get(site.id) ?? [];
    const byDay = Map.groupBy(rows, (row) => localDate(row.hour, zone));
    const from = firstHour(rows, context.sourcesOf(site)[0]?.measure);
    const values = past.map((day) => {
      if (daySpan(day, zone).to <= from) return Number.NaN;
      const judged = judgeOpenDay(site, day, context, byDay.get(day) ?? [], origin);
      return judged?.state === "measured" && judged.visits !== null ? judged.visits : Number.NaN;
    });
    return { id: site.id, values: Float64Array.from(values) };
  });
  return { set: { axis, series }, origin: cut };
}

/** Start of a site's counting: before it an hour without tickets is not a zero. */
function firstHour(rows: readonly HourEvidence[] | undefined, measure: string | undefined): Instant {
  return rows?.find((row) => row.measure === measure)?.hour ?? Number.POSITIVE_INFINITY;
}

function firstDay(
  hours: ReadonlyMap<string, readonly HourEvidence[]>,
  zone: string,
  today: LocalDate,
): LocalDate {
  const first = Math.min(...[...hours.values()].map((rows) => rows[0]?.hour ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(first) ? localDate(first, zone) : addDays(today, -1);
}
