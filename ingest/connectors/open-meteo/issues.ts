/** When what is told afterwards had become known: earlier forecasts, and the weather that came. Both by whole local
 *  days, so that all hours of a day belong to one issue. */
import {
  addDays,
  dayFinder,
  HOUR,
  type Instant,
  type LocalDate,
  startOfDay,
  type Zone,
} from "../../../src/domain/time.ts";

/** From a run's beginning until it is out: up to five hours, and the last run of a day begins an hour before its end
 *  at the latest. The hour left over is for clocks that change. */
const RUN_OUT_MS = 5 * HOUR;
/** The archive has a day by the sixth day after it. */
const ARCHIVE_DAYS = 6;

/** When a forecast made `daysBefore` days before an hour was out at the latest; undefined when that is yet to come.
 *  The service does not say which run it took, only that it had begun by then: all runs of one day count as known
 *  when its last one is. */
export function runIssues(
  zone: Zone,
  now: Instant,
): (valid: Instant, daysBefore: number) => Instant | undefined {
  const startOf = dayStarts(zone);
  return (valid, daysBefore) => {
    const issued = startOf(valid, 1 - daysBefore) + RUN_OUT_MS;
    return issued < now ? issued : undefined;
  };
}

/** When the weather that came in an hour is in the archive. */
export function archiveIssues(zone: Zone): (valid: Instant) => Instant {
  const startOf = dayStarts(zone);
  return (valid) => startOf(valid, ARCHIVE_DAYS);
}

/** Start of the local day that lies `days` after the one of an instant, remembered. */
function dayStarts(zone: Zone): (at: Instant, days: number) => Instant {
  const dayOf = dayFinder(zone);
  const known = new Map<LocalDate, Map<number, Instant>>();
  return (at, days) => {
    const day = dayOf(at);
    const shifts = known.get(day) ?? new Map<number, Instant>();
    known.set(day, shifts);
    const start = shifts.get(days) ?? startOfDay(addDays(day, days), zone);
    shifts.set(days, start);
    return start;
  };
}
