/** Local days looked up often: their start and their quarter hours, remembered or reckoned instead of asked of the
 *  time zone each time. */
import {
  addDays,
  type Instant,
  type LocalDate,
  minuteOfDay,
  QUARTER,
  startOfDay,
  type Zone,
} from "../../src/domain/time.ts";

const starts = new Map<string, Instant>();

/** The instant at which a local day begins. */
export function dayStart(date: LocalDate, zone: Zone): Instant {
  const key = zone + date;
  let at = starts.get(key);
  if (at === undefined) {
    at = startOfDay(date, zone);
    starts.set(key, at);
  }
  return at;
}

/** One quarter hour of a day: its start and the wall clock's minutes after midnight. */
interface Quarter {
  readonly at: Instant;
  readonly minute: number;
}

/** The 92, 96 or 100 quarter hours of a local day, in order of time. */
export function quartersOf(date: LocalDate, zone: Zone): Quarter[] {
  const from = dayStart(date, zone);
  const count = Math.round((dayStart(addDays(date, 1), zone) - from) / QUARTER);
  return Array.from({ length: count }, (_, i) => {
    const at = from + i * QUARTER;
    // Only a day on which the clock is changed needs the zone's own answer.
    return { at, minute: count === 96 ? i * 15 : minuteOfDay(at, zone) };
  });
}
