/** How pressed each site will be on each of seven days, against its own ordinary open day. Pure but for the reading. */
import { type PressureParts, pressureOf, type SitePressure } from "../../domain/pressure.ts";
import { quantile } from "../../domain/quantile.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, HOUR, type Instant, type LocalDate, MINUTE } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type DayEvidence, type DayVisits, judgeDays, readDays } from "../../visits/daily.ts";
import { minutesBefore, openSpans } from "../../visits/open-time.ts";
import type { ViewDeps } from "../deps.ts";
import { lookUp, type VintageRow } from "../vintage.ts";

/** Days ahead that are looked at, today among them. */
export const AHEAD_DAYS = 7;
/** An ordinary day is the middle one of the open days of so many weeks… */
const WEEKS_BACK = 8;
/** …of which at least so many are known. */
const FEWEST_DAYS = 8;

/** Visits an open hour on an ordinary open day, by site; null for too few days. */
export type UsualPerHour = ReadonlyMap<string, number | null>;

/** A site on a day. */
export interface PressedDay {
  readonly day: LocalDate;
  readonly forecast: VintageRow | null;
  readonly pressure: SitePressure;
}

/** Days that are over, eight weeks back. */
export function readOrdinary(
  { store, territory, memories }: ViewDeps,
  now: Instant,
  today: LocalDate,
): Promise<DayEvidence> {
  const span = { from: addDays(today, -7 * WEEKS_BACK), to: today };
  return memories.ordinary(today, () => readDays(store, now, territory.sites, span));
}

export function usualPerHour(evidence: DayEvidence, context: VisitContext): UsualPerHour {
  return new Map([...judgeDays(evidence, context)].map(([site, days]) => [site, ordinaryHour(days)]));
}

function ordinaryHour(days: readonly DayVisits[]): number | null {
  const hourly = days.flatMap(({ visits, openMinutes }) =>
    visits === null || openMinutes === 0 ? [] : [visits / (openMinutes / 60)],
  );
  return hourly.length < FEWEST_DAYS ? null : quantile(hourly, 0.5);
}

export function pressedDays(
  site: Site,
  days: readonly LocalDate[],
  forecasts: ReadonlyMap<string, VintageRow>,
  usual: UsualPerHour,
): PressedDay[] {
  return days.map((day) => {
    const openHours = (minutesBefore(openSpans(site, day), Number.POSITIVE_INFINITY) * MINUTE) / HOUR;
    const forecast = openHours > 0 ? (lookUp(forecasts, site.id, day) ?? null) : null;
    const parts: PressureParts = {
      openHours,
      forecast,
      usualPerHour: usual.get(site.id) ?? null,
      capacity: site.capacity,
    };
    return { day, forecast, pressure: pressureOf(parts) };
  });
}
